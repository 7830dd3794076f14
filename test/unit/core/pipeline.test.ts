import { expect, test } from 'vitest'
import { createPipeline, type Pipeline } from '../../../src/main/core/pipeline.ts'
import type { Batch } from '../../../src/main/core/store/commit.ts'
import type { KeptState } from '../../../src/main/core/store/operations.ts'

const kept: KeptState = {
  lastSeq: 41,
  lastConnectionId: 0,
  entryCount: 41,
  aliveAt: null,
  settings: null,
  virtualChargers: null,
  lastTransactionId: null,
  memories: [],
  chargerSettings: [],
  users: [],
  paymentMethods: [],
  priceGroups: [],
}

/** A pipeline whose commits end when the test says so. */
function start() {
  const errors: string[] = []
  const commits: { batch: Batch; end: () => void; fail: (error: Error) => void }[] = []
  const pipeline = createPipeline({
    commit: (batch) => new Promise((end, fail) => commits.push({ batch, end, fail })),
    kept,
    log: { info: () => {}, warn: () => {}, error: (message, details) => errors.push(`${message} ${JSON.stringify(details)}`) },
    now: () => 1_000,
  })
  return { pipeline, commits, errors }
}

const beat = (pipeline: Pipeline, id: string) =>
  pipeline.record({ chargerId: 'CP1', connectionId: 1, direction: 'in', kind: 'frame', raw: `[2,"${id}","Heartbeat",{}]` })
const turn = () => new Promise((resolve) => setImmediate(resolve))
const seqs = ({ entries }: Batch) => entries.map(({ seq }) => seq)

test('what one turn of the event loop brings is one commit, and numbers go on where the last run stopped', async () => {
  const { pipeline, commits } = start()
  for (const id of ['a', 'b', 'c']) beat(pipeline, id)
  await turn()
  expect(commits.map(({ batch }) => seqs(batch))).toEqual([[42, 43, 44]])
})

test('while a commit is under way the next one gathers, and nothing leaves before its own commit', async () => {
  const { pipeline, commits } = start()
  const left: string[] = []
  beat(pipeline, 'a')
  pipeline.afterCommit(() => left.push('a'))
  await turn()
  beat(pipeline, 'b')
  pipeline.afterCommit(() => left.push('b'))
  beat(pipeline, 'c')
  await turn()
  expect([left, commits.length]).toEqual([[], 1])
  commits[0]?.end()
  await turn()
  expect(left).toEqual(['a'])
  expect(commits.map(({ batch }) => seqs(batch))).toEqual([[42], [43, 44]])
  commits[1]?.end()
  await turn()
  expect(left).toEqual(['a', 'b'])
})

test('a commit that fails is told in words and tried again, in order and with nothing lost', async () => {
  const { pipeline, commits } = start()
  const left: string[] = []
  beat(pipeline, 'a')
  pipeline.afterCommit(() => left.push('a'))
  await turn()
  commits[0]?.fail(new Error('database or disk is full'))
  await turn()
  expect(pipeline.problem()).toContain('database or disk is full')
  expect(left).toEqual([])
  while (commits.length < 2) await new Promise((resolve) => setTimeout(resolve, 20))
  expect(commits[1]?.batch).toEqual(commits[0]?.batch)
  commits[1]?.end()
  await turn()
  expect([left, pipeline.problem()]).toEqual([['a'], null])
})

test('an effect that fails keeps no other effect from running', async () => {
  const { pipeline, commits } = start()
  const left: string[] = []
  pipeline.afterCommit(() => {
    throw new Error('a socket that is gone')
  })
  beat(pipeline, 'a')
  pipeline.afterCommit(() => left.push('a'))
  await turn()
  commits[0]?.end()
  await turn()
  expect(left).toEqual(['a'])
})

