import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { openLogs } from './queue.ts'

/** Lets a log file be chosen; dropping one on the window does the same. */
export function OpenLogButton({ prominent = false }: { prominent?: boolean }) {
  return (
    <FileButton multiple onChange={openLogs}>
      {(props) => (
        <Button {...props} variant={prominent ? 'filled' : 'default'} leftSection={<IconFileImport size={15} aria-hidden />}>
          Open log…
        </Button>
      )}
    </FileButton>
  )
}
