import type { Profile } from '../findings/limits/profile.ts'
import type { Change } from '../interpret/types.ts'

/** A charging profile that was accepted, and for how long it has been in force; epoch ms. */
export interface CommandedProfile {
  profile: Profile
  /** When it was replaced, cleared or over with its session; null while it is in force. */
  until: number | null
}

/** Rows of the profiles that an entry has put in force or out of it. */
export function commandedChanges(before: readonly Profile[], after: readonly Profile[], at: number): Change[] {
  if (before === after) return []
  return [
    ...before.filter((profile) => !after.includes(profile)).map((profile) => row(profile, at)),
    ...after.filter((profile) => !before.includes(profile)).map((profile) => row(profile, null)),
  ]
}

function row(profile: Profile, until: number | null): Change {
  return { table: 'commanded', row: { profile, until } }
}
