/** The core in a process of its own, for tests that kill it: `node core-process.ts DATA_DIR`, sends its OCPP URL. */
import { startWorkbench } from './workbench.ts'

const { ocppUrl } = await startWorkbench({ dataDir: process.argv[2] ?? '' })
process.send?.(ocppUrl)
