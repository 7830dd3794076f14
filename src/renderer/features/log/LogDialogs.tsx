import { useState } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { ExportDialog } from '../export/ExportDialog.tsx'
import { NoteEditor } from './bookmarks/NoteEditor.tsx'
import type { Bookmarks } from './bookmarks/useBookmarks.ts'
import type { TimeMarks } from './marks/useTimeMarks.ts'
import { RowMenu, type MenuPlace } from './menu/RowMenu.tsx'
import type { LogFilter } from './model/filter.ts'

/** What stands over the log at the moment: the menu of a row, the note on an entry, the export. */
export function useLogDialogs() {
  const [menu, setMenu] = useState<MenuPlace | null>(null)
  const [noting, setNoting] = useState<Entry | null>(null)
  const [exporting, setExporting] = useState(false)
  return { menu, setMenu, noting, setNoting, exporting, setExporting }
}

interface LogDialogsProps {
  dialogs: ReturnType<typeof useLogDialogs>
  recording: string | undefined
  chargerId: string | undefined
  bookmarks: Bookmarks
  times: TimeMarks
  /** What the log shows, and how many entries that are. */
  filter: LogFilter
  count: number
  onFollow: (filter: LogFilter) => void
  onMenuClosed: () => void
}

export function LogDialogs(props: LogDialogsProps) {
  const { dialogs, recording, chargerId, bookmarks, times, filter, count, onFollow, onMenuClosed } = props
  const { menu, noting, exporting } = dialogs
  return (
    <>
      <RowMenu
        at={menu}
        recording={recording}
        showCharger={chargerId === undefined}
        bookmarked={menu !== null && bookmarks.noteOn(menu.entry.seq) !== null}
        marked={menu !== null && times.marks.some(({ seq }) => seq === menu.entry.seq)}
        onFollow={onFollow}
        onBookmark={dialogs.setNoting}
        onMark={times.toggle}
        onClose={() => {
          dialogs.setMenu(null)
          onMenuClosed()
        }}
      />
      {noting !== null && <NoteEditor entry={noting} bookmarks={bookmarks} onClose={() => dialogs.setNoting(null)} />}
      <ExportDialog opened={exporting} onClose={() => dialogs.setExporting(false)} filter={filter} count={count} chargerId={chargerId} />
    </>
  )
}
