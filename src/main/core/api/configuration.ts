import { ActionProblem } from '../actions/context.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 100

/** Configurations: read, change, keep, compare, restore, and as files. */
export function configurationApi({ configurations }: ApiContext) {
  const { restores } = configurations
  return {
    read: os.configuration.read.handler(({ input }) => configurations.read(input.id)),
    last: os.configuration.last.handler(({ input }) => configurations.last(input.id)),
    change: os.configuration.change.handler(({ input: { id, key, value } }) => configurations.change(id, { key, value })),
    compare: os.configuration.compare.handler(({ input }) => configurations.compare(input.a, input.b)),
    snapshots: {
      list: os.configuration.snapshots.list.handler(() => configurations.snapshots()),
      save: os.configuration.snapshots.save.handler(({ input }) => configurations.save(input.id, input.name)),
      remove: os.configuration.snapshots.remove.handler(async ({ input }) => ({ removed: await configurations.remove(input.id) })),
      import: os.configuration.snapshots.import.handler(({ input }) => configurations.importFile(input.text, input.name)),
    },
    export: os.configuration.export.handler(({ input: { format, ...source } }) => configurations.exportFile(source, format)),
    restore: {
      plan: os.configuration.restore.plan.handler(({ input }) => configurations.plan(input.id, input.snapshot)),
      start: os.configuration.restore.start.handler(({ input }) => configurations.restore(input.id, input.changes)),
      watch: os.configuration.restore.watch.handler(({ input, signal }) =>
        watch(restores.changed, () => job(restores.get(input.id)), { everyMs: WATCH_MS, abort: signal }),
      ),
      get: os.configuration.restore.get.handler(({ input }) => job(restores.get(input.id))),
      cancel: os.configuration.restore.cancel.handler(({ input }) => job(restores.cancel(input.id))),
    },
  }
}

/** @throws where there is none */
function job<T>(found: T | null): T {
  if (found === null) throw new ActionProblem('not-found', 'There is no such restore; it may have run before the last restart.')
  return found
}
