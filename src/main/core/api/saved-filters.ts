import { randomUUID } from 'node:crypto'
import { type ApiContext, os } from './context.ts'

/** Filters of the log under names. */
export function savedFiltersApi({ store }: ApiContext) {
  const list = () => store.read.savedFilters()
  return {
    list: os.savedFilters.list.handler(list),
    save: os.savedFilters.save.handler(async ({ input }) => {
      await store.write.saveFilter({ id: randomUUID(), ...input })
      return list()
    }),
    remove: os.savedFilters.remove.handler(async ({ input }) => {
      await store.write.removeSavedFilter(input.id)
      return list()
    }),
  }
}
