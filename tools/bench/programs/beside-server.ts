/**
 * `node beside-server.ts DATA_DIR`: the central system on a long log. Sends its OCPP URL; then, whenever it is sent the name
 * of some reading, the delays of its event loop since the last time, and goes on with that.
 */
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { ExportOptions } from '../../../src/shared/domain/export.ts'
import { openWorkbench } from '../workbench.ts'
import './with-parent.ts'

const { workbench, client, ocppUrl } = await openWorkbench(process.argv[2] ?? '')
const delay = monitorEventLoopDelay({ resolution: 1 })
delay.enable()

/** Nobody asks again sooner: what is quick would otherwise be asked so often that only the asking is measured. */
const AGAIN_MS = 50

/** What holds threads longest; each is done over and over. */
const readings: Record<string, (() => Promise<unknown>)[]> = {
  nothing: [],
  searching: [
    () => client.log.count({ text: 'Sample.Periodic', charger: 'SITE-003' }),
    () => client.log.histogram({ text: 'Voltage', buckets: 200 }),
    () => client.log.list({ text: 'no such text', limit: 200 }),
  ],
  exporting: [
    async () => {
      const { chunks } = await workbench.streamExport({}, ExportOptions.parse({ format: 'html' }))
      const mine = current
      for await (const chunk of chunks) if (current !== mine && chunk.length > 0) return
    },
  ],
}
let current = 'nothing'

async function over(name: string, reading: () => Promise<unknown>): Promise<void> {
  while (current === name) await Promise.all([reading(), pause(AGAIN_MS)])
}

process.on('message', (name: string) => {
  process.send?.({ delayP99Ms: delay.percentile(99) / 1e6 })
  delay.reset()
  current = name
  for (const reading of readings[name] ?? []) void over(name, reading)
})
process.send?.(ocppUrl)
