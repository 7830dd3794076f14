/** Fills a data folder with the log of a site: `node fill.ts FOLDER ENTRIES`. */
import { fill } from '../log/fill.ts'

const [dataDir = '', entries] = process.argv.slice(2)
fill(dataDir, { count: Number(entries) })
