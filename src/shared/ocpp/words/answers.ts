/** What an answer says. A call in plain words is in `charger-calls.ts` and `central-calls.ts`. */
import { fields, list, text, type Fields } from '../payload.ts'
import { isSecretKey, joined, plain, said } from './show.ts'

type AnswerWords = (answer: Fields, call: Fields) => string

const special: Record<string, AnswerWords> = {
  Authorize: (answer) => userWords(answer),
  BootNotification: (answer) => {
    const interval = said(answer, 'interval', 12)
    switch (answer['status']) {
      case 'Accepted':
        return joined(['accepted', interval !== null && `heartbeat every ${interval} s`])
      case 'Pending':
        return joined(['pending: the charger must wait', interval !== null && `and may ask again after ${interval} s`])
      case 'Rejected':
        return joined(['refused: the charger is not wanted here', interval !== null && `it may ask again after ${interval} s`])
      default:
        return statusWords(answer)
    }
  },
  GetConfiguration: configurationWords,
  GetCompositeSchedule: (answer) => joined([statusWords(answer), 'chargingSchedule' in answer && 'with the planned limits']),
  GetDiagnostics: (answer) =>
    said(answer, 'fileName', 100) === null ? 'nothing to upload' : `will upload ${said(answer, 'fileName', 100)}`,
  GetInstalledCertificateIds: (answer) => {
    const count = list(answer['certificateHashData']).length
    return count === 0 ? 'no certificate' : `${count} certificate${count === 1 ? '' : 's'}`
  },
  GetLocalListVersion: (answer) => {
    const version = said(answer, 'listVersion', 12)
    if (version === '-1') return 'the charger keeps no list of users'
    return version === '0' ? 'the list of users is empty' : `version ${version ?? 'not said'}`
  },
  GetLog: (answer) => joined([statusWords(answer), said(answer, 'filename', 100)]),
  Heartbeat: (answer) => `it is ${said(answer, 'currentTime', 40) ?? 'no time'}`,
  StartTransaction: (answer) => {
    const id = said(answer, 'transactionId', 24)
    return joined([userWords(answer), id !== null && `transaction ${id}`])
  },
  StopTransaction: (answer) => ('idTagInfo' in answer ? userWords(answer) : 'received'),
}

/** What the words of a refusal mean (OCPP 1.6 §7; security whitepaper). */
const refusals: Record<string, string> = {
  Blocked: 'the user is blocked',
  BadMessage: 'the charger could not read the request',
  ConcurrentTx: 'the user is charging elsewhere already',
  Expired: 'the user has expired',
  Failed: 'it went wrong',
  Faulted: 'the connector has a fault',
  Invalid: 'the user is not known',
  NotImplemented: 'the charger cannot do that',
  NotSupported: 'the charger does not have that',
  Occupied: 'the connector is in use',
  Unavailable: 'the connector is out of service',
  UnknownMessageId: 'the message is not known',
  UnknownVendorId: 'the vendor is not known',
  UnlockFailed: 'the connector stays locked',
  VersionMismatch: 'the versions of the lists do not fit',
}

const agreements: Record<string, string> = {
  Accepted: 'accepted',
  AcceptedCanceled: 'accepted, and the former request is cancelled',
  NotFound: 'there is none',
  Pending: 'pending',
  RebootRequired: 'accepted, needs a reboot to take effect',
  Scheduled: 'accepted, once the running session has ended',
  Unknown: 'not known',
  Unlocked: 'unlocked',
}

export function answerWords(action: string | null, answer: Fields, call: Fields): string {
  const words = action !== null && Object.hasOwn(special, action) ? special[action] : undefined
  return words === undefined ? statusWords(answer) : words(answer, call)
}

export function statusWords(answer: Fields): string {
  const status = said(answer, 'status', 40)
  if (status === null) return Object.keys(answer).length === 0 ? 'received' : plain(`answered with ${Object.keys(answer).join(', ')}`, 120)
  if (Object.hasOwn(agreements, status)) return agreements[status] ?? status
  const data = said(answer, 'data', 60)
  return joined([`refused: ${Object.hasOwn(refusals, status) ? `${refusals[status]} (${status})` : status}`, data])
}

function userWords(answer: Fields): string {
  const info = fields(answer['idTagInfo'])
  return text(info['status']) === null ? 'answered without saying whether the user is accepted' : statusWords({ status: info['status'] })
}

function configurationWords(answer: Fields): string {
  const keys = list(answer['configurationKey']).map((key) => fields(key))
  const unknown = list(answer['unknownKey']).map((key) => plain(key, 50))
  const pairs = keys.slice(0, 4).map((key) => {
    const name = said(key, 'key', 50) ?? '?'
    return `${name} = ${isSecretKey(name) ? '••••••' : (said(key, 'value', 60) ?? '(empty)')}`
  })
  return joined(
    [
      keys.length > 4 ? `${keys.length} configuration keys` : pairs.join(', ') || 'no configuration key',
      unknown.length > 0 && `not known to the charger: ${unknown.slice(0, 6).join(', ')}${unknown.length > 6 ? ' …' : ''}`,
    ],
    '; ',
  )
}
