import type { RefObject } from 'react'
import type { Entry } from '../../../shared/domain/entry.ts'
import { useKeys } from '../../ui/keys.ts'
import type { LogView } from './columns/useLogView.ts'
import { hideable } from './filters/HideToggles.tsx'
import type { Find } from './find/useFind.ts'
import type { RowsHandle } from './LogRows.tsx'
import { toggled, type LogFilter } from './model/filter.ts'
import { nextTimeMode } from './model/relative-time.ts'
import { useFindKeys } from './useFindKeys.ts'
import type { useLogText } from './useLogText.ts'

interface LogKeys {
  rows: RefObject<RowsHandle | null>
  active: Entry | null
  open: boolean
  filter: LogFilter
  view: LogView
  text: ReturnType<typeof useLogText>
  find: Find
  onFilter: (filter: LogFilter) => void
  onClose: () => void
  onFollow: () => void
  onExport: () => void
  onHistogram: () => void
  onNote: (entry: Entry) => void
  onMark: (entry: Entry) => void
}

/** Every key of the log, as `ui/keys.ts` lists them. */
export function useLogKeys(log: LogKeys): void {
  const { rows, active, filter, view, text, find } = log
  const step = (by: number) => {
    rows.current?.step(by)
    rows.current?.focus()
  }
  const hide = ({ action }: (typeof hideable)[number]) => log.onFilter({ ...filter, notAction: toggled(filter.notAction, action) })
  useFindKeys({ start: () => text.start('find'), go: find.go })
  useKeys({
    j: () => step(1),
    k: () => step(-1),
    g: () => void rows.current?.toEnd('first'),
    G: () => void rows.current?.toEnd('last'),
    f: log.onFollow,
    e: log.onExport,
    '/': () => text.start('filter'),
    n: () => find.go(1),
    N: () => find.go(-1),
    v: log.onHistogram,
    R: () => view.onTimeMode(nextTimeMode(view.timeMode)),
    ...Object.fromEntries(hideable.map((each) => [each.key, () => hide(each)])),
    ...(active === null ? {} : { b: () => log.onNote(active), r: () => log.onMark(active) }),
    ...(log.open ? { Escape: log.onClose } : {}),
  })
}
