import { Button, Tooltip } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import { useState } from 'react'
import type { ServerStatus } from '../../../shared/domain/settings.ts'
import { useServerStatus } from '../../api/bench.tsx'
import { client, orpc, queryClient } from '../../api/client.ts'
import { Copy } from '../../ui/Copyable.tsx'
import { formatBytes, formatCount, zoneLabel } from '../../ui/format.ts'
import { tellProblem } from '../../ui/problem.ts'
import classes from './StatusBar.module.css'

/** The bottom line: where chargers connect to, how many do, and how much has been recorded. */
export function StatusBar() {
  const { data: status } = useServerStatus()
  return (
    <footer className={classes.bar} data-problem={status?.problem ? true : undefined}>
      {status ? <Listening status={status} /> : <span>Asking Chargebench for its state…</span>}
      {status && (
        <>
          <span>{formatCount(status.connected)} connected</span>
          <span>{formatRate(status.messagesPerSecond)} msg/s</span>
          <span className={classes.last}>
            {formatCount(status.entries)} entries, {formatBytes(status.databaseBytes)}
          </span>
        </>
      )}
      <Tooltip label="The zone of all times in this window">
        <span>{zoneLabel()}</span>
      </Tooltip>
    </footer>
  )
}

function Listening({ status }: { status: ServerStatus }) {
  const [busy, setBusy] = useState(false)
  if (!status.problem) {
    const url = bestUrl(status)
    return (
      <span className={classes.address}>
        <span className="mono">{url}</span>
        <Copy text={url} what="the address" />
      </span>
    )
  }
  const next = status.nextFreePort
  const useNext = async (port: number) => {
    setBusy(true)
    try {
      await client.server.listen({ port })
      await queryClient.invalidateQueries({ queryKey: orpc.settings.key() })
    } catch (error) {
      tellProblem(error, `Port ${port} could not be used`)
    } finally {
      setBusy(false)
    }
  }
  return (
    <span className={classes.address} role="alert">
      <IconAlertTriangle size={14} />
      <span className={classes.problem} title={status.problem}>
        {status.problem}
      </span>
      {next !== null && (
        <Button size="compact-xs" loading={busy} onClick={() => void useNext(next)}>
          Use port {next} instead
        </Button>
      )}
    </span>
  )
}

/** The address that another device can reach, before the one that only this machine can. */
function bestUrl(status: ServerStatus): string {
  const best = status.addresses.find((address) => !address.loopback) ?? status.addresses[0]
  return best?.url ?? `ws://${status.host}:${status.port}/`
}

function formatRate(rate: number): string {
  return rate > 0 && rate < 10 ? rate.toFixed(1) : formatCount(rate)
}
