/** `node export.ts DATA_DIR FORMAT FILE`: writes the log of a data folder into a file; sends what it took. */
import { createWriteStream } from 'node:fs'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { ExportOptions } from '../../../src/shared/domain/export.ts'
import { memoryOf } from '../memory.ts'
import { openWorkbench } from '../workbench.ts'
import type { Took } from './took.ts'
import './with-parent.ts'

const [dataDir = '', format = '', file = ''] = process.argv.slice(2)
const { workbench } = await openWorkbench(dataDir)
const before = memoryOf(process.pid).peakMB
const began = performance.now()
const { chunks } = await workbench.streamExport({}, ExportOptions.parse({ format }))
await pipeline(Readable.from(chunks), createWriteStream(file))
const took: Took = { ms: performance.now() - began, beforeMB: before, peakMB: memoryOf(process.pid).peakMB }
process.send?.(took)
