import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { Attempt } from '../../../shared/domain/handshake.ts'
import { useChargers } from '../../api/bench.tsx'
import { formatDateTime } from '../../ui/format.ts'
import classes from './Handshakes.module.css'

/** The handshake as it came, secrets masked. */
export function AttemptDetail({ attempt }: { attempt: Attempt }) {
  const { tls } = attempt
  const isKnown = useChargers().data?.some(({ id }) => id === attempt.chargerId) === true
  const certificate = tls?.clientCertificate
  return (
    <dl className={classes.facts}>
      <Fact name="Address">{attempt.remoteAddress ?? 'unknown'}</Fact>
      {attempt.url !== null && <Fact name="URL">{attempt.url}</Fact>}
      <Fact name="Answered">{attempt.outcome === 'connected' ? '101 Switching Protocols' : (attempt.status ?? 'closed')}</Fact>
      {attempt.url !== null && <Fact name="Offers">{attempt.subprotocols.join(', ') || 'no subprotocol'}</Fact>}
      {attempt.outcome === 'connected' && <Fact name="Agreed on">{attempt.protocol ?? 'no subprotocol'}</Fact>}
      <Fact name="Encryption">{tls === null ? 'none' : `${tls.version}, ${tls.cipher}`}</Fact>
      {certificate && (
        <Fact name="Its certificate">
          {certificate.subject}, signed by {certificate.issuer}, valid {certificate.validFrom} to {certificate.validTo}
          {certificate.problem !== null && ` (${certificate.problem})`}
        </Fact>
      )}
      {attempt.firstBytes !== null && <Fact name="First bytes">{attempt.firstBytes}</Fact>}
      {attempt.headers.length > 0 && (
        <Fact name="Headers">
          {attempt.headers.map(([name, value], index) => (
            <div key={`${index} ${name}`}>
              {name}: {value}
            </div>
          ))}
        </Fact>
      )}
      <Fact name="First tried">{formatDateTime(attempt.firstAt)}</Fact>
      {attempt.chargerId !== null && (
        <Fact name="Charger">
          {isKnown ? (
            <Link to="/chargers/$id" params={{ id: attempt.chargerId }} search={{ seq: attempt.seq }}>
              {attempt.chargerId}
            </Link>
          ) : (
            `${attempt.chargerId} (has never been connected)`
          )}
        </Fact>
      )}
    </dl>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
