import { ActionProblem } from '../actions/context.ts'
import { type ApiContext, os } from './context.ts'

/** Files for somebody else, and what is masked in them. */
export function exportsApi({ exporting }: ApiContext) {
  const { jobs } = exporting
  return {
    preview: os.exports.preview.handler(({ input, signal }) => exporting.preview(input.filter, signal)),
    start: os.exports.start.handler(({ input }) => jobs.start(input.filter, input.options)),
    watch: os.exports.watch.handler(({ input, signal }) => {
      job(jobs.get(input.id), input.id)
      return jobs.watch(input.id, signal)
    }),
    cancel: os.exports.cancel.handler(async ({ input }) => job(await jobs.cancel(input.id), input.id)),
  }
}

/** @throws where there is none */
function job<T>(found: T | null, id: string): T {
  if (found === null) throw new ActionProblem('not-found', `There is no export ${id}; it may have been made before the last restart.`)
  return found
}
