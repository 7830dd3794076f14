import { once } from 'node:events'
import { chargerOf } from '../actions/context.ts'
import { watch } from '../live.ts'
import { recordedCharger } from '../recordings/index.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 1_000

interface Asked {
  id: string
  recording?: string | undefined
  from?: number | undefined
  to?: number | undefined
  session?: number | undefined
}

/** What a technician should know of a charger, live or recorded. */
export function findingsApi({ pipeline, actions, recordings }: ApiContext) {
  const read = async ({ id, recording, ...range }: Asked) => {
    const from = recordings.meant({ charger: id, recording })
    if (from === null) chargerOf(actions, id)
    else await recordedCharger(recordings, from, id)
    return (await recordings.reader({ charger: id, recording })).findings(id, range)
  }
  return {
    list: os.findings.list.handler(({ input }) => read(input)),
    perSession: os.findings.perSession.handler(async ({ input }) =>
      (await recordings.reader({ recording: input?.recording })).findingsPerSession(input?.limit ?? null),
    ),
    perCharger: os.findings.perCharger.handler(async ({ input }) =>
      (await recordings.reader({ recording: input?.recording })).findingsPerCharger(),
    ),
    watch: os.findings.watch.handler(async function* ({ input, signal }) {
      if (recordings.meant({ charger: input.id, recording: input.recording }) === null) {
        let last: string | null = null
        for await (const found of watch(pipeline.changed, () => read(input), { everyMs: WATCH_MS, abort: signal })) {
          const now = found.map(({ id, lastAt, count, state }) => `${id} ${lastAt} ${count} ${state}`).join()
          if (now !== last) yield found
          last = now
        }
        return
      }
      // A recording stays as it is.
      yield await read(input)
      if (signal && !signal.aborted) await once(signal, 'abort')
    }),
  }
}
