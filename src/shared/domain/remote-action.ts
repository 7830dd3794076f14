import { z } from 'zod'
import { protocolOf } from '../ocpp/protocol.ts'
import type { Charger, Connector } from './charger.ts'

export const remoteActionNames = ['reboot', 'start', 'stop', 'force-stop', 'check'] as const
export type RemoteActionName = (typeof remoteActionNames)[number]

/** The five remote actions as data: what they are called, what they do, and when they cannot be used. */
export const remoteActions: Record<RemoteActionName, { title: string; does: string; destructive: boolean }> = {
  reboot: { title: 'Reboot charge point', does: 'Restarts the charger.', destructive: true },
  start: { title: 'Start charge', does: 'Starts a session if a car is plugged in.', destructive: false },
  stop: { title: 'Stop charge', does: 'Ends the running session.', destructive: false },
  'force-stop': {
    title: 'Force stop charging',
    does: 'Ends any running session by force. The payment for that charge is taken away.',
    destructive: true,
  },
  check: { title: 'Run a check', does: 'Asks the charger how it is: state, latency, clock, firmware, configuration.', destructive: false },
}

/**
 * Whether a connector has a session that no other can begin beside. In OCPP 2.x a session may begin before anybody is named
 * for it, as when the car is plugged in, and then waits for a start (OCPP 2.0.1 part 2, F02).
 */
export function isTaken({ session }: Pick<Connector, 'session'>, protocol: string | null): boolean {
  const waits = session?.userId === null && protocolOf(protocol) !== null && protocolOf(protocol) !== 'ocpp1.6'
  return session !== null && !waits
}

/** Why an action cannot be used now, as a sentence for the technician; null when it can. */
export function whyNot(
  action: RemoteActionName,
  charger: Pick<Charger, 'connected' | 'registration' | 'connectors' | 'protocol'>,
): string | null {
  const running = charger.connectors.some((connector) => connector.session !== null)
  if (action === 'force-stop') return running ? null : 'No session is running on this charger.'
  if (!charger.connected) return 'The charger is not connected. Wait until it connects, or check its address setting.'
  switch (action) {
    case 'reboot':
    case 'check':
      return null
    case 'start': {
      if (charger.registration !== 'accepted')
        return 'The charger is not accepted yet: its registration is set to ' + charger.registration + '.'
      const connectors = charger.connectors
      if (connectors.length > 0 && connectors.every((connector) => isTaken(connector, charger.protocol))) {
        return 'Every connector already has a running session. Stop one first.'
      }
      return null
    }
    case 'stop':
      return running ? null : 'No session is running on this charger.'
  }
}

export const RebootInput = z.object({ type: z.enum(['Soft', 'Hard']).default('Soft') })
export const StartInput = z.object({
  connectorId: z.number().int().min(1).default(1),
  userId: z
    .string()
    .trim()
    .min(1, 'Type or pick the User ID who starts.')
    .max(255, 'No version of OCPP allows a User ID of more than 255 characters.'),
  paymentMethodId: z.string().nullable().optional().describe('null for none; the usual one of the settings where it is left out'),
  priceGroupId: z.string().nullable().optional().describe('null for none; the usual one of the settings where it is left out'),
})
export const StopInput = z.object({
  connectorId: z.number().int().min(1).nullable().default(null).describe('Which session, where several are running'),
})

export const ActionStep = z.object({
  text: z.string(),
  state: z.enum(['running', 'done', 'failed']),
})

/** What a check found: one readable line for each thing looked at. */
export const Verdict = z.object({
  headline: z.string(),
  lines: z.array(z.object({ label: z.string(), value: z.string(), mark: z.enum(['good', 'notice', 'bad', 'plain']) })),
})
export type Verdict = z.infer<typeof Verdict>

/** One use of a remote action, from the press of the button to its outcome in words. */
export const ActionRun = z.object({
  runId: z.string(),
  chargerId: z.string(),
  action: z.enum(remoteActionNames),
  startedAt: z.number(),
  endedAt: z.number().nullable(),
  steps: z.array(ActionStep),
  outcome: z.enum(['running', 'done', 'refused', 'failed']),
  words: z.string().describe("What happened: a technician's words first, the protocol's word second"),
  verdict: Verdict.nullable(),
  firstSeq: z.number().int().nullable().describe('The first log entry of this run'),
})
export type ActionRun = z.infer<typeof ActionRun>

/** The four ways in which a call to a charger ends. */
export const CallOutcome = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('result'), payload: z.unknown(), latencyMs: z.number(), messageId: z.string() }),
  z.object({
    outcome: z.literal('error'),
    errorCode: z.string(),
    errorDescription: z.string(),
    errorDetails: z.unknown(),
    latencyMs: z.number(),
    messageId: z.string(),
  }),
  z.object({ outcome: z.literal('timeout'), afterMs: z.number(), messageId: z.string() }),
  z.object({ outcome: z.literal('disconnected'), messageId: z.string().nullable() }),
])
export type CallOutcome = z.infer<typeof CallOutcome>
