import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { configurationKeys, standardKey } from '../../../shared/ocpp/configuration-keys.ts'
import { fields, list, text } from '../../../shared/ocpp/payload.ts'
import { ActionProblem } from '../actions/context.ts'
import { keyItem } from './item.ts'
import { valueText } from './report.ts'
import type { Task } from './task.ts'
import { callProblem } from '../actions/outcome.ts'

/** What reading gave, before it is dated. */
export interface Read {
  items: ConfigurationItem[]
  unknownKeys: string[]
  notes: string[]
}

/** Where a charger does not say how many keys it takes at once. */
const USUAL_BLOCK = 10
/** A charger that answers nothing is not asked for every key. */
const SILENT_BLOCKS = 2

/**
 * GetConfiguration (OCPP 1.6 §5.8): everything at once; where that fails or seems to be cut off, the standard's keys in
 * blocks of what GetConfigurationMaxKeys allows.
 * @throws where the charger answers nothing at all, with a sentence
 */
export async function readKeys(task: Pick<Task, 'call'>): Promise<Read> {
  const found = new Map<string, ConfigurationItem>()
  const unknown = new Set<string>()
  const notes: string[] = []
  const take = (payload: unknown): number => takeAnswer(payload, found, unknown, notes)

  const all = await task.call('GetConfiguration', {})
  const problem = callProblem(all)
  if (all.outcome === 'disconnected') throw new ActionProblem('conflict', `${problem}.`)
  const told = all.outcome === 'result' ? take(all.payload) : 0
  if (told > 0 && !isCutOff(found, told)) return { items: [...found.values()], unknownKeys: [...unknown], notes }

  notes.push(
    told > 0
      ? `The charger told only ${told} keys at once, as many as it allows; the rest was asked for by name.`
      : `Asked for everything, the charger told nothing${problem === null ? '' : ` (${problem})`}; the standard’s keys were asked for by name. Its vendor’s own keys cannot be found that way.`,
  )
  await readByName(task, found, take)
  if (found.size === 0 && unknown.size === 0) {
    throw new ActionProblem('conflict', problem === null ? 'The charger told no configuration keys at all.' : `${problem}.`)
  }
  return { items: [...found.values()], unknownKeys: [...unknown], notes }
}

async function readByName(
  task: Pick<Task, 'call'>,
  found: Map<string, ConfigurationItem>,
  take: (payload: unknown) => number,
): Promise<void> {
  let size = blockSize(found)
  if (size === null) {
    const limit = await task.call('GetConfiguration', { key: ['GetConfigurationMaxKeys'] })
    if (limit.outcome === 'result') take(limit.payload)
    size = blockSize(found)
  }
  const wanted = Object.keys(configurationKeys).filter((key) => !found.has(key.toLowerCase()))
  let silent = 0
  while (wanted.length > 0 && silent < SILENT_BLOCKS) {
    const outcome = await task.call('GetConfiguration', { key: wanted.splice(0, size ?? USUAL_BLOCK) })
    if (outcome.outcome === 'disconnected') throw new ActionProblem('conflict', `${callProblem(outcome)}.`)
    if (outcome.outcome === 'result') take(outcome.payload)
    silent = outcome.outcome === 'timeout' ? silent + 1 : 0
  }
}

/** @returns how many keys the answer told */
function takeAnswer(payload: unknown, found: Map<string, ConfigurationItem>, unknown: Set<string>, notes: string[]): number {
  const answer = fields(payload)
  let told = 0
  for (const each of list(answer['configurationKey'])) {
    const { key: name, value, readonly } = fields(each)
    const key = text(name)?.trim()
    if (key === undefined) continue
    told++
    const id = key.toLowerCase()
    if (found.has(id) && notes.length < 50) notes.push(`The charger told ${key} more than once; the last value is shown.`)
    found.set(id, keyItem(key, valueText(value), readonly === true || readonly === 'true'))
  }
  for (const key of list(answer['unknownKey'])) if (typeof key === 'string') unknown.add(key)
  return told
}

/** Whether an answer holds just as many keys as may be asked for and lacks keys that every charger must have (§9.1). */
function isCutOff(found: Map<string, ConfigurationItem>, told: number): boolean {
  return (
    blockSize(found) === told &&
    ['HeartbeatInterval', 'MeterValueSampleInterval', 'NumberOfConnectors', 'SupportedFeatureProfiles'].some(
      (key) => !found.has(key.toLowerCase()),
    )
  )
}

function blockSize(found: Map<string, ConfigurationItem>): number | null {
  const most = Number(found.get('getconfigurationmaxkeys')?.value)
  return Number.isInteger(most) && most > 0 ? Math.min(most, 100) : null
}

/** One key anew; null where it is not told. */
export async function readKey(task: Pick<Task, 'call'>, key: string): Promise<ConfigurationItem | null> {
  const outcome = await task.call('GetConfiguration', { key: [key] })
  if (outcome.outcome !== 'result') return null
  const found = new Map<string, ConfigurationItem>()
  takeAnswer(outcome.payload, found, new Set(), [])
  return found.get(key.toLowerCase()) ?? null
}

/** The spelling that the standard has, which chargers that compare with case understand. */
export function sentKey(key: string, known: ConfigurationItem | undefined): string {
  return known?.key ?? standardKey(key) ?? key
}
