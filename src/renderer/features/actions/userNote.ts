import type { Settings } from '../../../shared/domain/settings.ts'
import type { User } from '../../../shared/domain/user.ts'

/** What the technician should know of the User ID before starting; empty where there is nothing to say. */
export function userNote(user: User | undefined, typed: string, unknownUsers: Settings['unknownUsers'] | undefined): string {
  if (typed.trim() === '') return ''
  if (user === undefined) {
    return unknownUsers === 'refuse'
      ? 'Not a known user: a charger that asks will be told Invalid, as the settings say.'
      : 'Not a known user: accepted, as the settings say.'
  }
  const name = user.name || user.id
  if (user.status !== 'Accepted') return `${name} is ${user.status}: a charger that asks will be told so.`
  if (user.expiresAt !== null && user.expiresAt < Date.now()) return `${name} has expired: a charger that asks will be told so.`
  return name
}
