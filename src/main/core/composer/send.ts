import type { Favourite, PayloadProblem, Sent, SentMessage } from '../../../shared/domain/composer.ts'
import type { Charger } from '../../../shared/domain/charger.ts'
import { writeJson, type JsonValue } from '../../../shared/ocpp/frame.ts'
import { protocolOf, type Protocol } from '../../../shared/ocpp/protocol.ts'
import { summariseAnswer } from '../../../shared/ocpp/summary.ts'
import { type ActionContext, ActionProblem, chargerOf, noteAction, registrationForbids } from '../actions/context.ts'
import type { Connection } from '../csms/connection.ts'
import type { Store } from '../store/client.ts'
import { readPayload } from './validate.ts'
import { callProblem } from '../actions/outcome.ts'

export interface ComposerContext extends ActionContext {
  store: Store
}

/** The version that a charger speaks. One that never said is taken for 1.6. */
export function versionOf(charger: Charger): Protocol {
  return protocolOf(charger.protocol) ?? 'ocpp1.6'
}

/** What is wrong with a message as it was typed: with its payload, and with sending it now. */
export function problemsOf(context: ActionContext, chargerId: string, action: string, payload: string): PayloadProblem[] {
  const charger = chargerOf(context, chargerId)
  const forbidden = registrationForbids(context, chargerId, action)
  const { problems } = readPayload(versionOf(charger), action, payload)
  // It becomes one part of a sentence that says already that nothing was sent.
  return forbidden === null ? problems : [{ path: '', text: forbidden.replace(/^\w+ was not sent: /, '').replace(/\.$/, '') }, ...problems]
}

/**
 * Sends one call that a technician has composed, and waits for what comes of it.
 * @param anyway send it although it is known to be invalid; the log says so
 * @throws where it is invalid and `anyway` is not set, where it is no JSON, or where the charger is not connected
 */
export async function send(
  context: ComposerContext,
  chargerId: string,
  { action, payload: text, anyway }: { action: string; payload: string; anyway: boolean },
): Promise<Sent> {
  const protocol = versionOf(chargerOf(context, chargerId))
  const connection = connectionOf(context, chargerId)
  const read = readPayload(protocol, action, text)
  if ('unreadable' in read)
    throw new ActionProblem('bad-request', `${read.unreadable}. To send it all the same, send the frame as raw text.`)
  const problems = problemsOf(context, chargerId, action, text).map((problem) => problem.text)
  if (problems.length > 0 && !anyway) {
    throw new ActionProblem('bad-request', `${action} was not sent: ${problems.join('; ')}. Correct it, or send it anyway on purpose.`)
  }
  const onPurpose = problems.length > 0
  const runId = crypto.randomUUID()
  const at = context.now()
  const note = { action: 'compose', operation: action, ...(onPurpose ? { anyway: true, problems } : {}) }
  noteAction(context, chargerId, runId, note)
  const timeoutMs = context.desk.settings().callTimeoutS * 1_000
  const outcome = await connection.call({ action, payload: read.payload, timeoutMs, runId })
  const frames = await framesOf(context, runId)
  const answer = outcome.outcome === 'result' ? (outcome.payload as JsonValue) : null
  const message: SentMessage = {
    id: runId,
    chargerId,
    protocol,
    action,
    payload: text,
    anyway: onPurpose,
    at,
    outcome: outcome.outcome,
    words: callProblem(outcome) ?? capital(summariseAnswer(action, read.payload, answer, protocol)),
    latencyMs: 'latencyMs' in outcome ? outcome.latencyMs : null,
    answer: answer === null ? null : writeJson(answer),
    runId,
    ...frames,
  }
  await context.store.write.keepSentMessage(message)
  return { outcome, message }
}

/** Sends a text as it is, whatever it is. Nobody waits for an answer: the log shows what comes. */
export async function sendRaw(context: ComposerContext, chargerId: string, text: string): Promise<SentMessage> {
  const protocol = versionOf(chargerOf(context, chargerId))
  const connection = connectionOf(context, chargerId)
  const runId = crypto.randomUUID()
  const at = context.now()
  noteAction(context, chargerId, runId, { action: 'compose-raw', length: text.length })
  const left = await connection.sendText(text, runId)
  const message: SentMessage = {
    id: runId,
    chargerId,
    protocol,
    action: null,
    payload: text,
    anyway: true,
    at,
    outcome: left ? 'sent' : 'disconnected',
    words: left ? 'The text was sent as it is.' : 'The connection was lost before the text could be sent.',
    latencyMs: null,
    answer: null,
    runId,
    ...(await framesOf(context, runId)),
  }
  await context.store.write.keepSentMessage(message)
  return message
}

/** Sends a message of the history again, the way it was sent. @throws where there is none, or it cannot be sent now */
export async function resend(context: ComposerContext, chargerId: string, messageId: string): Promise<SentMessage> {
  const message = await context.store.read.sentMessage(messageId)
  if (message === null || message.chargerId !== chargerId)
    throw new ActionProblem('not-found', 'This message is no longer in the history of this charger.')
  if (message.action === null) return sendRaw(context, chargerId, message.payload)
  const { action, payload, anyway } = message
  return (await send(context, chargerId, { action, payload, anyway })).message
}

/** Keeps a favourite; one with an id that is known is replaced. */
export async function saveFavourite(
  { store, now }: ComposerContext,
  favourite: Omit<Favourite, 'id' | 'savedAt'> & { id?: string | undefined },
): Promise<Favourite> {
  const saved = { ...favourite, id: favourite.id ?? crypto.randomUUID(), savedAt: now() }
  await store.write.saveFavourite(saved)
  return saved
}

function connectionOf(context: ActionContext, chargerId: string): Connection {
  const connection = context.connection(chargerId)
  if (!connection) throw new ActionProblem('conflict', `The charger ${chargerId} is not connected, so nothing can be sent to it.`)
  return connection
}

/** The log entries of a composed message: its call (or raw text), and its answer where one came. */
async function framesOf({ store }: ComposerContext, runId: string): Promise<Pick<SentMessage, 'callSeq' | 'answerSeq' | 'severity'>> {
  const entries = await store.read.entriesAfter({ run: runId }, 0, 10)
  const frames = entries.filter(({ kind }) => kind === 'frame')
  const call = frames.find(({ direction }) => direction === 'out')
  const answer = frames.find(({ direction }) => direction === 'in')
  return { callSeq: call?.seq ?? null, answerSeq: answer?.seq ?? null, severity: answer?.severity ?? 'none' }
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}
