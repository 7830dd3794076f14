import { changesWithin, type InstalledProfile, type Limit, limitAt, type Where } from './limits.ts'
import type { AskedCalls, ChargingProfile } from './messages.ts'

const mostInstalled = 40
const highestStackLevel = 20
const mostPeriods = 24

/** The charging profiles that are installed (OCPP 1.6 §5.5, §5.16). */
export class Profiles {
  #installed: InstalledProfile[] = []

  get installed(): readonly InstalledProfile[] {
    return this.#installed
  }

  /** Installs a profile, in the place of the one with the same id, or of the same purpose and level. */
  install(connectorId: number, profile: ChargingProfile): boolean {
    if (profile.stackLevel > highestStackLevel || profile.chargingSchedule.chargingSchedulePeriod.length > mostPeriods) return false
    if (profile.chargingProfilePurpose === 'ChargePointMaxProfile' && connectorId !== 0) return false
    const others = this.#installed.filter(
      (one) =>
        one.profile.chargingProfileId !== profile.chargingProfileId &&
        (one.connectorId !== connectorId ||
          one.profile.chargingProfilePurpose !== profile.chargingProfilePurpose ||
          one.profile.stackLevel !== profile.stackLevel),
    )
    if (others.length >= mostInstalled) return false
    this.#installed = [...others, { connectorId, profile }]
    return true
  }

  /** Returns whether there was anything to clear. */
  clear({ id, connectorId, chargingProfilePurpose, stackLevel }: AskedCalls['ClearChargingProfile'][0]): boolean {
    const before = this.#installed.length
    this.#installed = this.#installed.filter(
      ({ profile, connectorId: at }) =>
        (id !== undefined && profile.chargingProfileId !== id) ||
        (id === undefined && connectorId !== undefined && at !== connectorId) ||
        (id === undefined && chargingProfilePurpose !== undefined && profile.chargingProfilePurpose !== chargingProfilePurpose) ||
        (id === undefined && stackLevel !== undefined && profile.stackLevel !== stackLevel),
    )
    return this.#installed.length < before
  }

  /** A TxProfile lives as long as its transaction. */
  transactionEnded(connectorId: number): void {
    this.clear({ connectorId, chargingProfilePurpose: 'TxProfile' })
  }

  limit(where: Where, at: number): Limit {
    return limitAt(this.#installed, where, at)
  }

  /** What may be drawn from a moment on, each change once. */
  schedule(where: Where, from: number, to: number): { at: number; limit: Limit }[] {
    const moments = changesWithin(this.#installed, from, to, where.startedAt)
    const steps = moments.map((at) => ({ at, limit: this.limit(where, at) }))
    return steps.filter((step, index) => {
      const before = steps[index - 1]
      return before?.limit.powerW !== step.limit.powerW || before.limit.phases !== step.limit.phases
    })
  }

  restore(installed: InstalledProfile[]): void {
    this.#installed = installed
  }
}
