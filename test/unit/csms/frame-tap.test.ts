import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Writable } from 'node:stream'
import * as ws from 'ws'
import { createFrameTap, type OddMessage } from '../../../src/main/core/csms/wire/frame-tap.ts'
import { type FrameParts, packed, packedTogether, wsFrame } from '../../support/ws-frames.ts'

/** Its types keep silent about it. */
const Receiver = Reflect.get(ws, 'Receiver') as new (options: object) => Writable

const MAX = 1000
const KEEP = 100

/** What ws makes of what the tap passes on. */
function receive(chunks: readonly Uint8Array[], { end = false } = {}) {
  const messages: { text: string; odd: OddMessage | null }[] = []
  const controls: string[] = []
  const skipped: { flags: number; payload: string }[] = []
  const problems: string[] = []
  const passed: Buffer[] = []
  const receiver = new Receiver({ isServer: true, maxPayload: MAX + KEEP, skipUTF8Validation: true })
  const tap = createFrameTap({
    maxBytes: MAX,
    keepBytes: KEEP,
    pass: (bytes) => {
      passed.push(Buffer.from(bytes))
      receiver.write(bytes)
    },
    onSkipped: ({ flags }, payload) => skipped.push({ flags, payload: payload.toString() }),
  })
  receiver.on('message', (data: Buffer) => messages.push({ text: data.toString('latin1'), odd: tap.take() }))
  receiver.on('ping', (data: Buffer) => controls.push(`ping ${data.toString('latin1')}`))
  receiver.on('pong', (data: Buffer) => controls.push(`pong ${data.toString('latin1')}`))
  receiver.on('conclude', (code: number) => controls.push(`close ${code}`))
  receiver.on('error', (error: Error) => problems.push(error.message))
  for (const chunk of chunks) tap.feed(Buffer.from(chunk))
  if (end) tap.end()
  return { messages, controls, skipped, problems, passed: Buffer.concat(passed) }
}

/** The bytes in pieces of any size. */
const inPieces = (bytes: Buffer, sizes: readonly number[]): Buffer[] => {
  const pieces: Buffer[] = []
  let at = 0
  for (let index = 0; at < bytes.length; index++) {
    const size = sizes[index % sizes.length] ?? 1
    pieces.push(bytes.subarray(at, at + size))
    at += size
  }
  return pieces
}
const sizes = fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 12 })

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 140 }),
  fc.string({ maxLength: 60 }).map((text) => new Uint8Array(Buffer.from(text))),
)
const mask = fc.oneof(fc.constant(null), fc.uint8Array({ minLength: 4, maxLength: 4 }))
const control = fc.record({
  opcode: fc.constantFrom(9, 10),
  payload: fc.uint8Array({ maxLength: 125 }),
  mask,
  reserved: fc.constantFrom(0, 0, 0, 0x40),
})
/** A message in fragments, any of them with or without mask, with control frames between. */
const message = fc.record({
  pieces: fc.array(fc.record({ payload: bytes, mask, reserved: fc.constantFrom(0, 0, 0x10) }), { minLength: 1, maxLength: 4 }),
  opcode: fc.constantFrom(1, 1, 2, 5),
  packed: fc.boolean(),
  between: fc.option(control, { nil: null }),
})

test('whatever mixture of masked, unmasked, compressed and fragmented messages comes in whatever pieces, each arrives once and whole', () => {
  fc.assert(
    fc.property(fc.array(message, { maxLength: 6 }), sizes, (sent, cuts) => {
      const frames: FrameParts[] = []
      const texts: string[] = []
      const controls: string[] = []
      for (const { pieces, opcode, packed: isPacked, between } of sent) {
        const whole = Buffer.concat(pieces.map(({ payload }) => payload))
        const wire = isPacked ? packed(whole.toString('latin1')) : whole
        texts.push(isPacked ? Buffer.from(whole.toString('latin1')).toString('latin1') : whole.toString('latin1'))
        let at = 0
        for (const [index, piece] of pieces.entries()) {
          const last = index === pieces.length - 1
          const payload = last ? wire.subarray(at) : wire.subarray(at, at + piece.payload.length)
          at += payload.length
          frames.push({
            ...piece,
            payload,
            fin: last,
            opcode: index === 0 ? opcode : 0,
            reserved: piece.reserved | (isPacked && index === 0 ? 0x40 : 0),
          })
          if (between) {
            frames.push(between)
            controls.push(`${between.opcode === 9 ? 'ping' : 'pong'} ${Buffer.from(between.payload).toString('latin1')}`)
          }
        }
      }
      const got = receive(inPieces(Buffer.concat(frames.map(wsFrame)), cuts))
      expect(got.problems).toEqual([])
      expect(got.messages.map(({ text }) => text)).toEqual(texts)
      expect(got.controls).toEqual(controls)
      for (const [index, { odd }] of got.messages.entries()) {
        const { pieces, opcode, packed: isPacked } = sent[index]!
        const masked = pieces.every((piece) => piece.mask !== null)
        const isOdd = isPacked || opcode === 5 || !masked || pieces.some((piece) => piece.reserved !== 0)
        const told = odd && { masked: odd.masked, opcode: odd.flags & 0x0f, compressed: (odd.flags & 0x40) !== 0, length: odd.length }
        expect(told).toEqual(isOdd ? { masked, opcode, compressed: isPacked, length: null } : null)
      }
    }),
    { numRuns: 500 },
  )
})

