/** What an answer of OCPP 2.0.1 or 2.1 says. */
import { fields, list, text, type Fields } from '../../payload.ts'
import { answerWords, statusWords } from '../answers.ts'
import { joined, said } from '../show.ts'
import { counted, namesOf, valueWords, variableWords } from './show2.ts'

type AnswerWords = (answer: Fields, call: Fields) => string

const same =
  (action: string): AnswerWords =>
  (answer, call) =>
    answerWords(action, answer, call)

const special: Record<string, AnswerWords> = {
  Authorize: (answer) => joined([userWords(answer), prefixedStatus('certificate', answer['certificateStatus'])]),
  BootNotification: (answer, call) => joined([answerWords('BootNotification', answer, call), infoWords(answer)], ': '),
  GetCertificateChainStatus: (answer) =>
    namesOf(
      answer['certificateStatus'],
      3,
      (one) => chainStatus[text(fields(one)['status']) ?? ''] ?? said(fields(one), 'status', 20) ?? '?',
      'certificate',
    ),
  GetCompositeSchedule: (answer) => joined([withInfo(answer), 'schedule' in answer && 'with the planned limits']),
  GetInstalledCertificateIds: (answer) =>
    joined([withInfo(answer), counted(list(answer['certificateHashDataChain']).length, 'certificate')]),
  GetLocalListVersion: (answer) => {
    const version = said(answer, 'versionNumber', 12)
    return version === '0' ? 'the charger keeps no list of users' : `version ${version ?? 'not said'}`
  },
  GetLog: (answer) => joined([withInfo(answer), said(answer, 'filename', 100)]),
  GetTariffs: (answer) => joined([withInfo(answer), namesOf(answer['tariffAssignments'], 0, () => '', 'tariff')]),
  GetTransactionStatus: (answer) =>
    joined([
      typeof answer['ongoingIndicator'] === 'boolean' && (answer['ongoingIndicator'] ? 'it runs' : 'it does not run'),
      answer['messagesInQueue'] === true ? 'messages wait to be sent' : 'no messages wait',
    ]),
  GetVariables: (answer) => resultsOf(answer['getVariableResult'], readWords),
  Heartbeat: same('Heartbeat'),
  RequestStartTransaction: (answer) =>
    joined([withInfo(answer), joined(['session', said(answer, 'transactionId', 40)], ' ').replace(/^session$/, '')]),
  SetVariableMonitoring: (answer) => namesOf(answer['setMonitoringResult'], 3, monitorWords, 'monitor'),
  ClearVariableMonitoring: (answer) => namesOf(answer['clearMonitoringResult'], 3, (one) => statusWords(fields(one)), 'monitor'),
  SetVariables: (answer) => resultsOf(answer['setVariableResult'], setWords),
  TransactionEvent: (answer) =>
    joined([
      'idTokenInfo' in answer ? userWords(answer) : 'received',
      said(answer, 'totalCost', 20) !== null && `total cost ${said(answer, 'totalCost', 20)}`,
      said(fields(answer['updatedPersonalMessage']), 'content', 60),
    ]),
}

/** CertificateStatusEnumType of OCPP 2.1. */
const chainStatus: Record<string, string | undefined> = {
  Good: 'not revoked',
  Revoked: 'revoked',
  Unknown: 'not known to who issued it',
  Failed: 'could not be checked',
}

/** Words that only 2.x has, or that mean something else there. */
const statuses: Record<string, string> = {
  EmptyResultSet: 'nothing matches',
  NoFirmware: 'there is no such firmware',
  NoProfiles: 'there are no such charging profiles',
  NoTransaction: 'there is no such session',
  OngoingAuthorizedTransaction: 'refused: a session runs there (OngoingAuthorizedTransaction)',
  Processing: 'it is being worked on',
  Unpublished: 'it is offered no longer',
}

export function answerWords2(action: string | null, answer: Fields, call: Fields): string {
  const words = action !== null && Object.hasOwn(special, action) ? special[action] : undefined
  return words === undefined ? withInfo(answer) : words(answer, call)
}

function withInfo(answer: Fields): string {
  const status = text(answer['status'])
  const known = status !== null && Object.hasOwn(statuses, status) ? statuses[status] : undefined
  return joined([known ?? statusWords(answer), infoWords(answer)], ': ')
}

/** Why, in the words of who answers (StatusInfoType). */
function infoWords(answer: Fields): string | null {
  const info = fields(answer['statusInfo'])
  return joined([said(info, 'reasonCode', 30), said(info, 'additionalInfo', 100)], ', ') || null
}

function userWords(answer: Fields): string {
  const info = fields(answer['idTokenInfo'])
  return text(info['status']) === null ? 'answered without saying whether the user is accepted' : statusWords({ status: info['status'] })
}

function prefixedStatus(word: string, status: Fields[string]): string | null {
  return text(status) === null ? null : `${word} ${statusWords({ status })}`
}

/** A few results by name; of many, how many there are and how many were refused. */
function resultsOf(results: unknown, words: (result: unknown) => string): string {
  const good = new Set<unknown>(['Accepted', 'RebootRequired'])
  const refused = list(results).filter((result) => !good.has(fields(result)['attributeStatus'])).length
  return joined([namesOf(results, 3, words, 'variable'), list(results).length > 3 && refused > 0 && `${refused} of them refused`])
}

function readWords(result: unknown): string {
  const data = fields(result)
  const status = said(data, 'attributeStatus', 40)
  if (status !== 'Accepted') return `${variableWords(result)}: ${statusWords({ status: status ?? 'Rejected' })}`
  return `${variableWords(result)} = ${valueWords(result, text(data['attributeValue']))}`
}

function setWords(result: unknown): string {
  return `${variableWords(result)}: ${statusWords({ status: said(fields(result), 'attributeStatus', 40) ?? 'Rejected' })}`
}

function monitorWords(result: unknown): string {
  return `${variableWords(result)}: ${statusWords({ status: said(fields(result), 'status', 40) ?? 'Rejected' })}`
}
