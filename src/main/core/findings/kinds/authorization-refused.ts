import { fields, text } from '../../../../shared/ocpp/payload.ts'
import { kindOf } from '../kind.ts'
import { quoted } from '../words.ts'

/** AuthorizationStatus (OCPP 1.6 §7.2; AuthorizationStatusEnumType of 2.x): why, and what to do. */
const why: Record<string, readonly [why: string, advice: string]> = {
  Blocked: ['the user is blocked', 'Unblock the user in the list of users, if he may charge.'],
  ConcurrentTx: ['the user charges elsewhere already', 'End the other session, or allow several sessions of one user in the settings.'],
  Expired: ['the time until which the user may charge has passed', 'Set another end in the list of users.'],
  Invalid: [
    'the user is not known to the central system',
    'Add the User ID to the list of users. Compare it sign by sign: some readers send its bytes in reverse order, or in decimal.',
  ],
  NoCredit: ['the user has no credit left', 'The operator of the central system knows the account.'],
  NotAllowedTypeEVSE: ['the user may not charge at this kind of EVSE', 'The operator of the central system knows the contract.'],
  NotAtThisLocation: ['the user may not charge at this place', 'The operator of the central system knows the contract.'],
  NotAtThisTime: ['the user may not charge at this time', 'The operator of the central system knows the contract.'],
  Unknown: ['the user is not known to the central system', 'Add the User ID to the list of users.'],
}
const asking = new Set(['Authorize', 'StartTransaction', 'TransactionEvent'])

export const authorizationRefused = kindOf({
  kind: 'authorization-refused',
  severity: 'notice',
  title: 'A user was refused',
  clause: 'OCPP 1.6 §4.1, §4.8; OCPP 2.0.1 C01',
  advice: 'Look at the user in the list of users.',
  initial: () => ({}),
  observe(_state, { action, entry, payload, call }, report) {
    if (entry.messageType !== 'result' || entry.direction !== 'out' || action === null || !asking.has(action)) return
    const status = text(fields(payload['idTagInfo'])['status']) ?? text(fields(payload['idTokenInfo'])['status'])
    if (status === null || status === 'Accepted') return
    const userId = text(call?.payload['idTag']) ?? text(fields(call?.payload['idToken'])['idToken'])
    const [meaning, advice] = (Object.hasOwn(why, status) ? why[status] : undefined) ?? ['a reason that the standard does not know', null]
    report.found({
      about: status.slice(0, 40),
      text: `User ${userId === null ? 'unknown' : quoted(userId)} was answered ${quoted(status)} to ${action}: ${meaning}.`,
      connectorId: entry.connectorId,
      ...(call === null ? {} : { seqs: [call.seq, entry.seq] }),
      ...(advice === null ? {} : { advice }),
    })
  },
})