test('frames that need no change are passed on byte by byte as they came', () => {
  const right = fc.record({ payload: bytes, opcode: fc.constantFrom(1, 2, 9, 10) }).filter(({ payload }) => payload.length <= 125)
  fc.assert(
    fc.property(fc.array(right), sizes, (frames, cuts) => {
      const all = Buffer.concat(frames.map(wsFrame))
      expect(receive(inPieces(all, cuts)).passed).toEqual(all)
    }),
  )
})

test('any bytes at all are taken without a fault of our own', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), sizes, (noise, cuts) => {
      // Only what a close frame says may still be wrong in the eyes of ws.
      const { problems } = receive(inPieces(Buffer.from(noise), cuts), { end: true })
      expect(problems.filter((problem) => !/status code|payload length|FIN must be set/.test(problem))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

describe('a message that is too long', () => {
  const after = wsFrame({ payload: 'after' })
  test.each([
    ['in one frame', [wsFrame({ payload: 'x'.repeat(MAX + 1) })]],
    ['without mask', [wsFrame({ payload: 'x'.repeat(MAX + 1), mask: null })]],
    [
      'in fragments',
      ['x'.repeat(600), 'x'.repeat(600), 'x'.repeat(600)].map((payload, index) =>
        wsFrame({ payload, fin: index === 2, opcode: index === 0 ? 1 : 0 }),
      ),
    ],
    [
      'after a first fragment that is just not',
      [wsFrame({ payload: 'x'.repeat(MAX), fin: false }), wsFrame({ payload: 'x'.repeat(MAX), opcode: 0 })],
    ],
    [
      'that only its last fragment makes so',
      [wsFrame({ payload: 'x'.repeat(600), fin: false }), wsFrame({ payload: 'x'.repeat(600), opcode: 0 })],
    ],
  ])('%s is passed on by its beginning, and the rest skipped', (_name, frames) => {
    for (const size of [1, 7, 10_000]) {
      const { messages, problems } = receive(inPieces(Buffer.concat([...frames, after]), [size]))
      expect(problems).toEqual([])
      expect(messages.map(({ text }) => text.replace(/^x+/, 'x'))).toEqual(['x', 'after'])
      expect(messages[0]?.text.length).toBeGreaterThanOrEqual(KEEP)
      expect(messages[0]?.odd?.length).toBeGreaterThan(MAX)
      expect(messages[1]?.odd).toBeNull()
    }
  })

  test('is told when enough of it is there, and at the end where the rest never comes', () => {
    const announced = wsFrame({ payload: 'x'.repeat(KEEP), length: 2 ** 62 })
    expect(receive([announced]).messages).toHaveLength(1)
    expect(receive([announced.subarray(0, 30)]).messages).toHaveLength(0)
    expect(receive([announced.subarray(0, 30)], { end: true }).messages).toMatchObject([{ text: 'x'.repeat(16) }])
  })
})

test('compressed messages may refer to those before them', async () => {
  const texts = ['[2,"1","Heartbeat",{}]', '[2,"2","Heartbeat",{}]', '[2,"3","Heartbeat",{}]']
  const frames = (await packedTogether(texts)).map((payload) => wsFrame({ payload, reserved: 0x40 }))
  expect(receive(frames).messages.map(({ text }) => text)).toEqual(texts)
})

test('what says that it is compressed and is not is passed on as it came', () => {
  const { messages } = receive([wsFrame({ payload: '[2,"1","Heartbeat",{}]', reserved: 0x40 })])
  expect(messages).toMatchObject([{ text: '[2,"1","Heartbeat",{}]', odd: { flags: 0xc1 } }])
})

test('fragments that do not fit together are messages of their own', () => {
  const frames = [
    { payload: 'lost', opcode: 0 },
    { payload: 'begun', fin: false },
    { payload: 'whole' },
    { payload: packed('packed'), reserved: 0x40, fin: false },
    { payload: 'last' },
  ]
  const { messages, problems } = receive([Buffer.concat(frames.map(wsFrame))])
  expect(problems).toEqual([])
  expect(messages.map(({ text, odd }) => [text, odd?.flags])).toEqual([
    ['lost', 0x80],
    ['begun', 0x01],
    ['whole', undefined],
    ['packed', 0x41],
    ['last', undefined],
  ])
})

test('control frames that nobody can use are skipped, and told', () => {
  const { messages, controls, skipped, problems } = receive([
    wsFrame({ opcode: 9, payload: 'p'.repeat(300) }),
    wsFrame({ opcode: 11, payload: 'what', mask: null }),
    wsFrame({ payload: 'after' }),
  ])
  expect({ controls, problems, messages: messages.map(({ text }) => text) }).toEqual({ controls: [], problems: [], messages: ['after'] })
  expect(skipped).toEqual([
    { flags: 0x89, payload: 'p'.repeat(KEEP) },
    { flags: 0x8b, payload: 'what' },
  ])
})
