import type { WebSocket } from 'ws'
import { categoryOfAction } from '../../../shared/ocpp/category.ts'
import { type JsonValue, writeFrame } from '../../../shared/ocpp/frame.ts'
import { fields } from '../../../shared/ocpp/payload.ts'
import { keepOddFrame } from '../interpret/odd-frame.ts'
import type { NewHappening, Pipeline } from '../pipeline.ts'
import type { CallRequest } from './calls.ts'
import type { Terms } from './desk.ts'
import type { OddMessage } from './wire/frame-tap.ts'

/** Messages that we asked for with a TriggerMessage are still expected after so long, ms. */
const TRIGGERED_MS = 5 * 60_000

type Call = CallRequest & { messageId: string }

/** What leaves over one connection, and what is noted about it: recorded first, and sent when it is committed. */
export interface Outbox {
  /** @returns whether it has left */
  send: (raw: string, runId: string | null) => Promise<boolean>
  sendCall: (call: Call) => Promise<boolean>
  /** Whether we asked for this message with a TriggerMessage of late. */
  wasTriggered: (action: string) => boolean
  /** Silence is no frame, but whoever reads the log has to see it. */
  noteSilence: (call: Call) => Promise<void>
  noteTerms: (transactionId: number | string, terms: Terms) => void
  /** A control frame that WebSockets have no use for. */
  noteSkipped: (frame: OddMessage, payload: Buffer) => void
}

export function createOutbox(options: {
  chargerId: string
  connectionId: number
  socket: WebSocket
  pipeline: Pipeline
  now: () => number
}): Outbox {
  const { chargerId, connectionId, socket, pipeline, now } = options
  /** When each message was last asked for with a TriggerMessage. */
  const triggeredAt = new Map<string, number>()

  const note = (kind: 'notice' | 'terms', data: Record<string, JsonValue>, more: Partial<NewHappening> = {}): void =>
    void pipeline.record({ chargerId, connectionId, direction: null, kind, raw: JSON.stringify(data), ...more })

  const send: Outbox['send'] = (raw, runId) => {
    pipeline.record({ chargerId, connectionId, direction: 'out', kind: 'frame', raw, runId })
    return new Promise((resolve) => {
      pipeline.afterCommit(() => {
        const open = socket.readyState === socket.OPEN
        if (open) socket.send(raw)
        else
          note(
            'notice',
            { text: 'The frame before could not be sent: the connection was already closed.', frame: raw.slice(0, 200) },
            { runId },
          )
        resolve(open)
      })
    })
  }

  return {
    send,
    sendCall: ({ messageId, action, payload, runId }) => {
      const triggered = action.endsWith('TriggerMessage') ? fields(payload)['requestedMessage'] : null
      if (typeof triggered === 'string') triggeredAt.set(triggered.startsWith('Sign') ? 'SignCertificate' : triggered, now())
      return send(writeFrame({ type: 'call', messageId, action, payload }), runId ?? null)
    },
    wasTriggered: (action) => now() - (triggeredAt.get(action) ?? Number.NEGATIVE_INFINITY) <= TRIGGERED_MS,
    noteSilence: ({ action, messageId, timeoutMs, runId }) => {
      const text = `No answer to ${action} within ${timeoutMs / 1_000} s.`
      note('notice', { text, severity: 'warning', category: categoryOfAction(action), action, messageId }, { runId: runId ?? null })
      return pipeline.committed()
    },
    noteTerms: (transactionId, terms) => note('terms', { transactionId: String(transactionId), ...terms }),
    noteSkipped: (frame, payload) => {
      const type = frame.flags & 0x0f
      const what =
        type === 9 || type === 10
          ? `A WebSocket ${type === 9 ? 'ping' : 'pong'} of ${frame.length} bytes`
          : `A WebSocket frame of the unknown type ${type}`
      note(
        'notice',
        { text: `${what} came, which the standard does not allow (RFC 6455 §5.5); it was skipped.`, severity: 'warning' },
        {
          rawBase64: keepOddFrame({ ...frame, payload }),
        },
      )
    },
  }
}
