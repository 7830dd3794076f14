import { BookmarkList } from './bookmarks/BookmarkList.tsx'
import { ViewMenu } from './columns/ViewMenu.tsx'
import { FilterBar } from './filters/FilterBar.tsx'
import { SearchBox } from './find/SearchBox.tsx'
import { FollowToggle } from './FollowToggle.tsx'
import { LogToolbar } from './LogToolbar.tsx'
import { countOf } from './model/window.ts'
import type { Reading } from './useReading.ts'

/** The line above the rows: what is looked for, what is shown, how much of it there is, and how it is shown. */
export function LogTop({ reading, chargerId }: { reading: Reading; chargerId: string | undefined }) {
  const { showCharger, recording, filter, setFilter, shown, live, histogram, setHistogram, jump, dialogs, view, bookmarks } = reading
  const { rows, text, textField, find } = reading
  const { known, window } = shown.state
  return (
    <FilterBar
      filter={filter}
      onChange={setFilter}
      chargerId={chargerId}
      search={
        <SearchBox
          ref={textField}
          mode={text.mode}
          text={text.text}
          find={find}
          onChange={text.change}
          onMode={text.turn}
          onLeave={() => rows.current?.focus()}
        />
      }
    >
      <LogToolbar
        total={known === 'least' ? window.entries.length : countOf(window)}
        known={known}
        onExport={() => dialogs.setExporting(true)}
      >
        {recording === undefined && <FollowToggle order={live.order} live={live.pinned} onToggle={live.follow} />}
        <BookmarkList
          bookmarks={bookmarks}
          showCharger={showCharger}
          only={filter.bookmarked === true}
          onOnly={(only) => setFilter({ ...filter, bookmarked: only ? true : undefined })}
          onJump={jump}
        />
        <ViewMenu view={view} showCharger={showCharger} histogram={histogram} onHistogram={setHistogram} />
      </LogToolbar>
    </FilterBar>
  )
}
