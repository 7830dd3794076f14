import type { Charger } from '../../../shared/domain/charger.ts'
import { type JsonValue, readFrame, writeFrame } from '../../../shared/ocpp/frame.ts'
import type { Reading } from '../interpret/types.ts'
import type { Pipeline } from '../pipeline.ts'
import { answerCall, answerMalformed, unusableResult } from './answer.ts'
import type { CallQueue, CallRequest } from './calls.ts'
import { isChargingElsewhere } from './concurrent.ts'
import type { Desk, Terms } from './desk.ts'
import type { Outbox } from './outbox.ts'

export interface RepliesOptions {
  chargerId: string
  pipeline: Pipeline
  desk: Desk
  now: () => number
  takeRequestedTerms: (connectorId: number, userId: string) => Terms | null
  /** Signs a certificate request of the charger. @returns whether it will be signed */
  signCertificate: (csr: string, more?: { [key: string]: JsonValue }) => boolean
}

/** What a charger's frames are owed: an answer to each call, and to each answer that the call of ours is settled. */
export interface Replies {
  /** @param runId the run that the charger's call belongs to */
  answer: (reading: Reading, runId: string | null) => void
  settle: (reading: Reading) => void
  /** A frame that we failed to read is in the log all the same; the charger is told that it was our fault. */
  admitFailure: (raw: string) => void
}

export function createReplies(options: RepliesOptions, outbox: Outbox, calls: CallQueue): Replies {
  const { chargerId, pipeline, desk, now, takeRequestedTerms, signCertificate } = options
  const call = (request: CallRequest): void => void calls.call(request)

  return {
    answer: ({ frame, ...reading }, runId) => {
      if (frame.type !== 'call' && frame.type !== 'malformed') return
      const memory = pipeline.memory(chargerId)
      if (!memory) return
      const after: (() => void)[] = []
      const answer =
        frame.type === 'malformed'
          ? answerMalformed(frame, reading.protocol)
          : answerCall(frame, reading, {
              chargerId,
              now: now(),
              desk,
              memory,
              takeRequestedTerms,
              signCertificate,
              chargesElsewhere: (userId, connectorId) => isChargingElsewhere(chargersOf(pipeline), userId, { chargerId, connectorId }),
              wasTriggered: outbox.wasTriggered,
              noteTerms: (transactionId, terms) => after.push(() => outbox.noteTerms(transactionId, terms)),
              afterAnswer: (effect) => pipeline.afterCommit(effect),
              call: (action, payload) =>
                pipeline.afterCommit(() => call({ action, payload, timeoutMs: desk.settings().callTimeoutS * 1_000 })),
            })
      const echoed = frame.type === 'call' && frame.numericId === true
      if (answer) void outbox.send(writeFrame(answer, echoed), runId)
      for (const effect of after) effect()
    },
    settle: (reading) => {
      const { frame } = reading
      if (frame.type !== 'result' && frame.type !== 'error') return
      const { messageId } = frame
      const unusable = unusableResult(reading)
      if (unusable !== null) void outbox.send(writeFrame(unusable), calls.runOf(messageId))
      const latencyMs = now() - (calls.sentAt(messageId) ?? now())
      pipeline.afterCommit(() =>
        calls.settle(
          messageId,
          frame.type === 'result'
            ? { outcome: 'result', payload: frame.payload, latencyMs, messageId }
            : {
                outcome: 'error',
                errorCode: frame.errorCode,
                errorDescription: frame.errorDescription,
                errorDetails: frame.errorDetails,
                latencyMs,
                messageId,
              },
        ),
      )
    },
    admitFailure: (raw) => {
      const { frame } = readFrame(raw)
      if (frame.type !== 'call') return
      const { messageId } = frame
      const errorDescription = 'Chargebench could not read this call.'
      void outbox.send(writeFrame({ type: 'error', messageId, errorCode: 'InternalError', errorDescription, errorDetails: {} }), null)
    },
  }
}

function* chargersOf(pipeline: Pipeline): Generator<Charger> {
  for (const { charger } of pipeline.memories()) yield charger
}
