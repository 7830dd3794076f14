/**
 * The core in a process whose files may not grow beyond a few megabytes, as on a disk that is full:
 * `node full-disk-process.ts DATA_DIR`. It tells its OCPP URL, then that it cannot write, and at the word `close` closes and
 * tells what it logged. It ends by itself if nothing of it is left open.
 */
import { startWorkbench } from './workbench.ts'

const { ocppUrl, workbench, errors, close } = await startWorkbench({ dataDir: process.argv[2] ?? '' })
process.send?.({ ocppUrl })
const looking = setInterval(() => {
  void workbench.problem().then((problem) => {
    if (problem === null) return
    clearInterval(looking)
    process.send?.({ problem })
  })
}, 50)
process.once('message', () => {
  clearInterval(looking)
  void close().then(() => process.send?.({ errors }, () => process.disconnect()))
})
