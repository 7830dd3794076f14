import { VisuallyHidden } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Connector } from '../../../shared/domain/charger.ts'
import { stateStyle } from '../../../shared/domain/state.ts'
import {
  formatCurrent,
  formatDateTime,
  formatDuration,
  formatEnergy,
  formatMoney,
  formatPercent,
  formatPower,
  formatVoltage,
} from '../../ui/format.ts'
import { StateBadge, statePattern, useScheme } from '../../ui/state.tsx'
import { useNow } from '../../ui/useNow.ts'
import classes from './ConnectorCard.module.css'
import { ErrorLine } from './ErrorLine.tsx'

interface ConnectorCardProps {
  connector: Connector
  connected: boolean
  /** What can be done at it, for a virtual charger. */
  children?: ReactNode
}

/** What one connector does, what flows through it, and whose session it is. */
export function ConnectorCard({ connector, connected, children }: ConnectorCardProps) {
  const scheme = useScheme()
  const now = useNow()
  const { session, status } = connector
  const shown = status ?? 'Unknown'
  return (
    <section className={classes.card} data-stale={!connected || undefined} aria-label={`Connector ${connector.id}`}>
      <span aria-hidden className={classes.edge} style={statePattern(connected ? shown : 'Disconnected', scheme)} />
      <header className={classes.head}>
        <span className={classes.name}>Connector {connector.id}</span>
        {connector.evse && connector.evse.id !== connector.id && (
          <span className={classes.quiet}>
            EVSE {connector.evse.id}
            {connector.evse.connectorId !== null && `, connector ${connector.evse.connectorId}`}
          </span>
        )}
        <StateBadge state={status} />
        {connector.since !== null && (
          <span className={classes.quiet} title={`Since ${formatDateTime(connector.since)}`}>
            {formatDuration(Math.max(0, now - connector.since))}
          </span>
        )}
        {!connected && <span className={classes.lastKnown}>last known</span>}
      </header>
      {session ? <Figures connector={connector} /> : <p className={classes.meaning}>{stateStyle[shown].meaning}</p>}
      {session && (
        <p className={classes.session}>
          {session.userId ?? 'Unknown user'}{' '}
          <span className={classes.quiet}>for {formatDuration(Math.max(0, now - session.startedAt))}</span>
          {session.cost !== null && ` · ${formatMoney(session.cost, session.currency)}`}
          <span className={classes.quiet}>
            {session.paymentMethod && ` · ${session.paymentMethod.name}`} · transaction {session.transactionId}
          </span>
        </p>
      )}
      {hasError(connector) && (
        <ErrorLine errorCode={connector.errorCode} vendorErrorCode={connector.vendorErrorCode} info={connector.info} />
      )}
      {children}
    </section>
  )
}

/** The units say what most figures are. */
function Figures({ connector }: { connector: Connector }) {
  const figures = [
    { label: 'Power', text: formatPower(connector.powerW), known: connector.powerW !== null },
    { label: 'Current', text: formatCurrent(connector.currentA), known: connector.currentA !== null },
    { label: 'Voltage', text: formatVoltage(connector.voltageV), known: connector.voltageV !== null },
    { label: 'Energy of the session', text: formatEnergy(connector.session?.energyWh), known: connector.session !== null },
    { label: 'SoC', text: formatPercent(connector.socPercent), known: connector.socPercent !== null },
  ]
  return (
    <dl className={classes.figures} title={connector.measuredAt === null ? undefined : `Measured ${formatDateTime(connector.measuredAt)}`}>
      {figures
        .filter((figure) => figure.known)
        .map((figure) => (
          <div key={figure.label} title={figure.label}>
            {figure.label === 'SoC' ? <dt>SoC</dt> : <VisuallyHidden component="dt">{figure.label}</VisuallyHidden>}
            <dd>{figure.text}</dd>
          </div>
        ))}
    </dl>
  )
}

function hasError({ errorCode, vendorErrorCode }: Connector): boolean {
  return (errorCode !== null && errorCode !== 'NoError') || (vendorErrorCode !== null && vendorErrorCode !== '')
}
