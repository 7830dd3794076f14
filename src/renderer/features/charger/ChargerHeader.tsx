import { Button, Title, Tooltip } from '@mantine/core'
import { IconAdjustments, IconChevronDown, IconChevronUp } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Charger } from '../../../shared/domain/charger.ts'
import { useRecording } from '../../api/recording.ts'
import { formatDateTime, formatDuration } from '../../ui/format.ts'
import { useNow } from '../../ui/useNow.ts'
import { ConnectionMark } from '../chargers/ConnectionMark.tsx'
import { FindingsLink } from '../findings/FindingsLink.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { QuirksLink } from '../quirks/QuirksLink.tsx'
import classes from './ChargerHeader.module.css'
import { ClockOffset } from './ClockOffset.tsx'

interface ChargerHeaderProps {
  charger: Charger
  detailsShown: boolean
  onToggleDetails: () => void
}

/** Who the charger is, and how well it can be reached. */
export function ChargerHeader({ charger, detailsShown, onToggleDetails }: ChargerHeaderProps) {
  const recorded = useRecording() !== null
  const boot = charger.bootInfo
  const what = [
    boot && `${boot.vendor} ${boot.model}`.trim(),
    boot?.firmwareVersion && `fw ${boot.firmwareVersion}`,
    charger.protocol && protocolName(charger.protocol),
    charger.virtual && 'virtual',
  ].filter(Boolean)
  return (
    <header className={classes.header}>
      <Title order={1} className={classes.id} title={visibleLine(charger.id)}>
        {visibleLine(charger.id)}
      </Title>
      <span className={classes.what} title={what.join(' · ')}>
        {what.join(' · ') || 'has not said yet what it is'}
      </span>
      {recorded ? (
        // Nothing is reached in a recording; only the clock tells something yet.
        <span className={classes.reach}>
          <ClockOffset charger={charger} />
        </span>
      ) : (
        <Reach charger={charger} />
      )}
      <FindingsLink chargerId={charger.id} />
      <QuirksLink chargerId={charger.id} />
      {!recorded && (
        <Button
          variant="subtle"
          color="gray"
          c="dimmed"
          size="compact-xs"
          leftSection={<IconAdjustments size={13} />}
          renderRoot={(props) => <Link to="/chargers/$id/configuration" params={{ id: charger.id }} {...props} />}
        >
          Configuration
        </Button>
      )}
      <Button
        variant="subtle"
        color="gray"
        c="dimmed"
        size="compact-xs"
        rightSection={detailsShown ? <IconChevronUp size={13} /> : <IconChevronDown size={13} />}
        aria-expanded={detailsShown}
        onClick={onToggleDetails}
      >
        Details
      </Button>
    </header>
  )
}

function Reach({ charger }: { charger: Charger }) {
  const now = useNow()
  const since = charger.connectionSince
  const long = since === null ? '' : ` ${formatDuration(Math.max(0, now - since))}`
  return (
    <span className={classes.reach}>
      <Tooltip
        label={`${charger.connected ? 'Since' : 'Lost at'} ${formatDateTime(since)}${charger.remoteAddress ? `, from ${charger.remoteAddress}` : ''}`}
      >
        <span className={classes.connection} data-connected={charger.connected || undefined}>
          <ConnectionMark connected={charger.connected} />
          {charger.connected ? `connected${long}` : `lost${long} ago`}
        </span>
      </Tooltip>
      <ClockOffset charger={charger} />
      {charger.latencyMs !== null && (
        <Tooltip label="Round trip of our last call that it answered">
          <span>{formatDuration(charger.latencyMs)}</span>
        </Tooltip>
      )}
    </span>
  )
}

function protocolName(protocol: string): string {
  return protocol.replace(/^ocpp/i, 'OCPP ')
}
