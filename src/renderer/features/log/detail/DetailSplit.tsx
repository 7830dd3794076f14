import { useLocalStorage } from '@mantine/hooks'
import type { KeyboardEvent, PointerEvent, ReactNode } from 'react'
import classes from './detail.module.css'

interface DetailSplitProps {
  layout: 'beside' | 'below'
  /** Size of the whole in the direction of the split, px. */
  room: number
  children: ReactNode
}

const least = 160
/** What is left to the rows at least, px. */
const leastRows = { beside: 380, below: 120 }
const keyStep = 24

/** The pane beside or below the rows, with an edge that can be dragged, or moved with the arrow keys. */
export function DetailSplit({ layout, room, children }: DetailSplitProps) {
  const beside = layout === 'beside'
  const [wanted, setWanted] = useLocalStorage({
    key: `chargebench-log-detail-${layout}`,
    defaultValue: beside ? 440 : 260,
    getInitialValueInEffect: false,
  })
  const most = Math.max(least, room - (beside ? leastRows.beside : leastRows.below))
  const size = Math.min(Math.max(wanted, least), most)

  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const edge = event.currentTarget
    const start = (beside ? event.clientX : event.clientY) + size
    edge.setPointerCapture(event.pointerId)
    const move = (moved: globalThis.PointerEvent) =>
      setWanted(Math.min(Math.max(start - (beside ? moved.clientX : moved.clientY), least), most))
    edge.addEventListener('pointermove', move)
    edge.addEventListener('lostpointercapture', () => edge.removeEventListener('pointermove', move), { once: true })
  }
  const press = (event: KeyboardEvent) => {
    const grow = beside ? 'ArrowLeft' : 'ArrowUp'
    const shrink = beside ? 'ArrowRight' : 'ArrowDown'
    if (event.key !== grow && event.key !== shrink) return
    event.preventDefault()
    setWanted(Math.min(Math.max(size + (event.key === grow ? keyStep : -keyStep), least), most))
  }
  return (
    <>
      {/* A separator that can be moved takes the focus (ARIA window splitter pattern). */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
      <div
        role="separator"
        aria-label="Size of the entry's pane"
        aria-orientation={beside ? 'vertical' : 'horizontal'}
        aria-valuenow={Math.round(size)}
        aria-valuemin={least}
        aria-valuemax={Math.round(most)}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        tabIndex={0}
        className={classes.splitter}
        onPointerDown={drag}
        onKeyDown={press}
      />
      <div className={classes.pane} style={beside ? { width: size } : { height: size }}>
        {children}
      </div>
    </>
  )
}
