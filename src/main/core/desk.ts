import type { ChargerSettings, ChargerSettingsChange } from '../../shared/domain/charger.ts'
import type { PaymentMethod, PriceGroup } from '../../shared/domain/money.ts'
import { defaultSettings, Settings } from '../../shared/domain/settings.ts'
import type { User } from '../../shared/domain/user.ts'
import { protocols } from '../../shared/ocpp/protocol.ts'
import type { Desk } from './csms/desk.ts'
import { createSignal, type Signal } from './live.ts'
import type { Store } from './store/client.ts'
import type { KeptState } from './store/operations.ts'

/** The desk with its drawers open: what it holds in memory, and the writing of every change. */
export interface DeskKeeper extends Desk {
  changeSettings: (change: Partial<Settings>) => Promise<Settings>
  changeChargerSettings: (chargerId: string, change: ChargerSettingsChange) => Promise<ChargerSettings>
  paymentMethods: () => PaymentMethod[]
  priceGroups: () => PriceGroup[]
  saveUser: (user: User) => Promise<User>
  savePaymentMethod: (method: PaymentMethod) => Promise<PaymentMethod>
  savePriceGroup: (group: PriceGroup) => Promise<PriceGroup>
  removeUser: (id: string) => Promise<boolean>
  removePaymentMethod: (id: string) => Promise<boolean>
  removePriceGroup: (id: string) => Promise<boolean>
  /** Anything of it has changed. */
  changed: Signal
}

const defaultChargerSettings: Omit<ChargerSettings, 'registration' | 'basicAuthPasswordSet'> = {
  pings: true,
  protocols: [...protocols],
  unknownSubprotocol: 'refuse',
}
/** So many transaction ids are reserved in one write. */
const ID_BLOCK = 100

export function createDesk(kept: KeptState, { write }: Pick<Store, 'write'>): DeskKeeper {
  const known = Settings.partial().safeParse(kept.settings ?? {})
  let settings: Settings = { ...defaultSettings, ...(known.success ? known.data : {}) }
  const chargerSettings = new Map(kept.chargerSettings)
  // idTags are compared without regard to case (OCPP 1.6 §7.28, CiString).
  const users = new Map(kept.users.map((user) => [user.id.toLowerCase(), user]))
  const paymentMethods = new Map(kept.paymentMethods.map((method) => [method.id, method]))
  const priceGroups = new Map(kept.priceGroups.map((group) => [group.id, group]))
  const changed = createSignal()
  /** @returns what was done, told to whoever looks */
  const told = <T>(done: T): T => {
    changed.emit()
    return done
  }
  let lastTransactionId = kept.lastTransactionId ?? 0
  let reservedUpTo = lastTransactionId

  const shownSettings = (id: string): ChargerSettings => {
    const { basicAuthPassword = null, ...set } = chargerSettings.get(id) ?? {}
    const registration = settings.access === 'approve' ? 'pending' : 'accepted'
    return { ...defaultChargerSettings, registration, ...set, basicAuthPasswordSet: basicAuthPassword !== null }
  }

  return {
    changed,
    settings: () => settings,
    chargerSettings: shownSettings,
    chargerPassword: (id) => chargerSettings.get(id)?.basicAuthPassword ?? null,
    isKnown: (id) => chargerSettings.has(id),
    user: (idTag) => users.get(idTag.toLowerCase()),
    users: () => [...users.values()].toSorted((a, b) => a.id.localeCompare(b.id)),
    paymentMethod: (id) => (id === null ? null : (paymentMethods.get(id) ?? null)),
    priceGroup: (id) => (id === null ? null : (priceGroups.get(id) ?? null)),
    paymentMethods: () => [...paymentMethods.values()],
    priceGroups: () => [...priceGroups.values()],
    nextTransactionId: () => {
      if (lastTransactionId >= reservedUpTo) {
        reservedUpTo = lastTransactionId + ID_BLOCK
        // The writer takes its work in order, so this is on disk before the answer that uses the first of them leaves.
        write.keep('last-transaction-id', reservedUpTo).catch(() => {
          // The disk is full, as the pipeline tells: the next id reserves anew.
          reservedUpTo = lastTransactionId
        })
      }
      return ++lastTransactionId
    },
    changeSettings: async (change) => {
      settings = { ...settings, ...change }
      await write.keep('settings', settings)
      return told(settings)
    },
    changeChargerSettings: async (id, change) => {
      const next = { ...chargerSettings.get(id), ...change }
      chargerSettings.set(id, next)
      await write.saveChargerSettings(id, next)
      return told(shownSettings(id))
    },
    saveUser: async (user) => {
      await write.saveUser(user)
      users.set(user.id.toLowerCase(), user)
      return told(user)
    },
    savePaymentMethod: async (method) => {
      await write.savePaymentMethod(method)
      paymentMethods.set(method.id, method)
      return told(method)
    },
    savePriceGroup: async (group) => {
      await write.savePriceGroup(group)
      priceGroups.set(group.id, group)
      return told(group)
    },
    removeUser: async (id) => {
      users.delete(id.toLowerCase())
      return told(await write.removeFromList('users', id))
    },
    removePaymentMethod: async (id) => {
      paymentMethods.delete(id)
      return told(await write.removeFromList('paymentMethods', id))
    },
    removePriceGroup: async (id) => {
      priceGroups.delete(id)
      return told(await write.removeFromList('priceGroups', id))
    },
  }
}
