import { ActionIcon, Button, CloseButton, SegmentedControl, Tooltip } from '@mantine/core'
import { IconZoomIn, IconZoomOut, IconZoomScan } from '@tabler/icons-react'
import { formatTime } from '../../ui/format.ts'
import type { Lane } from '../../../shared/timeline/lanes.ts'
import type { TimelinePicture } from '../../../shared/timeline/picture/index.ts'
import { Overview } from './Overview.tsx'
import { PictureMenu } from './PictureMenu.tsx'
import { spanOf, type Range } from '../../../shared/timeline/range.ts'
import classes from './timeline.module.css'
import type { ViewControl } from './useView.ts'
import { follows, presets } from './view.ts'
import { lasted } from './words.ts'

interface ToolbarProps {
  lanes: Lane[]
  view: ViewControl
  live: boolean
  selection: Range | null
  onSelect: (range: Range | null, done?: boolean) => void
  picture: () => TimelinePicture
}

/** Range presets, the overview strip, zoom, and the way back to the live edge. */
export function Toolbar({ lanes, view, live, selection, onSelect, picture }: ToolbarProps) {
  const shown = view.view.kind === 'follow' ? view.view.span : view.view.kind
  return (
    <div className={classes.toolbar}>
      <SegmentedControl
        aria-label="Visible range"
        value={String(shown)}
        onChange={(value) => view.show(value === 'all' ? { kind: 'all' } : { kind: 'follow', span: Number(value) })}
        data={[...presets.map(({ label, span }) => ({ label, value: String(span) })), { label: 'All', value: 'all' }]}
        transitionDuration={0}
      />
      <Overview lanes={lanes} view={view} selection={selection} onSelect={onSelect} />
      {selection && <Selected selection={selection} view={view} onClear={() => onSelect(null)} />}
      <ActionIcon.Group>
        <Tooltip label="Zoom out (−)">
          <ActionIcon aria-label="Zoom out" onClick={() => view.zoom(1.5)}>
            <IconZoomOut size={16} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label="Zoom in (+)">
          <ActionIcon aria-label="Zoom in" onClick={() => view.zoom(1 / 1.5)}>
            <IconZoomIn size={16} />
          </ActionIcon>
        </Tooltip>
      </ActionIcon.Group>
      <PictureMenu picture={picture} selected={selection !== null} />
      {live && <LiveEdge view={view} />}
    </div>
  )
}

/** Of one width in both cases, so that nothing moves when following ends. */
function LiveEdge({ view }: { view: ViewControl }) {
  if (follows(view.view)) {
    return (
      <output className={classes.live}>
        <span className={classes.liveMark} aria-hidden /> following
      </output>
    )
  }
  return (
    <Button className={classes.live} variant="default" px={6} onClick={() => view.show({ kind: 'follow', span: spanOf(view.range) })}>
      Back to live
    </Button>
  )
}

function Selected({ selection, view, onClear }: { selection: Range; view: ViewControl; onClear: () => void }) {
  return (
    <span className={classes.selected} data-testid="timeline-selection">
      {formatTime(selection.from).slice(0, 8)} – {formatTime(selection.to).slice(0, 8)} · {lasted(spanOf(selection))}
      <Tooltip label="Zoom to the selected time">
        <ActionIcon aria-label="Zoom to the selected time" size="xs" onClick={() => view.moveTo(selection)}>
          <IconZoomScan size={14} />
        </ActionIcon>
      </Tooltip>
      <CloseButton size="xs" aria-label="Clear the selected time" onClick={onClear} />
    </span>
  )
}
