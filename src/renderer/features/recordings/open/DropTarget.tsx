import { Text, Title } from '@mantine/core'
import { useEffect, useState } from 'react'
import classes from './open.module.css'
import { openLogs } from './queue.ts'

/** Takes log files that are dropped anywhere on the window. A file is never shown by the window itself. */
export function DropTarget() {
  const [over, setOver] = useState(false)
  useEffect(() => {
    // Each element that is passed over enters before the one before it leaves.
    let inside = 0
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const enter = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      inside += 1
      setOver(true)
    }
    const leave = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      inside = Math.max(0, inside - 1)
      setOver(inside > 0)
    }
    const hover = (event: DragEvent) => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const drop = (event: DragEvent) => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      inside = 0
      setOver(false)
      openLogs([...(event.dataTransfer?.files ?? [])])
    }
    const ending = new AbortController()
    const { signal } = ending
    window.addEventListener('dragenter', enter, { signal })
    window.addEventListener('dragleave', leave, { signal })
    window.addEventListener('dragover', hover, { signal })
    window.addEventListener('drop', drop, { signal })
    return () => ending.abort()
  }, [])
  if (!over) return null
  return (
    <div className={classes.drop}>
      <div className={classes.dropSheet}>
        <Title order={2}>Drop to open as a log</Title>
        <Text size="sm" c="dimmed">
          It becomes a recording of its own; what is live goes on.
        </Text>
      </div>
    </div>
  )
}
