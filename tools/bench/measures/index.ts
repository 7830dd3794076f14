import type { Measure } from '../measure.ts'
import { beside } from './beside.ts'
import { findings } from './findings.ts'
import { ingest } from './ingest.ts'
import { opening } from './opening.ts'
import { reading } from './reading.ts'
import { timeline } from './timeline.ts'
import { transfer } from './transfer.ts'
import { window } from './window.ts'

/** In the order of the table: what makes a shared log longer comes last. */
export const measures: readonly Measure[] = [ingest, findings, transfer, reading, opening, beside, timeline, window]
