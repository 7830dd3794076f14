import type { JsonValue } from '../../../../shared/ocpp/frame.ts'
import type { Fields } from '../../../../shared/ocpp/payload.ts'
import type { ChargerMemory } from '../../interpret/types.ts'
import type { Desk, Terms } from '../desk.ts'

export interface HandlerContext {
  chargerId: string
  now: number
  desk: Desk
  memory: ChargerMemory
  /** Whether the user has a running session, at another charger or connector than this one. */
  chargesElsewhere: (userId: string, connectorId: number) => boolean
  /** Whether we asked for this message with a TriggerMessage on this connection. */
  wasTriggered: (action: string) => boolean
  /**
   * Takes a certificate request (PEM) to sign and to deliver by CertificateSigned after the answer.
   * @param more what CertificateSigned says beside the certificate
   * @returns whether it will be signed; absent where nothing here can sign
   */
  signCertificate?: (csr: string, more?: Answer) => boolean
  /** The terms that a Start charge has asked for, for this connector and user; taken once. */
  takeRequestedTerms: (connectorId: number, userId: string) => Terms | null
  /** Notes a session's terms in the log, after the answer. */
  noteTerms: (transactionId: number | string, terms: Terms) => void
  /** Runs when the answer has left. */
  afterAnswer: (effect: () => void) => void
  /** Queues a call to the charger, to be sent after the answer. */
  call: (action: string, payload: { [key: string]: JsonValue }) => void
}

/** The payload of an answer. */
export type Answer = { [key: string]: JsonValue }

/** How one action of a charger is answered. */
export interface Handler {
  /**
   * Fields without which no sensible answer can be given: a violation in one of them is answered with a CALLERROR.
   * Violations elsewhere are noted in the log and tolerated, because refusing would only make the charger repeat itself.
   * A readable value of another type ("7" for 7) is no violation here. A field inside another is written `outer/inner`.
   */
  essential: readonly string[]
  /** Essential fields in which even a readable value must be one that the standard allows. */
  exact?: readonly string[]
  answer: (payload: Fields, context: HandlerContext) => Answer
}
