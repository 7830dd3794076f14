import type { Entry, Severity } from '../../../shared/domain/entry.ts'
import { PaymentMethod, PriceGroup } from '../../../shared/domain/money.ts'
import { categories, type Category } from '../../../shared/ocpp/category.ts'
import { parseJson, type Deviation } from '../../../shared/ocpp/frame.ts'
import { protocolOf } from '../../../shared/ocpp/protocol.ts'
import { summariseEvent } from '../../../shared/ocpp/summary.ts'
import { plain } from '../../../shared/ocpp/words/show.ts'
import { project } from '../project/index.ts'
import type { Projection } from '../project/projection.ts'
import { endedWith, runningWith } from '../project/session-rows.ts'
import type { Fact } from './facts.ts'
import type { Memory } from './memory.ts'
import { giveUp } from './pairing.ts'
import { connectorNumber, fields, list, number, text, transactionText, type Fields } from '../../../shared/ocpp/payload.ts'
import type { Happening, Interpretation } from './types.ts'

/** Reads what happened beside the frames; `raw` is JSON of our own. */
export function interpretEvent(memory: Memory, happening: Happening, projection: Projection): Interpretation {
  const data = happening.kind === 'text' ? {} : fields(parseJson(happening.raw))
  const input = fields(data['input'])
  const transactionId = transactionText(data['transactionId'])
  const facts = factsOf(memory, happening, data)
  for (const fact of facts) project(memory, projection, fact)
  const silent = happening.kind === 'notice' ? text(data['messageId']) : null
  if (silent !== null) giveUp(memory, silent)
  const former = happening.kind === 'disconnect' && facts.length === 0
  const session = transactionId === null ? null : (runningWith(memory, transactionId)?.session ?? endedWith(memory, transactionId))
  const entry: Entry = {
    ...happening,
    category: categoryOf(happening, data),
    messageType: null,
    messageId: null,
    action: null,
    summary:
      happening.kind === 'text' ? plain(happening.raw.trim(), 300) : summariseEvent(former ? 'former-disconnect' : happening.kind, data),
    latencyMs: null,
    severity: former ? 'none' : severityOf(happening, data),
    deviations: [...projection.deviations, ...handshakeDeviations(happening, data), ...onPurpose(happening, data)],
    connectorId: connectorNumber(data['connectorId']) ?? connectorNumber(input['connectorId']),
    transactionId,
    sessionId: session?.id ?? null,
    answers: null,
  }
  return { entry, reading: null, changes: projection.changes }
}

/** What was unusual about a handshake, and tolerated. */
function handshakeDeviations({ kind }: Happening, data: Fields): Entry['deviations'] {
  if (kind !== 'connect') return []
  return list(data['notes']).flatMap((note) => (typeof note === 'string' ? [{ code: 'handshake', text: note }] : []))
}

function factsOf(memory: Memory, happening: Happening, data: Fields): Fact[] {
  const { kind, connectionId, at } = happening
  switch (kind) {
    case 'connect': {
      const protocol = text(data['protocol'])
      const virtual = typeof data['virtual'] === 'boolean' ? data['virtual'] : null
      return [
        {
          type: 'ConnectionOpened',
          protocol,
          named: protocolOf(protocol) !== null,
          remoteAddress: text(data['remoteAddress']),
          virtual,
          why: 'connected',
        },
      ]
    }
    case 'disconnect': {
      // The late close of a connection that another has replaced changes nothing.
      const current = memory.charger.connectionId
      if (connectionId !== null && (current === null ? connectionId === memory.lostConnectionId : connectionId !== current)) return []
      return [{ type: 'ConnectionLost', at: number(data['lastKnownAt']) ?? at, why: summariseEvent(kind, data) }]
    }
    case 'action':
      return actionFacts(data)
    case 'terms': {
      const transactionId = transactionText(data['transactionId'])
      return transactionId === null ? [] : [{ type: 'TermsSet', transactionId, userId: text(data['userId']), ...termsOf(data) }]
    }
    case 'frame':
    case 'refused':
    case 'replaced':
    case 'ping-timeout':
    case 'notice':
    case 'text':
      return []
  }
}

function actionFacts(data: Fields): Fact[] {
  const transactionId = transactionText(data['transactionId'])
  switch (data['action']) {
    case 'force-end':
      return [{ type: 'SessionForceEnded', transactionId, connectorId: connectorNumber(data['connectorId']) }]
    case 'void':
      return transactionId === null ? [] : [{ type: 'PaymentVoided', transactionId }]
    case 'start': {
      const input = fields(data['input'])
      const userId = text(input['userId'])
      return userId === null ? [] : [{ type: 'StartAsked', connectorId: connectorNumber(input['connectorId']), userId, ...termsOf(data) }]
    }
    default:
      return []
  }
}

/** What the technician has sent against the standard, knowing it. */
function onPurpose({ kind }: Happening, data: Fields): Deviation[] {
  if (kind !== 'action' || data['anyway'] !== true) return []
  const problems = list(data['problems']).map((problem) => text(problem) ?? '')
  return [{ code: 'sent-on-purpose', text: `Sent on purpose although invalid: ${problems.join('; ')}.` }]
}

function termsOf(data: Fields): { paymentMethod: PaymentMethod | null; priceGroup: PriceGroup | null } {
  return {
    paymentMethod: PaymentMethod.nullish().catch(null).parse(data['paymentMethod']) ?? null,
    priceGroup: PriceGroup.nullish().catch(null).parse(data['priceGroup']) ?? null,
  }
}

function categoryOf({ kind }: Happening, data: Fields): Category {
  switch (kind) {
    case 'refused':
      return data['security'] === true ? 'security' : 'connection'
    case 'action':
    case 'terms':
      return 'transaction'
    case 'notice':
      return categories.find((category) => category === data['category']) ?? 'connection'
    case 'frame':
    case 'connect':
    case 'disconnect':
    case 'replaced':
    case 'ping-timeout':
    case 'text':
      return 'connection'
  }
}

/** Close codes of an orderly end (RFC 6455 §7.4.1): done, going away, restarting, or closed without a code. */
const orderly = new Set([1000, 1001, 1005, 1012])

function severityOf({ kind }: Happening, data: Fields): Severity {
  switch (kind) {
    case 'refused':
    case 'ping-timeout':
      return 'warning'
    case 'disconnect': {
      if (data['lastKnownAt'] !== undefined && data['lastKnownAt'] !== null) return 'notice'
      const code = number(data['code'])
      return code === null || orderly.has(code) ? 'none' : 'warning'
    }
    case 'replaced':
      return 'notice'
    case 'notice':
      return (['none', 'notice', 'warning', 'error'] as const).find((severity) => severity === data['severity']) ?? 'notice'
    case 'action':
      return data['anyway'] === true || data['action'] === 'compose-raw' ? 'notice' : 'none'
    case 'connect':
      return list(data['notes']).length > 0 ? 'notice' : 'none'
    case 'frame':
    case 'terms':
    case 'text':
      return 'none'
  }
}
