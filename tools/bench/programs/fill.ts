/** `node fill.ts FOLDER site ENTRIES`, or `restless SEGMENTS`: fills a data folder with the log of a site, or of one charger. */
import { fill, fillWith } from '../log/fill.ts'
import { restless } from '../log/restless.ts'
import './with-parent.ts'

const [dataDir = '', kind, count] = process.argv.slice(2)
// The timeline goes on until now: what ended months ago would be drawn on a few pixels.
if (kind === 'restless') fillWith(dataDir, restless(Number(count), Date.now()))
else fill(dataDir, { count: Number(count) })
// Only the line to the run that started it keeps it going.
process.disconnect?.()
