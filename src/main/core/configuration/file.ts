import { stringify } from 'csv-stringify/sync'
import { z } from 'zod'
import type { Configuration, ConfigurationItem, SnapshotInfo } from '../../../shared/domain/configuration.ts'
import { standardVariable } from '../../../shared/ocpp/device-model-variables.ts'
import { isSecretKey } from '../../../shared/ocpp/words/show.ts'
import { ActionProblem } from '../actions/context.ts'
import { isoInZone } from '../export/local-time.ts'
import { described, keyItem } from './item.ts'
import { hasDeviceModel } from './task.ts'
import { variableAddress } from './variable-name.ts'

const FORMAT = 'chargebench-configuration'
const VERSION = 1
const LARGEST = 5_000_000
const MOST_ITEMS = 50_000

type Kept = Pick<Configuration, 'chargerId' | 'protocol' | 'items'> & Pick<SnapshotInfo, 'name' | 'takenAt'>

/** A configuration as a JSON file that `configurationFrom` reads again. Secrets are marked, never written. */
export function configurationJson({ name, chargerId, protocol, takenAt, items }: Kept, timeZone: string): string {
  const settings = items.map(({ key, value, readonly, mutability, type, unit, withheld }) => ({
    key,
    value,
    readonly,
    mutability,
    type,
    unit,
    ...(withheld ? { withheld } : {}),
  }))
  return `${JSON.stringify({ format: FORMAT, version: VERSION, name, chargerId, protocol, takenAt: isoInZone(takenAt, timeZone), settings }, null, 2)}\n`
}

const byteOrderMark = '\uFEFF'
const columns = ['key', 'value', 'withheld', 'readonly', 'unit', 'type', 'standard', 'profile', 'meaning', 'clause'] as const

/** The same for a spreadsheet (RFC 4180); a text that one would run as a formula gets an apostrophe before it. */
export function configurationCsv(items: ConfigurationItem[]): string {
  const rows = items.map((item) => columns.map((column) => (typeof item[column] === 'boolean' ? String(item[column]) : item[column])))
  return byteOrderMark + stringify([[...columns], ...rows], { record_delimiter: 'windows', quoted_string: true, escape_formulas: true })
}

const Setting = z.object({
  key: z.string('has no key').trim().min(1, 'has an empty key').max(300, 'has a key that is too long'),
  value: z.string('has a value that is not a text').max(10_000, 'has a value that is too long').nullish(),
  readonly: z.boolean('says neither true nor false in readonly').default(false),
  mutability: z.enum(['ReadOnly', 'WriteOnly', 'ReadWrite']).optional().catch(undefined),
  type: z.enum(['boolean', 'integer', 'decimal', 'list', 'choice', 'text', 'time']).nullish().catch(null),
  unit: z.string().max(50).nullish().catch(null),
})
const File = z.object({
  name: z.string().trim().min(1).max(80).optional().catch(undefined),
  chargerId: z.string().max(1000).optional().catch(undefined),
  protocol: z.string().max(40).nullish().catch(null),
  takenAt: z.string().optional().catch(undefined),
})

/**
 * A configuration from a file: one of `configurationJson`, or the answer of a GetConfiguration as it stands in a log.
 * @param now taken as its time where the file says none, epoch ms
 * @throws ActionProblem with what is wrong, and where
 */
export function configurationFrom(text: string, now: number): Kept {
  if (text.length > LARGEST) refuse(`The file is too large for a configuration (${Math.round(text.length / 1e6)} MB).`)
  const read = jsonOf(text)
  const { settings, bare } = settingsOf(read)
  if (settings.length > MOST_ITEMS) refuse(`The file has ${settings.length} settings; no charger has so many.`)
  const head = bare ? {} : File.parse(read)
  const protocol = head.protocol ?? null
  const items = settings.map((setting, index) => {
    const found = Setting.safeParse(setting)
    if (!found.success) refuse(`Setting ${index + 1} of the file ${found.error.issues[0]?.message ?? 'cannot be read'}.`)
    return importedItem(found.data, protocol)
  })
  if (items.length === 0) refuse('The file holds no settings.')
  const taken = Date.parse(head.takenAt ?? '')
  return {
    name: head.name ?? 'Imported configuration',
    chargerId: head.chargerId ?? '',
    protocol,
    takenAt: Number.isNaN(taken) ? now : taken,
    items: [...new Map(items.map((item) => [item.key.toLowerCase(), item])).values()],
  }
}

function jsonOf(text: string): Record<string, unknown> {
  let read: unknown = null
  try {
    read = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    refuse(
      `The file is not JSON: ${error instanceof Error ? error.message.slice(0, 120) : 'it cannot be read'}. A configuration is imported from a JSON file, not from CSV.`,
    )
  }
  if (typeof read !== 'object' || read === null || Array.isArray(read)) refuse('The file is JSON, but not a configuration.')
  return read as Record<string, unknown>
}

function settingsOf(read: Record<string, unknown>): { settings: unknown[]; bare: boolean } {
  if (Array.isArray(read['configurationKey'])) return { settings: read['configurationKey'], bare: true }
  if (read['format'] !== FORMAT)
    refuse('The file is JSON, but not a configuration that Chargebench has exported, nor the answer of a GetConfiguration.')
  const { version, settings } = read
  if (typeof version === 'number' && version > VERSION)
    refuse(`The file was written by a newer Chargebench (version ${version} of the format; this one knows ${VERSION}).`)
  if (!Array.isArray(settings)) refuse('The file has no list of settings.')
  return { settings: settings as unknown[], bare: false }
}

/** A secret in a file, which somebody must have typed in, is not taken over. */
function importedItem(
  { key, value, readonly, mutability, type, unit }: z.infer<typeof Setting>,
  protocol: string | null,
): ConfigurationItem {
  const address = hasDeviceModel(protocol) ? variableAddress(key) : null
  if (address === null) return keyItem(key, value ?? null, readonly)
  const definition = standardVariable(address.component.name, address.variable.name)
  const secret = isSecretKey(address.variable.name) || mutability === 'WriteOnly'
  return {
    ...described(definition),
    key,
    value: secret ? null : (value ?? null),
    withheld: secret,
    readonly,
    mutability: mutability ?? (readonly ? 'ReadOnly' : 'ReadWrite'),
    attribute: address.attribute,
    secret,
    type: type ?? definition?.type ?? null,
    unit: unit ?? definition?.unit ?? null,
  }
}

function refuse(sentence: string): never {
  throw new ActionProblem('bad-request', sentence)
}
