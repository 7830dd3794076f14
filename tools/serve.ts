// `npm run serve`: builds if needed, then runs the serve host in this very process, so that signals and standard output
// are its own.
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { ensureBuilt, root } from './build.ts'

ensureBuilt()
await import(pathToFileURL(join(root, 'out/main/serve.js')).href)
