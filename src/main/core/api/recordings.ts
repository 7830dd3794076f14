import type { ImportJob } from '../../../shared/domain/recording.ts'
import { ActionProblem } from '../actions/context.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 250

/** Recordings, and log files on their way to becoming one. */
export function recordingsApi({ recordings }: ApiContext) {
  const { shelf, jobs } = recordings
  return {
    recordings: {
      list: os.recordings.list.handler(() => shelf.list()),
      watch: os.recordings.watch.handler(({ signal }) => watch(shelf.changed, shelf.list, { everyMs: WATCH_MS, abort: signal })),
      get: os.recordings.get.handler(({ input }) => shelf.get(input.id)),
      merge: os.recordings.merge.handler(async ({ input }) => {
        const { id } = await jobs.merge(input)
        let last: ImportJob | undefined
        for await (const job of jobs.watch(id)) last = job
        if (!last?.recording) throw new ActionProblem('bad-request', last?.problem ?? 'The merge was cancelled.')
        return last.recording
      }),
      rename: os.recordings.rename.handler(({ input }) => shelf.rename(input.id, input.name)),
      remove: os.recordings.remove.handler(async ({ input }) => ({ removed: await shelf.remove(input.id) })),
    },
    imports: {
      begin: os.imports.begin.handler(({ input }) => jobs.begin(input.fileName, input.bytes)),
      next: os.imports.next.handler(({ input }) => jobs.next(input.id, input.fileName)),
      piece: os.imports.piece.handler(({ input }) => jobs.append(input.id, Buffer.from(input.base64, 'base64'))),
      merge: os.imports.merge.handler(({ input }) => jobs.merge(input)),
      preview: os.imports.preview.handler(({ input }) => jobs.preview(input.id)),
      start: os.imports.start.handler(({ input: { id, choices, name } }) => jobs.start(id, { ...choices, name })),
      watch: os.imports.watch.handler(({ input, signal }) => jobs.watch(input.id, signal)),
      cancel: os.imports.cancel.handler(({ input }) => jobs.cancel(input.id)),
    },
  }
}
