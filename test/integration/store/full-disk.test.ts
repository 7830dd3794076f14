import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectRaw } from '../../support/raw-charger.ts'
import { startWorkbench } from '../../support/workbench.ts'

interface Told {
  ocppUrl?: string
  problem?: string
  errors?: string[]
}

let dataDir: string
let child: ChildProcess | undefined
beforeEach(() => void (dataDir = mkdtempSync(join(tmpdir(), 'chargebench-test-'))))
afterEach(() => {
  child?.kill('SIGKILL')
  rmSync(dataDir, { recursive: true, force: true })
})

/** Files of the process may be as large as so many blocks of 512 bytes; a write beyond fails. */
function startLimited(blocks: number): { told: () => Promise<Told>; ended: Promise<unknown[]>; process: ChildProcess } {
  const program = fileURLToPath(new URL('../../support/full-disk-process.ts', import.meta.url))
  const limited = spawn('sh', ['-c', `ulimit -f ${blocks} && exec "$0" "$@"`, process.execPath, program, dataDir], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  child = limited
  const ended = once(limited, 'exit')
  const messages: Told[] = []
  const waiting: ((told: Told) => void)[] = []
  limited.on('message', (told: Told) => {
    const next = waiting.shift()
    if (next === undefined) messages.push(told)
    else next(told)
  })
  const told = (): Promise<Told> =>
    new Promise((resolve, reject) => {
      const message = messages.shift()
      if (message !== undefined) return resolve(message)
      waiting.push(resolve)
      void ended.then((status) => reject(new Error(`it ended with ${status.join()}`)))
    })
  return { told, ended, process: limited }
}

// Windows has no limit for the size of files.
test.skipIf(process.platform === 'win32')(
  'on a disk that is full the app closes, tells what was lost, and leaves a log that is whole up to there',
  { timeout: 120_000 },
  async () => {
    const app = startLimited(8_000)
    const { ocppUrl = '' } = await app.told()
    const charger = await connectRaw(ocppUrl, 'CP1')
    const sent = Array.from({ length: 12 }, (_none, n) => `[2,"m${n}","DataTransfer",{"vendorId":"V","data":"${'x'.repeat(500_000)}"}]`)
    for (const frame of sent) charger.say(frame)
    const { problem } = await app.told()
    expect(problem).toContain('The log cannot be written')
    const answered = charger.frames.length
    expect(answered).toBeLessThan(sent.length)

    app.process.send('close')
    const { errors = [] } = await app.told()
    expect(await app.ended).toEqual([0, null])
    expect(charger.frames.length).toBe(answered)
    const lost = errors.find((error) => error.includes('the last entries were not written'))
    const { entries, firstSeq } = JSON.parse(/\{.*\}/.exec(lost ?? '')?.[0] ?? '{}') as { entries?: number; firstSeq?: number }
    expect(entries).toBeGreaterThanOrEqual(sent.length - answered)

    const again = await startWorkbench({ dataDir })
    const log = (await again.client.log.list({ limit: 1_000 })).entries.toReversed()
    const before = log.filter(({ raw }) => !raw.includes('was not running'))
    expect(before.map(({ seq }) => seq)).toEqual(before.map((_entry, index) => index + 1))
    expect(before.length).toBe((firstSeq ?? 0) - 1)
    expect(before.filter(({ direction }) => direction === 'in').length).toBeGreaterThanOrEqual(answered)
    await again.close()
  },
)
