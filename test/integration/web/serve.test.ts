import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { ensureBuilt, root } from '../../../tools/build.ts'

let dataDir: string
const started: ChildProcess[] = []

beforeAll(ensureBuilt)
beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'chargebench-serve-'))
})
afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode !== null || child.signalCode !== null) continue
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  await rm(dataDir, { recursive: true })
})

test('with --json the first line says where everything is, and SIGTERM ends it cleanly', async () => {
  const server = serve('--json', '--token', 'abc')
  const ready = JSON.parse(await firstLine(server)) as Record<string, unknown>
  expect(ready).toEqual({
    ready: true,
    ocpp: [expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/$/)],
    ui: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/#token=abc$/),
    api: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/api$/),
    token: 'abc',
  })
  const answer = await fetch(`${String(ready['api'])}/app`, { headers: { authorization: 'Bearer abc' } })
  expect(await answer.json()).toMatchObject({ host: 'serve', dataDir })
  server.kill('SIGTERM')
  expect(await once(server, 'exit')).toEqual([0, null])
})

test('without --json it says in two lines where chargers and the browser go, with a token nobody can guess', async () => {
  const server = serve()
  const line = await firstLine(server)
  expect(line).toMatch(/^Chargers connect to ws:\/\/127\.0\.0\.1:\d+\/$/)
  server.kill('SIGINT')
  expect(await once(server, 'exit')).toEqual([0, null])
})

test.skipIf(process.platform === 'win32')('started by `npm run serve`, it ends when npm is told to end', async () => {
  const npm = serveWith('npm', ['run', '--silent', 'serve', '--'], '--json')
  const { api } = JSON.parse(await firstLine(npm)) as { api: string }
  npm.kill('SIGTERM')
  await expect.poll(() => fetch(`${api}/app`).then(String, () => 'gone'), { timeout: 10_000 }).toBe('gone')
})

test('options that make no sense are answered by a sentence and exit code 2', async () => {
  for (const [options, sentence] of [
    [['--ocpp-port', '70000'], 'The option --ocpp-port needs a port number from 0 to 65535, not "70000".'],
    [['--token', 'a b'], 'The option --token may hold letters, digits'],
    [['--colour'], "Unknown option '--colour'"],
    [['stray'], "Unexpected argument 'stray'"],
  ] as const) {
    const [code, said] = await failed(serve(...options))
    expect(said).toContain(sentence)
    expect(code).toBe(2)
  }
})

test('a recording that cannot be opened is answered by a sentence and exit code 1', async () => {
  await writeFile(join(dataDir, 'chargebench.sqlite'), 'This is no database, but long enough to be taken for one. '.repeat(20))
  const [code, said] = await failed(serve())
  expect(said).toMatch(/^[A-Z].*\.\n$/)
  expect(code).toBe(1)
})

test('a page’s port that is taken is answered by a sentence and exit code 1', async () => {
  const { port, close } = await takePort()
  const [code, said] = await failed(serve('--ui-port', String(port)))
  expect(said).toContain(`Port ${port} of 127.0.0.1 is in use`)
  expect(code).toBe(1)
  close()
})

test('a charger port that is taken is said, and the page still comes up', async () => {
  const { port, close } = await takePort()
  const server = serve('--json', '--ocpp-port', String(port))
  const said = text(server.stderr)
  const ready = JSON.parse(await firstLine(server)) as { ocpp: string[]; ui: string }
  expect(ready.ocpp).toEqual([])
  expect((await fetch(ready.ui)).status).toBe(200)
  server.kill('SIGTERM')
  expect(await said).toContain(String(port))
  close()
})

test('a second one on the same data folder is refused; one after a crash is not', async () => {
  const first = serve('--json')
  await firstLine(first)
  const [code, said] = await failed(serve('--json'))
  expect(said).toContain(`Another Chargebench (process ${first.pid}) is already using the data folder ${dataDir}.`)
  expect(code).toBe(1)

  const killed = once(first, 'exit')
  first.kill('SIGKILL')
  await killed
  expect(JSON.parse(await firstLine(serve('--json')))).toMatchObject({ ready: true })
})

function serve(...options: string[]) {
  return serveWith(process.execPath, [join(root, 'out/main/serve.js')], ...options)
}

function serveWith(command: string, before: string[], ...options: string[]) {
  const args = ['--data-dir', dataDir, '--ocpp-host', '127.0.0.1', '--no-open', ...options]
  if (!options.includes('--ocpp-port')) args.push('--ocpp-port', '0')
  const child = spawn(command, [...before, ...args], { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] })
  started.push(child)
  return child
}

async function firstLine({ stdout }: ReturnType<typeof serve>): Promise<string> {
  let read = ''
  for await (const chunk of stdout.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    read += chunk.toString()
    if (read.includes('\n')) return read.slice(0, read.indexOf('\n'))
  }
  throw new Error(`it ended after: ${read}`)
}

async function failed(server: ReturnType<typeof serve>): Promise<[number, string]> {
  const [said, [code]] = await Promise.all([text(server.stderr), once(server, 'exit') as Promise<[number]>])
  return [code, said]
}

async function takePort(): Promise<{ port: number; close: () => void }> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { port: (server.address() as AddressInfo).port, close: () => void server.close() }
}
