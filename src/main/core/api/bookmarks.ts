import type { BookmarkedEntry } from '../../../shared/domain/bookmark.ts'
import { ActionProblem } from '../actions/context.ts'
import { createSignal, watch } from '../live.ts'
import type { Store } from '../store/client.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 100

/** Bookmarks stand in the database that their entries are in: that of the app, or of a recording. */
export function bookmarksApi({ store, recordings }: ApiContext) {
  const changed = createSignal()
  const list = async (recording: string | undefined): Promise<BookmarkedEntry[]> => (await recordings.reader({ recording })).bookmarks()
  /** @returns what was done, told to whoever looks */
  const write = async <T>(recording: string | undefined, work: (write: Store['write']) => Promise<T>): Promise<T> => {
    const done = await (recording === undefined ? work(store.write) : recordings.shelf.write(recording, work))
    changed.emit()
    return done
  }
  return {
    list: os.bookmarks.list.handler(async ({ input }) => {
      const all = await list(input?.recording)
      return input?.charger === undefined ? all : all.filter(({ chargerId }) => chargerId === input.charger)
    }),
    save: os.bookmarks.save.handler(async ({ input: { recording, seq, note } }) => {
      const saved = await write(recording, (db) => db.saveBookmark({ seq, note, at: Date.now() }))
      if (saved === null) throw new ActionProblem('not-found', `The log has no entry number ${seq}.`)
      return saved
    }),
    remove: os.bookmarks.remove.handler(async ({ input: { recording, seq } }) => ({
      removed: await write(recording, (db) => db.removeBookmark(seq)),
    })),
    watch: os.bookmarks.watch.handler(({ input, signal }) =>
      watch(changed, () => list(input.recording), { everyMs: WATCH_MS, abort: signal }),
    ),
  }
}
