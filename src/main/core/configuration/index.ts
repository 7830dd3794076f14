import type {
  ChangeOutcome,
  Comparison,
  Configuration,
  ConfigurationSource,
  RestoreJob,
  RestorePlan,
  SnapshotInfo,
} from '../../../shared/domain/configuration.ts'
import { ActionProblem, type ActionContext } from '../actions/context.ts'
import { exportName } from '../export/file-name.ts'
import type { Store } from '../store/client.ts'
import type { Snapshot } from '../store/tables/configuration-snapshots.ts'
import { changeSetting } from './change.ts'
import { compareItems, restoreRows } from './compare.ts'
import { configurationCsv, configurationFrom, configurationJson } from './file.ts'
import { readDeviceModel } from './read-device-model.ts'
import { readKeys } from './read-keys.ts'
import { createPendingReboots } from './pending-reboot.ts'
import { createRestores, type Restores } from './restore.ts'
import { beginTask, hasDeviceModel, type Task } from './task.ts'

/** The configurations of all chargers: as last read, as kept under a name, and the changes to them. */
export interface Configurations {
  /** Reads it from the charger; who asks while it is being read gets the same. */
  read: (chargerId: string) => Promise<Configuration>
  /** As it was last read, with the changes since; null before. */
  last: (chargerId: string) => Configuration | null
  change: (chargerId: string, wanted: { key: string; value: string }) => Promise<ChangeOutcome>
  snapshots: () => Promise<SnapshotInfo[]>
  save: (chargerId: string, name: string) => Promise<SnapshotInfo>
  remove: (id: string) => Promise<boolean>
  compare: (a: ConfigurationSource, b: ConfigurationSource) => Promise<Comparison>
  plan: (chargerId: string, snapshotId: string) => Promise<RestorePlan>
  restore: (chargerId: string, changes: { key: string; value: string }[]) => RestoreJob
  restores: Pick<Restores, 'get' | 'cancel' | 'changed'>
  exportFile: (source: ConfigurationSource, format: 'json' | 'csv') => Promise<{ fileName: string; mediaType: string; text: string }>
  importFile: (text: string, name: string | undefined) => Promise<SnapshotInfo>
}

export function createConfigurations({
  context,
  store,
  timeZone,
}: {
  context: ActionContext
  store: Store
  timeZone: string
}): Configurations {
  const { now } = context
  const lastRead = new Map<string, Configuration>()
  const reading = new Map<string, Promise<Configuration>>()
  const reboots = createPendingReboots(context)
  const restores = createRestores((id) => context.connection(id) !== undefined)

  const readNow = async (chargerId: string): Promise<Configuration> => {
    const task = beginTask(context, chargerId, 'read-configuration')
    const read = hasDeviceModel(task.protocol) ? await readDeviceModel(task) : await readKeys(task)
    const { protocol, runId, firstSeq } = task
    const configuration = { chargerId, protocol, readAt: now(), ...read, rebootFor: reboots.of(chargerId), runId, firstSeq }
    lastRead.set(chargerId, configuration)
    return configuration
  }
  const read = (chargerId: string): Promise<Configuration> => {
    const running = reading.get(chargerId) ?? readNow(chargerId).finally(() => reading.delete(chargerId))
    reading.set(chargerId, running)
    return running
  }
  const lastOrRead = async (chargerId: string): Promise<Configuration> => lastRead.get(chargerId) ?? read(chargerId)
  const changeBy = async (task: Task, wanted: { key: string; value: string }): Promise<ChangeOutcome> => {
    const known = lastRead.get(task.chargerId)?.items.find(({ key }) => key.toLowerCase() === wanted.key.toLowerCase())
    const told = await changeSetting(task, wanted, known)
    if (told.outcome === 'reboot-required') reboots.note(task.chargerId, told.key)
    noteChange(lastRead.get(task.chargerId), told)
    return told
  }
  const snapshot = async (id: string): Promise<Snapshot> => {
    const found = await store.read.configurationSnapshot(id)
    if (found === null) throw new ActionProblem('not-found', 'There is no such snapshot; it may have been removed.')
    return found
  }
  const keep = async (kept: Omit<Snapshot, 'id' | 'count'>): Promise<SnapshotInfo> => {
    const { items, ...info } = { ...kept, id: crypto.randomUUID(), count: kept.items.length }
    await store.write.saveConfigurationSnapshot({ ...info, items })
    return info
  }
  const sideOf = async (source: ConfigurationSource): Promise<Omit<Snapshot, 'id' | 'count' | 'imported'>> => {
    if (source.from === 'snapshot') return snapshot(source.id)
    const { readAt, ...live } = await lastOrRead(source.id)
    return { ...live, name: source.id, takenAt: readAt }
  }

  return {
    read,
    last: (chargerId) => {
      const configuration = lastRead.get(chargerId)
      return configuration ? { ...configuration, rebootFor: reboots.of(chargerId) } : null
    },
    change: (chargerId, wanted) => changeBy(beginTask(context, chargerId, 'change-configuration'), wanted),
    snapshots: () => store.read.configurationSnapshots(),
    save: async (chargerId, name) => {
      const { protocol, readAt, items } = await lastOrRead(chargerId)
      return keep({ name, chargerId, protocol, takenAt: readAt, imported: false, items })
    },
    remove: (id) => store.write.removeConfigurationSnapshot(id),
    compare: async (first, second) => {
      const [a, b] = await Promise.all([sideOf(first), sideOf(second)])
      const side = ({ name, takenAt, protocol }: typeof a) => ({ label: name, at: takenAt, protocol })
      return { a: side(a), b: side(b), rows: compareItems(a.items, b.items) }
    },
    plan: async (chargerId, snapshotId) => {
      const { items, ...info } = await snapshot(snapshotId)
      const current = await read(chargerId)
      if (info.protocol !== null && hasDeviceModel(info.protocol) !== hasDeviceModel(current.protocol))
        throw new ActionProblem(
          'conflict',
          `The snapshot is of ${info.protocol}, and the charger speaks ${current.protocol}: their settings have different names.`,
        )
      return { chargerId, snapshot: info, ...restoreRows(current.items, items) }
    },
    restore: (chargerId, changes) => {
      const task = beginTask(context, chargerId, 'restore-configuration')
      return restores.start(task, changes, (wanted) => changeBy(task, wanted))
    },
    restores,
    exportFile: async (source, format) => {
      const side = await sideOf(source)
      const name = exportName({ charger: side.chargerId }, side.takenAt, timeZone).replace('chargebench-', 'chargebench-configuration-')
      return format === 'json'
        ? { fileName: `${name}.json`, mediaType: 'application/json', text: configurationJson(side, timeZone) }
        : { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', text: configurationCsv(side.items) }
    },
    importFile: async (text, name) => {
      const file = configurationFrom(text, now())
      return keep({ ...file, name: name ?? file.name, imported: true })
    },
  }
}

/** What is shown as last read follows what the charger has taken. */
function noteChange(configuration: Configuration | undefined, { key, outcome, item }: ChangeOutcome): void {
  if (!configuration || (outcome !== 'accepted' && outcome !== 'reboot-required')) return
  configuration.items = configuration.items.map((each) => {
    if (each.key.toLowerCase() !== key.toLowerCase()) return each
    return item ?? (each.secret ? { ...each, withheld: true } : each)
  })
}
