import type { Range } from './range.ts'
import type { Row } from './rows.ts'

/** What there is to be drawn and pointed at. */
export interface Scene {
  rows: Row[]
  range: Range
  /** CSS pixels. */
  width: number
  /** Where segments that last end. */
  edge: number
  /** The session whose bracket stands out. */
  sessionId?: number | null
  /** IANA name; the zone of the machine where it is left out. */
  timeZone?: string
}
