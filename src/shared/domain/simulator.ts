import { z } from 'zod'

/** What a virtual charger can be told to do, as buttons on its page. */
export const SimulatorCommand = z.discriminatedUnion('command', [
  z.object({ command: z.literal('plug'), connectorId: z.number().int() }),
  z.object({ command: z.literal('unplug'), connectorId: z.number().int() }),
  z.object({ command: z.literal('authorize'), connectorId: z.number().int(), userId: z.string().min(1).max(20) }),
  z.object({ command: z.literal('start'), connectorId: z.number().int(), userId: z.string().min(1).max(20) }),
  z.object({ command: z.literal('stop'), connectorId: z.number().int() }),
  z.object({ command: z.literal('car-pauses'), connectorId: z.number().int() }),
  z.object({ command: z.literal('charger-pauses'), connectorId: z.number().int() }),
  z.object({ command: z.literal('resume'), connectorId: z.number().int() }),
  z.object({ command: z.literal('fault'), connectorId: z.number().int(), errorCode: z.string().default('GroundFailure') }),
  z.object({ command: z.literal('clear-fault'), connectorId: z.number().int() }),
  z.object({ command: z.literal('reboot') }),
  z.object({ command: z.literal('go-offline') }),
  z.object({ command: z.literal('come-back') }),
])
export type SimulatorCommand = z.infer<typeof SimulatorCommand>

export const VirtualCharger = z.object({
  id: z.string(),
  connected: z.boolean(),
  offlineByCommand: z.boolean(),
  queuedMessages: z.number().int(),
  connectors: z.array(
    z.object({
      id: z.number().int(),
      status: z.string(),
      pluggedIn: z.boolean(),
      transactionId: z.string().nullable(),
      powerW: z.number(),
      socPercent: z.number(),
      can: z.array(z.string()).describe('Commands that make sense now'),
    }),
  ),
})
export type VirtualCharger = z.infer<typeof VirtualCharger>
