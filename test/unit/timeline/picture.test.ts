import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Segment } from '../../../src/shared/domain/timeline.ts'
import { timelineSvg } from '../../../src/shared/timeline/picture/index.ts'
import { pictureName } from '../../../src/shared/timeline/picture/words.ts'
import { xmlText } from '../../../src/shared/timeline/picture/xml-text.ts'
import { lane, start } from './arbitrary-lane.ts'

const range = { from: start, to: start + 3_600_000 }
const hostile = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.constantFrom('</text><script>alert(1)</script>', '"><image href="x" onload="y"/>', ']]>', '&amp;', '\u0000\u001B\uD800'),
)

/** What is left of a drawing once all that we write ourselves is taken away: nothing, or somebody else's markup. */
const foreign = (svg: string): string =>
  svg
    .replaceAll(/<\/?(?:svg|title|defs|pattern|rect|line|circle|polygon|polyline|text)(?: [a-z0-9A-Z-]+="[^"<>]*")*\/?>/g, '')
    .replaceAll(/[^<>]/g, '')

test('whatever a charger says is text in the picture, and no markup', () => {
  fc.assert(
    fc.property(hostile, hostile, hostile, (name, userId, of) => {
      const session = { id: 1, connectorId: 1, transactionId: '7', userId, startedAt: start, endedAt: null, energyWh: 1 }
      const segments: Segment[] = [{ lane: 'connector:1', state: 'Charging', lastState: null, from: start, to: null, why: name, seq: 1 }]
      const svg = timelineSvg({ name, of, range, edge: range.to, segments, sessions: [session as never] })
      expect(foreign(svg)).toBe('')
      expect(svg.isWellFormed()).toBe(true)
      // oxlint-disable-next-line no-control-regex -- XML cannot hold them
      expect(svg).not.toMatch(/[\u0000-\u0008\u000B\u000C\u000E-\u001F]/)
    }),
  )
})

test('a text is escaped so that reading it as XML gives it back', () => {
  expect(xmlText(`<a href="x">'&`)).toBe('&lt;a href=&quot;x&quot;&gt;&#39;&amp;')
  expect(xmlText('a\u0000b\uDC00')).toBe('a\uFFFDb\uFFFD')
  expect(xmlText('Ladesäule 😀')).toBe('Ladesäule 😀')
})

test('every picture of whatever happened has a size, and only numbers in its coordinates', () => {
  fc.assert(
    fc.property(lane, ({ segments, edge }) => {
      const svg = timelineSvg({ name: 'GARAGE-07', range: { from: start, to: edge }, edge, segments, timeZone: 'Europe/Berlin' })
      expect(svg).not.toMatch(/NaN|Infinity|undefined/)
      expect(svg).toMatch(/^<svg [^>]*viewBox="0 0 2800 \d+"/)
    }),
  )
})

test('the picture says which charger, when, and in which zone, and names the states that are seen', () => {
  const segments: Segment[] = [
    { lane: 'connector:1', state: 'Charging', lastState: null, from: start, to: start + 1_000, why: '', seq: 1, late: true },
    { lane: 'connector:1', state: 'Faulted', lastState: null, from: start + 1_000, to: null, why: '', seq: 2 },
  ]
  const svg = timelineSvg({ name: 'GARAGE-07', of: 'Recording May', range, edge: range.to, segments, timeZone: 'Asia/Kolkata' })
  for (const text of [
    'GARAGE-07',
    'Recording May',
    '2026-05-01 05:30:00 to 06:30:00, Asia/Kolkata',
    'Faulted',
    'told by the charger afterwards',
  ])
    expect(svg).toContain(text)
  expect(svg).not.toContain('Suspended')
})

test('a meter track shows the limit that was commanded beside what flowed', () => {
  const sample = { connectorId: 1, transactionId: '7', currentA: null, voltageV: null, energyWh: null, socPercent: null, seq: 1 }
  const samples = [1, 2, 3].map((n) => ({ ...sample, at: start + n * 60_000, powerW: 7_000 + n }))
  const limit = { connectorId: 1, from: start, to: range.to, value: 5_000, unit: 'W' as const, purpose: 'session' as const, seq: 1 }
  const without = timelineSvg({ name: 'A', range, edge: range.to, segments: [], samples })
  const svg = timelineSvg({ name: 'A', range, edge: range.to, segments: [], samples, limits: [limit] })
  expect(without).toContain('Power 1')
  expect(without).not.toContain('commanded')
  expect(svg).toContain('dashed line: limit that was commanded')
})

test('a line ends with its last reading where the next one is of another session', () => {
  const sample = { connectorId: 1, currentA: null, voltageV: null, energyWh: null, socPercent: null, seq: 1, powerW: 7_000 }
  const samples = [0, 1, 40, 41].map((n) => ({ ...sample, at: start + n * 60_000, transactionId: n < 2 ? '7' : '8' }))
  const svg = timelineSvg({ name: 'A', range, edge: range.to, segments: [], samples })
  const widths = [...svg.matchAll(/<polyline points="([^"]+)"/g)].map(([, points = '']) => {
    const across = points.split(' ').map((point) => Number(point.split(',')[0]))
    return Math.max(...across) - Math.min(...across)
  })
  expect(widths).toHaveLength(2)
  for (const width of widths) expect(width).toBeLessThan(60)
})

test('many states that are drawn as one are explained', () => {
  const merged = {
    count: 9,
    states: [
      { state: 'Preparing' as const, ms: 400 },
      { state: 'Charging' as const, ms: 600 },
    ],
  }
  const segments: Segment[] = [
    { lane: 'connector:1', state: 'Charging', lastState: null, from: start, to: start + 1_000, why: '', seq: 1, merged },
  ]
  const svg = timelineSvg({ name: 'A', range, edge: range.to, segments })
  for (const text of ['Preparing', 'Charging', 'too short to be drawn one by one']) expect(svg).toContain(text)
})

test('a file name holds no letter that a file system refuses, whatever the charger is called', () => {
  fc.assert(
    fc.property(hostile, (name) => {
      expect(pictureName({ name, range, timeZone: 'UTC' })).toMatch(/^[A-Za-z0-9_][A-Za-z0-9._-]*-timeline-20260501-000000$/)
    }),
  )
})
