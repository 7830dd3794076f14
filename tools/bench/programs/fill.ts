/** `node fill.ts FOLDER site ENTRIES`, or `restless SEGMENTS`: fills a data folder with the log of a site, or of one charger. */
import { fill, fillWith } from '../log/fill.ts'
import { restless } from '../log/restless.ts'

const [dataDir = '', kind, count] = process.argv.slice(2)
if (kind === 'restless') fillWith(dataDir, restless(Number(count)))
else fill(dataDir, { count: Number(count) })
