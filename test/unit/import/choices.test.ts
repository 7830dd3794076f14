import { expect, test } from 'vitest'
import { read } from '../../../src/main/core/import/read.ts'
import { recognise } from '../../../src/main/core/import/recognise.ts'
import { itemsOf, logFixture, shown, textSource } from '../../support/imported.ts'

const heartbeats = [
  '10:00:00.000 Rx: [2,"1","Heartbeat",{}]',
  '10:00:01.000 Tx: [3,"1",{}]',
  '10:00:02.000 Rx: [2,"2","Heartbeat",{}]',
].join('\n')

test('a day is asked for where neither the lines nor the messages tell one, and then used', async () => {
  const source = textSource(heartbeats)
  expect((await recognise(source)).needs).toMatchObject({ date: true, timeZone: true, identity: true })
  expect((await itemsOf(source)).every(({ at }) => at === null)).toBe(true)
  const items = await itemsOf(source, { date: '2026-07-01', timeZone: 'Europe/Berlin', identity: 'CP1' })
  expect(items.map(shown)[0]).toBe('1 2026-07-01T08:00:00.000Z CP1 frame in [2,"1","Heartbeat",{}]')
})

test('the directions can be set right by hand', async () => {
  const items = await itemsOf(textSource(heartbeats), { turned: true })
  expect(items.map((item) => item.direction)).toEqual(['out', 'in', 'out'])
})

test('an identity is proposed by the boot message, else by the name of the file', async () => {
  expect((await recognise(logFixture('micro-ocpp/serial.log', 'x.log'))).suggestedIdentity).toBe('SN-77')
  expect((await recognise(textSource(heartbeats, 'CP-0815.log'))).suggestedIdentity).toBe('CP-0815')
  expect((await recognise(textSource(heartbeats, 'ocpp-2026-01-15.log'))).suggestedIdentity).toBeNull()
  expect((await recognise(logFixture('evcc/plain.log'))).suggestedIdentity).toBeNull()
})

const unclear = ['c1;c2;c3;c4', '2026-01-15T10:00:00Z;X1;NewThing;{"vendor":"V"}', '2026-01-15T10:00:01Z;X1;Other;{"vendor":"W"}'].join(
  '\n',
)

test('a table without telling names is asked about, and read as answered', async () => {
  const { needs } = await recognise(textSource(unclear))
  expect(needs.columns?.names).toEqual(['c1', 'c2', 'c3', 'c4'])
  expect(needs.columns?.rows[0]).toEqual(['2026-01-15T10:00:00Z', 'X1', 'NewThing', '{"vendor":"V"}'])
  const items = await itemsOf(textSource(unclear), { columns: { time: 'c1', chargerId: 'c2', action: 'c3', payload: 'c4' } })
  expect(items.slice(1).map(shown)).toEqual([
    '2 2026-01-15T10:00:00.000Z X1 frame ?+ [2,"made-1","NewThing",{"vendor":"V"}]',
    '3 2026-01-15T10:00:01.000Z X1 frame ?+ [2,"made-2","Other",{"vendor":"W"}]',
  ])
})

test('a table of which nothing can be guessed is asked about all the same', async () => {
  const text = 'a|b|c\n2026-01-15T10:00:00Z|X1|boot\n2026-01-15T10:00:05Z|X1|beat'
  const recognised = await recognise(textSource(text))
  expect(recognised).toMatchObject({ format: 'unknown', confidence: 0 })
  expect(recognised.needs.columns).toMatchObject({ names: ['a', 'b', 'c'], guess: { time: 'a' } })
})

test('what was noticed is told in sentences', async () => {
  const notes = async (path: string): Promise<string> => (await recognise(logFixture(path))).notes.join(' ')
  expect(await notes('python-ocpp/simulator.log')).toContain('from the charger’s side')
  expect(await notes('request-blocks/blocks.log')).toContain('no message ids')
  expect(await notes('bare-frames/frames.txt')).toContain('tells no times')
  expect(await notes('alfen/pages.log')).toContain('pages run backwards')
  expect(await notes('csv/pairs.csv')).toContain('newest first')
  expect(await notes('mixed/mixed.log')).toContain('messages of another form')
  expect(await notes('steve/tabs.log')).toBe('')
})

test('slices hold a few hundred items, and tell how much of the file they have come through', async () => {
  const long = textSource(Array.from({ length: 2_000 }, (_, index) => `[2,"${index}","Heartbeat",{}]`).join('\n'), 'x', 4_096)
  let before = 0
  let items = 0
  for await (const slice of read(long, {})) {
    expect(slice.items.length).toBeLessThanOrEqual(500)
    expect(slice.bytesRead).toBeGreaterThanOrEqual(before)
    before = slice.bytesRead
    items += slice.items.length
  }
  expect(before).toBe(long.size)
  expect(items).toBe(2_000)
})

const local = (hour: number, lines: number, said: (index: number) => string) =>
  Array.from({ length: lines }, (_, index) => `2026-05-01 ${hour}:0${index}:00 recv CP-1: ${said(index)}`).join('\n')
const offsetOf = async (text: string) => (await recognise(textSource(text))).needs.offset?.minutes

test('the zone of a log is told by what the central system says of the time, whatever the clock of the charger is', async () => {
  const answer = (index: number) => `[3,"${index}",{"currentTime":"2026-05-01T08:0${index}:00.200Z"}]`
  expect(await offsetOf(local(10, 1, answer))).toBe(120)
  expect(await offsetOf(local(13, 1, (index) => answer(index).replace('08:0', '07:3')))).toBe(330)
  const status = (index: number) => `[2,"${index}","StatusNotification",{"timestamp":"2026-05-01T02:0${index}:00Z"}]`
  expect(await offsetOf(`${local(10, 4, status)}\n${local(10, 1, answer)}`)).toBe(120)
})

test('the zone of a log is told by the clock of the charger where that says the same again and again, and else is open', async () => {
  const status = (index: number, time: string) => `[2,"${index}","StatusNotification",{"timestamp":"2026-05-01T${time}"}]`
  const at = (time: string, lines: number) => offsetOf(local(10, lines, (index) => status(index, `${time}:0${index}:01Z`)))
  expect(await at('09', 4)).toBe(60)
  expect(await at('09', 2)).toBeUndefined()
  // Minutes off: its clock is wrong. Without an offset: nobody knows whose time it is.
  expect(await offsetOf(local(10, 4, (index) => status(index, `09:2${index}:01Z`)))).toBeUndefined()
  expect(await offsetOf(local(10, 4, (index) => status(index, `09:0${index}:01`)))).toBeUndefined()
})
