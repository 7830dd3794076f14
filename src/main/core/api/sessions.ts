import { type ApiContext, os } from './context.ts'

/** Charging sessions of all chargers, live or of a recording. */
export function sessionsApi({ recordings }: ApiContext) {
  return {
    list: os.sessions.list.handler(async ({ input: { limit, recording } = {} }) => {
      const read = await recordings.reader({ recording })
      return limit === undefined ? read.sessions(null, {}) : read.newestSessions(limit)
    }),
    count: os.sessions.count.handler(async ({ input }) => (await recordings.reader({ recording: input?.recording })).sessionCounts()),
  }
}