test('a listener that fails holds up nothing that came meanwhile', async () => {
  const { pipeline, commits } = start()
  pipeline.changed.on(() => {
    throw new Error('a charger that is gone')
  })
  beat(pipeline, 'a')
  await turn()
  beat(pipeline, 'b')
  commits[0]?.end()
  await turn()
  expect(commits.map(({ batch }) => seqs(batch))).toEqual([[42], [43]])
})

test('the memory of a charger is saved with its first entry and then once in two hundred', async () => {
  const { pipeline, commits } = start()
  for (let index = 0; index < 401; index++) {
    beat(pipeline, String(index))
    await turn()
    commits.at(-1)?.end()
    await turn()
  }
  const saved = commits.filter(({ batch }) => batch.memories.length > 0).map(({ batch }) => batch.memories[0]?.seq)
  expect(saved).toEqual([42, 242, 442])
})

test('closing on a disk that stays full ends after a few attempts, writes nothing behind the hole, and tells what was lost', async () => {
  const { pipeline, commits, errors } = start()
  const left: string[] = []
  beat(pipeline, 'a')
  pipeline.afterCommit(() => left.push('a'))
  await turn()
  beat(pipeline, 'b')
  const closed = pipeline.close()
  for (let attempt = 0; attempt < 3; attempt++) {
    while (commits.length <= attempt) await turn()
    commits[attempt]?.fail(new Error('database or disk is full'))
    await turn()
  }
  await closed
  beat(pipeline, 'c')
  await turn()
  expect(commits.map(({ batch }) => seqs(batch))).toEqual([[42], [42], [42]])
  expect(left).toEqual([])
  expect(errors.filter((error) => error.includes('not written'))).toEqual([
    expect.stringContaining('"entries":2,"firstSeq":42'),
    expect.stringContaining('"entries":1,"firstSeq":44'),
  ])
})

test('closing does not wait for the next attempt, and ends well when the disk has room again', async () => {
  const { pipeline, commits, errors } = start()
  beat(pipeline, 'a')
  await turn()
  commits[0]?.fail(new Error('database or disk is full'))
  await turn()
  beat(pipeline, 'b')
  const closed = pipeline.close()
  for (const which of [1, 2]) {
    while (commits.length <= which) await turn()
    commits[which]?.end()
  }
  await closed
  expect(commits.map(({ batch }) => seqs(batch))).toEqual([[42], [42], [43]])
  expect(errors.filter((error) => error.includes('not written'))).toEqual([])
})

test('a listener that fails when a commit has failed ends no commit', async () => {
  const { pipeline, commits } = start()
  pipeline.changed.on(() => {
    throw new Error('a charger that is gone')
  })
  beat(pipeline, 'a')
  await turn()
  commits[0]?.fail(new Error('database or disk is full'))
  while (commits.length < 2) await turn()
  commits[1]?.end()
  await turn()
  expect(pipeline.lastSeq()).toBe(42)
})

test('an entry that the app fails to read is committed, and the next ones are read', async () => {
  const { pipeline, commits } = start()
  beat(pipeline, 'a')
  const memory = pipeline.memory('CP1')
  if (memory === undefined) throw new Error('no memory')
  const { openCalls } = memory
  Object.defineProperty(memory, 'openCalls', {
    configurable: true,
    get: () => {
      throw new Error('a bug')
    },
  })
  const failed = beat(pipeline, 'b')
  Object.defineProperty(memory, 'openCalls', { value: openCalls, writable: true, enumerable: true })
  beat(pipeline, 'c')
  await turn()
  expect(failed).toMatchObject({ reading: null, entry: { severity: 'error', deviations: [{ code: 'app-error' }] } })
  expect(commits[0]?.batch.entries.map(({ messageId, raw }) => [messageId, raw])).toEqual([
    ['a', '[2,"a","Heartbeat",{}]'],
    [null, '[2,"b","Heartbeat",{}]'],
    ['c', '[2,"c","Heartbeat",{}]'],
  ])
})
