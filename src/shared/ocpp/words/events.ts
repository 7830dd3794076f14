/** What happened beside the frames, one line each. */
import { remoteActions, type RemoteActionName } from '../../domain/remote-action.ts'
import { fields, list, number, text, type Fields } from '../payload.ts'
import { joined, plain, said } from './show.ts'

export function eventWords(kind: string, data: Fields): string {
  switch (kind) {
    case 'connect':
      return joined([
        `Connected${data['virtual'] === true ? ' (virtual charger)' : ''}`,
        data['remoteAddress'] ? `from ${said(data, 'remoteAddress', 60)}` : null,
        protocolWords(data),
      ])
    case 'disconnect':
      return `Disconnected: ${disconnectWords(data)}`
    case 'former-disconnect':
      return `A former connection has closed: ${disconnectWords(data)}`
    case 'refused':
      return joined([
        `Refused${repeatWords(data)}: ${said(data, 'reason', 200)?.replace(/\.$/, '') ?? 'no reason given'}`,
        data['remoteAddress'] ? `from ${said(data, 'remoteAddress', 60)}` : null,
      ])
    case 'replaced':
      return 'Replaced: the charger has opened another connection'
    case 'ping-timeout':
      return 'No answer to our ping: the connection is taken for lost'
    case 'action':
      return actionWords(data)
    case 'terms':
      return joined(
        [
          `Terms of session ${said(data, 'transactionId', 24) ?? '?'}`,
          joined([
            named('user', said(data, 'userId', 40)),
            named('payment method', said(fields(data['paymentMethod']), 'name', 60)) ?? 'no payment method',
            named('price group', said(fields(data['priceGroup']), 'name', 60)) ?? 'no price group',
          ]),
        ],
        ': ',
      )
    case 'notice':
      return said(data, 'text', 300) ?? 'Notice'
    default:
      return plain(kind)
  }
}

/** The same attempt is told once, and then once in a while how often it came again. */
function repeatWords(data: Fields): string {
  const repeated = fields(data['repeated'])
  const count = number(repeated['count'])
  return count === null ? '' : ` ${count} more ${count === 1 ? 'time' : 'times'} in ${said(repeated, 'withinS', 6) ?? '?'} s`
}

/** Close codes of RFC 6455 §7.4.1, in the words of somebody at the charger. */
const closeCodes: Record<string, string> = {
  1000: 'closed in order',
  1001: 'the other side goes away',
  1002: 'a WebSocket protocol error',
  1003: 'a kind of data that is not accepted',
  1005: 'closed without a code',
  1006: 'the connection broke without a goodbye (network, power or restart)',
  1007: 'text that is not valid UTF-8',
  1008: 'against a rule of the other side',
  1009: 'a message was too big',
  1010: 'a WebSocket extension was missing',
  1011: 'an error inside the other side',
  1012: 'the other side restarts',
  1013: 'try again later',
}

/** Frames after which a WebSocket cannot go on, by the code of the library that reads them. */
const brokenRules: Record<string, string> = {
  WS_ERR_EXPECTED_MASK: 'a frame that is not masked',
  WS_ERR_UNEXPECTED_RSV_1: 'a compressed frame, which was not agreed on',
  WS_ERR_UNEXPECTED_RSV_2_3: 'a frame with reserved bits',
  WS_ERR_UNEXPECTED_MASK: 'a frame that is masked',
  WS_ERR_INVALID_OPCODE: 'a frame of an unknown kind',
  WS_ERR_EXPECTED_FIN: 'a control frame in pieces',
  WS_ERR_INVALID_CONTROL_PAYLOAD_LENGTH: 'a control frame that is too long',
  WS_ERR_INVALID_CLOSE_CODE: 'a closing frame with a code that does not exist',
  WS_ERR_UNSUPPORTED_MESSAGE_LENGTH: 'a frame that is too long',
  WS_ERR_UNSUPPORTED_DATA_PAYLOAD_LENGTH: 'a frame that is too long',
  WS_ERR_TOO_MANY_BUFFERED_PARTS: 'a message in too many pieces',
}

function disconnectWords(data: Fields): string {
  const since = number(data['lastKnownAt'])
  const reason = said(data, 'reason', 120)
  if (since !== null) return joined([`the app was not running since ${new Date(clampTime(since)).toISOString()}`, reason])
  const code = said(data, 'code', 8)
  const broken = text(data['errorCode'])
  const rule = broken !== null && Object.hasOwn(brokenRules, broken) ? brokenRules[broken] : undefined
  if (rule !== undefined) return `the charger sent ${rule}, so the connection had to be closed (RFC 6455 §5)`
  return joined([
    (code === null ? null : closeCodes[code]) ?? reason ?? 'no reason known',
    code !== null && `code ${code}`,
    code !== null && closeCodes[code] !== undefined && reason,
  ])
}

function protocolWords(data: Fields): string {
  const protocol = said(data, 'protocol', 40)
  const offered = list(data['subprotocols']).map((name) => plain(name, 30))
  if (protocol === null) return 'no protocol named'
  return offered.length === 0 ? `${protocol}, taken for granted because none was offered` : protocol
}

const configurationTasks: Partial<Record<string, string>> = {
  'read-configuration': 'Configuration: read',
  'change-configuration': 'Configuration: change a setting',
  'restore-configuration': 'Configuration: restore a snapshot',
}

function actionWords(data: Fields): string {
  const action = said(data, 'action', 40) ?? '?'
  const input = fields(data['input'])
  if (action === 'force-end')
    return `Session ${said(data, 'transactionId', 24) ?? ''} ended by force here; its payment is taken away`.replace('  ', ' ')
  if (action === 'void') return `Payment of session ${said(data, 'transactionId', 24) ?? '?'} taken away`
  if (action === 'compose' || action === 'compose-raw') return composedWords(data)
  const asked = Object.hasOwn(configurationTasks, action) ? configurationTasks[action] : undefined
  if (asked !== undefined) return asked
  const title = Object.hasOwn(remoteActions, action) ? remoteActions[action as RemoteActionName].title : action
  return joined([
    `Remote action: ${title}`,
    named('connector', said(input, 'connectorId', 12)),
    named('user', said(input, 'userId', 40)),
    action === 'reboot' && (said(input, 'type', 12)?.toLowerCase() ?? null),
    named('payment method', said(fields(data['paymentMethod']), 'name', 60)),
    named('price group', said(fields(data['priceGroup']), 'name', 60)),
  ])
}

/** What is sent by hand from the message composer; what is wrong on purpose is said first. */
function composedWords(data: Fields): string {
  const what =
    data['action'] === 'compose-raw'
      ? `raw text of ${said(data, 'length', 8) ?? '?'} characters, sent as it is`
      : said(data, 'operation', 60)
  const problems = list(data['problems']).map((problem) => plain(problem, 120))
  return joined(
    [`Composed by hand: ${what ?? '?'}`, data['anyway'] === true && `sent on purpose although invalid: ${problems.join('; ')}`],
    ', ',
  )
}

function named(word: string, value: string | null): string | null {
  return value === null ? null : `${word} ${value}`
}

function clampTime(at: number): number {
  return Math.min(Math.max(at, -8.64e15), 8.64e15)
}
