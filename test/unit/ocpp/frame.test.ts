import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseJson, readFrame, writeFrame, writeJson, type Frame, type JsonValue } from '../../../src/shared/ocpp/frame.ts'

const value: fc.Arbitrary<JsonValue> = fc.letrec<{ value: JsonValue }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.string(),
    fc.integer(),
    fc.bigInt({ min: 2n ** 53n, max: 2n ** 70n }),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      tie('value'),
      { maxKeys: 4, noNullPrototype: true },
    ),
  ),
})).value
const payload = fc.dictionary(
  fc.string().filter((key) => key !== '__proto__'),
  value,
  { maxKeys: 4, noNullPrototype: true },
)
const messageId = fc.string({ minLength: 1, maxLength: 36 })
const frame: fc.Arbitrary<Frame> = fc.oneof(
  fc.record({ type: fc.constantFrom('call' as const, 'send' as const), messageId, action: fc.string({ minLength: 1 }), payload }),
  fc.record({ type: fc.constant('result' as const), messageId, payload }),
  fc.record({
    type: fc.constantFrom('error' as const, 'resulterror' as const),
    messageId,
    errorCode: fc.string(),
    errorDescription: fc.string({ maxLength: 255 }),
    errorDetails: payload,
  }),
)

describe('the frame codec', () => {
  it('reads what it writes, without any deviation', () => {
    fc.assert(
      fc.property(frame, (written) => {
        expect(readFrame(writeFrame(written))).toEqual({ frame: written, deviations: [] })
      }),
    )
  })

  it('never throws, whatever the text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (text) => {
        expect(['call', 'result', 'error', 'resulterror', 'send', 'malformed']).toContain(readFrame(text).frame.type)
      }),
    )
  })

  it('keeps every digit of an integer that a number cannot hold', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 80n), max: 2n ** 80n }), (integer) => {
        expect(writeJson(parseJson(`{"transactionId":${integer}}`))).toBe(`{"transactionId":${integer}}`)
      }),
    )
  })

  it.each(['["toString","a"]', '["__proto__","a"]', '[[2],"a","Reset",{}]', '[null]', '[]'])('finds no message type in %s', (raw) => {
    expect(readFrame(raw).frame.type).toBe('malformed')
  })

  it('answers a broken call by its id where the beginning can still be read', () => {
    expect(readFrame('[2,"x1","Reset"').frame).toMatchObject({ type: 'malformed', messageId: 'x1', looksLikeCall: true })
  })

  it('reads the message types of OCPP 2.1, and says which are none of any version', () => {
    expect(readFrame('[5,"a","FormatViolation","no","details"]').frame).toMatchObject({ type: 'resulterror', messageId: 'a' })
    expect(readFrame('[6,"a","NotifyPeriodicEventStream",{"id":1}]').frame).toMatchObject({ type: 'send', payload: { id: 1 } })
    expect(readFrame('[7,"a",{}]').frame).toMatchObject({ type: 'malformed', messageId: 'a', unknownMessageType: true })
  })

  it.each([
    ['\uFEFF[3,"a",{}]', 'byte-order-mark'],
    ['["3","a",{}]', 'message-type-as-text'],
    ['[3,7,{}]', 'numeric-message-id'],
    ['[4]', 'missing-message-id'],
    ['[3,"a",{},1]', 'extra-elements'],
    ['[2,"a","Heartbeat"]', 'missing-payload'],
    ['[4,"a","GenericError"]', 'incomplete-error'],
  ])('takes %s and says %s', (raw, code) => {
    expect(readFrame(raw).deviations.map((deviation) => deviation.code)).toContain(code)
  })
})

describe('a frame that nests deep', () => {
  const nested = (levels: number, open: string, close: string): string =>
    `[2,"m1","DataTransfer",{"vendorId":"V","data":${open.repeat(levels)}1${close.repeat(levels)}}]`

  it.each([
    ['[', ']'],
    ['{"a":', '}'],
  ])(
    'of %s is read as far as any message could go, and is malformed beyond, with the id of the call that is owed an answer',
    (open, close) => {
      expect(readFrame(nested(490, open, close)).frame.type).toBe('call')
      for (const levels of [501, 5_000, 500_000]) {
        expect(readFrame(nested(levels, open, close)).frame).toEqual({
          type: 'malformed',
          reason: 'JSON that nests more than 500 levels deep',
          messageId: 'm1',
          looksLikeCall: true,
        })
      }
    },
  )

  it('does so outside of its strings only', () => {
    const data = `${'[{'.repeat(1_000)}\\"${'[{'.repeat(1_000)}\\\\`
    const flat = `[2,"m1","DataTransfer",{"vendorId":"V","data":"${data}","more":[${'[],{},'.repeat(2_000)}1]}]`
    expect(readFrame(flat).frame.type).toBe('call')
  })
})
