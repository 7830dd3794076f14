import { z } from 'zod'

/** One setting of a charger, whatever its OCPP version: a 1.6 key, or an attribute of a device-model variable of 2.x. */
export const ConfigurationItem = z.object({
  key: z.string().describe('1.6: the key. 2.x: `Component(instance)#evse/connector.Variable(instance)`, `:Target` and the like appended'),
  value: z.string().nullable().describe('null where the charger tells none, and always for a secret'),
  withheld: z.boolean().describe('A value came, but it is a secret, and so it is not passed on'),
  readonly: z.boolean(),
  mutability: z.enum(['ReadOnly', 'WriteOnly', 'ReadWrite']),
  attribute: z.enum(['Actual', 'Target', 'MinSet', 'MaxSet']),
  type: z.enum(['boolean', 'integer', 'decimal', 'list', 'choice', 'text', 'time']).nullable(),
  unit: z.string().nullable(),
  meaning: z.string().nullable(),
  clause: z.string().nullable(),
  profile: z.string().nullable().describe('The functional block of the standard'),
  standard: z.boolean().describe('The standard defines it; otherwise it is the vendor’s own'),
  secret: z.boolean(),
  items: z.array(z.string()).nullable().describe('What may be chosen'),
  least: z.number().nullable(),
  most: z.number().nullable(),
  danger: z.string().nullable().describe('What a change may break, as a sentence'),
})
export type ConfigurationItem = z.infer<typeof ConfigurationItem>

/** A charger's configuration as it was read. */
export const Configuration = z.object({
  chargerId: z.string(),
  protocol: z.string().nullable(),
  readAt: z.number(),
  items: z.array(ConfigurationItem),
  unknownKeys: z.array(z.string()).describe('Keys that were asked for and that the charger does not know'),
  notes: z.array(z.string()).describe('What was unusual about the reading, as sentences'),
  rebootFor: z.array(z.string()).describe('Settings that work only after a reboot, which has not come yet'),
  runId: z.string(),
  firstSeq: z.number().int().describe('The log entry at which the reading began'),
})
export type Configuration = z.infer<typeof Configuration>

export const ChangeOutcome = z.object({
  key: z.string(),
  outcome: z.enum(['accepted', 'reboot-required', 'rejected', 'not-supported', 'failed']),
  words: z.string().describe("What happened: a technician's words first, the protocol's word second"),
  warning: z.string().nullable().describe('Why the value looks wrong by the standard; it was sent all the same'),
  item: ConfigurationItem.nullable().describe('As read back after the change; null where it could not be'),
  runId: z.string(),
  firstSeq: z.number().int(),
})
export type ChangeOutcome = z.infer<typeof ChangeOutcome>

export const SnapshotInfo = z.object({
  id: z.string(),
  name: z.string(),
  chargerId: z.string(),
  protocol: z.string().nullable(),
  takenAt: z.number(),
  count: z.number().int(),
  imported: z.boolean(),
})
export type SnapshotInfo = z.infer<typeof SnapshotInfo>

/** A configuration to compare with: one that was kept, or a charger's as it was last read (it is read where it was not yet). */
export const ConfigurationSource = z.discriminatedUnion('from', [
  z.object({ from: z.literal('snapshot'), id: z.string() }),
  z.object({ from: z.literal('charger'), id: z.string() }),
])
export type ConfigurationSource = z.infer<typeof ConfigurationSource>

export const ComparedRow = z.object({
  key: z.string(),
  change: z.enum(['added', 'removed', 'changed', 'same', 'withheld']),
  a: z.string().nullable(),
  b: z.string().nullable(),
  secret: z.boolean().describe('On the side that has it: its value is never told'),
  readonly: z.boolean().describe('In b, or in a where b lacks it'),
  unit: z.string().nullable(),
  meaning: z.string().nullable(),
})
export type ComparedRow = z.infer<typeof ComparedRow>

const Side = z.object({ label: z.string(), at: z.number(), protocol: z.string().nullable() })
/** What b has that a has not, and the other way round. */
export const Comparison = z.object({ a: Side, b: Side, rows: z.array(ComparedRow) })
export type Comparison = z.infer<typeof Comparison>

export const RestoreRow = z.object({
  key: z.string(),
  from: z.string().nullable().describe('What the charger has now'),
  to: z.string().nullable().describe('What the snapshot has'),
  skipped: z.string().nullable().describe('Why it cannot be restored, as a sentence; null where it can'),
  danger: z.string().nullable(),
  warning: z.string().nullable(),
})
export type RestoreRow = z.infer<typeof RestoreRow>

export const RestorePlan = z.object({ chargerId: z.string(), snapshot: SnapshotInfo, rows: z.array(RestoreRow), same: z.number().int() })
export type RestorePlan = z.infer<typeof RestorePlan>

/** Several changes made one after the other. */
export const RestoreJob = z.object({
  id: z.string(),
  chargerId: z.string(),
  state: z.enum(['running', 'done', 'cancelled', 'stopped']),
  words: z.string(),
  rows: z.array(
    z.object({
      key: z.string(),
      value: z.string(),
      state: z.enum(['waiting', 'running', 'accepted', 'reboot-required', 'rejected', 'not-supported', 'failed', 'not-sent']),
      words: z.string(),
    }),
  ),
  runId: z.string(),
  firstSeq: z.number().int(),
})
export type RestoreJob = z.infer<typeof RestoreJob>
