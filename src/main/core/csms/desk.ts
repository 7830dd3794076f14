import type { ChargerSettings } from '../../../shared/domain/charger.ts'
import type { PaymentMethod, PriceGroup } from '../../../shared/domain/money.ts'
import type { Settings } from '../../../shared/domain/settings.ts'
import type { User } from '../../../shared/domain/user.ts'

/** What a session costs and who pays, as agreed when it began. */
export interface Terms {
  userId: string | null
  paymentMethod: PaymentMethod | null
  priceGroup: PriceGroup | null
}

/** What the central system knows besides the chargers: settings and lists, held in memory so that answers need no wait. */
export interface Desk {
  settings: () => Settings
  chargerSettings: (chargerId: string) => ChargerSettings
  /** The Basic auth password that a charger must send, as typed; null where none is asked for. */
  chargerPassword: (chargerId: string) => string | null
  /** Whether the technician has set anything for it: such a charger is known, also before it has ever connected. */
  isKnown: (chargerId: string) => boolean
  user: (idTag: string) => User | undefined
  users: () => User[]
  paymentMethod: (id: string | null) => PaymentMethod | null
  priceGroup: (id: string | null) => PriceGroup | null
  /** A transaction id that no session of this data folder has had. */
  nextTransactionId: () => number
}

export interface IdTagInfo {
  status: 'Accepted' | 'Blocked' | 'Expired' | 'Invalid' | 'ConcurrentTx'
  expiryDate?: string
  parentIdTag?: string
}

/** How a User ID is answered: from the list, or as the setting for unknown users says (OCPP 1.6 §7.8). */
export function authorize(desk: Desk, idTag: string, now: number): IdTagInfo {
  const user = desk.user(idTag)
  if (!user) return { status: desk.settings().unknownUsers === 'accept' ? 'Accepted' : 'Invalid' }
  const expired = user.expiresAt !== null && user.expiresAt <= now
  const status = user.status === 'Accepted' && expired ? 'Expired' : user.status
  return {
    status,
    ...(user.expiresAt === null ? {} : { expiryDate: ocppTime(user.expiresAt) }),
    ...(user.parentId ? { parentIdTag: user.parentId } : {}),
  }
}

/** The terms of a session that a user starts at the charger; null where nobody is named. */
export function usualTerms(desk: Desk, userId: string | null): Terms {
  const user = userId === null ? undefined : desk.user(userId)
  const { defaultPaymentMethodId, defaultPriceGroupId } = desk.settings()
  return {
    userId,
    paymentMethod: desk.paymentMethod(user?.paymentMethodId ?? defaultPaymentMethodId),
    priceGroup: desk.priceGroup(user?.priceGroupId ?? defaultPriceGroupId),
  }
}

/** A time as chargers like it best: UTC with Z and without fractions, which some cannot read. */
export function ocppTime(at: number): string {
  return new Date(at).toISOString().replace(/\.\d{3}Z$/, 'Z')
}
