import type { CallOutcome } from '../../../shared/domain/remote-action.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'

export interface CallRequest {
  action: string
  payload: JsonValue
  timeoutMs: number
  /** The remote action that it is part of. */
  runId?: string | null
}

interface Waiting extends CallRequest {
  messageId: string
  settle: (outcome: CallOutcome) => void
}

export interface CallQueue {
  /** Queues a call; at most one is outstanding (OCPP-J 1.6 §4.1.1). Never rejects: a call ends in one of four ways. */
  call: (request: CallRequest) => Promise<CallOutcome>
  /** An answer has come. @returns the run of the call that it answers, where one waits for it */
  runOf: (messageId: string) => string | null
  settle: (messageId: string, outcome: CallOutcome) => void
  /** The connection is gone: every call that waits ends as disconnected. */
  disconnect: () => void
  /** When the outstanding call was sent, epoch ms, or null. */
  sentAt: (messageId: string) => number | null
}

/**
 * The calls to one charger over one connection.
 * @param send records and sends the call; resolves when it has left, so that the time to answer starts then
 * @param onTimeout notes a call that was not answered in time; the call ends when it has
 */
export function createCallQueue(
  send: (call: CallRequest & { messageId: string }) => Promise<boolean>,
  now: () => number,
  onTimeout: (call: CallRequest & { messageId: string }) => Promise<void>,
): CallQueue {
  const queue: Waiting[] = []
  let outstanding: (Waiting & { sentAt: number | null; timer: NodeJS.Timeout | null }) | null = null
  let gone = false

  const next = (): void => {
    if (outstanding || gone) return
    const call = queue.shift()
    if (!call) return
    const current = { ...call, sentAt: null as number | null, timer: null as NodeJS.Timeout | null }
    outstanding = current
    void send(call).then((sent) => {
      if (outstanding !== current) return
      if (!sent) {
        finish({ outcome: 'disconnected', messageId: call.messageId })
        return
      }
      current.sentAt = now()
      current.timer = setTimeout(() => {
        void onTimeout(call).then(() => {
          if (outstanding === current) finish({ outcome: 'timeout', afterMs: call.timeoutMs, messageId: call.messageId })
        })
      }, call.timeoutMs)
    })
  }

  const finish = (outcome: CallOutcome): void => {
    const current = outstanding
    if (!current) return
    if (current.timer) clearTimeout(current.timer)
    outstanding = null
    current.settle(outcome)
    next()
  }

  return {
    call: (request) =>
      new Promise((settle) => {
        if (gone) {
          settle({ outcome: 'disconnected', messageId: null })
          return
        }
        queue.push({ ...request, messageId: crypto.randomUUID(), settle })
        next()
      }),
    runOf: (messageId) => (outstanding?.messageId === messageId ? (outstanding.runId ?? null) : null),
    sentAt: (messageId) => (outstanding?.messageId === messageId ? outstanding.sentAt : null),
    settle: (messageId, outcome) => {
      // An error may not be able to name its call.
      const unnamed = outcome.outcome === 'error' && (messageId === '' || messageId === '-1')
      if (outstanding && (unnamed || outstanding.messageId === messageId)) finish(outcome)
    },
    disconnect: () => {
      gone = true
      for (const call of queue.splice(0)) call.settle({ outcome: 'disconnected', messageId: null })
      finish({ outcome: 'disconnected', messageId: outstanding?.messageId ?? null })
    },
  }
}
