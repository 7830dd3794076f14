import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Copy } from '../../ui/Copyable.tsx'
import classes from './recordings.module.css'

/** Where recordings are on the disk. */
export function KeptIn() {
  const { data: info } = useQuery(orpc.app.info.queryOptions({ staleTime: Infinity }))
  if (info === undefined) return null
  const folder = `${info.dataDir}${info.dataDir.includes('\\') ? '\\' : '/'}recordings`
  return (
    <div className={classes.kept}>
      <Text size="xs" c="dimmed">
        Kept in <code>{folder}</code>. The files that they were made from stay where they are, and are not needed any more.
      </Text>
      <Copy text={folder} what="the folder" />
    </div>
  )
}
