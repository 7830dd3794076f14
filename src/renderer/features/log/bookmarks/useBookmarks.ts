import { useMemo } from 'react'
import type { BookmarkedEntry } from '../../../../shared/domain/bookmark.ts'
import { client } from '../../../api/client.ts'
import { useLive } from '../../../api/live.ts'
import { useRecordingScope } from '../../../api/recording.ts'

export interface Bookmarks {
  /** In the order of the log; of one charger where the log is that of one. */
  list: readonly BookmarkedEntry[]
  /** The note on an entry, perhaps empty; null where it has no bookmark. */
  noteOn: (seq: number) => string | null
  save: (seq: number, note: string) => Promise<unknown>
  remove: (seq: number) => Promise<unknown>
}

/** The bookmarks of the log that is shown, as they are now. */
export function useBookmarks(chargerId: string | undefined): Bookmarks {
  const scope = useRecordingScope()
  const { recording } = scope
  const { data } = useLive(['bookmarks', recording], (signal) => client.bookmarks.watch(scope, { signal }))
  return useMemo(() => {
    const notes = new Map((data ?? []).map(({ seq, note }) => [seq, note]))
    return {
      list: (data ?? []).filter((each) => chargerId === undefined || each.chargerId === chargerId),
      noteOn: (seq) => notes.get(seq) ?? null,
      save: (seq, note) => client.bookmarks.save({ seq, note, ...(recording === undefined ? {} : { recording }) }),
      remove: (seq) => client.bookmarks.remove({ seq, ...(recording === undefined ? {} : { recording }) }),
    }
  }, [data, chargerId, recording])
}
