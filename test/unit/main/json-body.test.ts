import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { expect, test } from 'vitest'
import { keepDigits } from '../../../src/main/web/json-body.ts'

const request = (...pieces: string[]) => Readable.from(pieces.map((piece) => Buffer.from(piece))) as IncomingMessage

test('a body that is too large is read to its end, so that the answer arrives', async () => {
  const large = request('{"a":', '"0123456789"', '}')
  expect(await keepDigits(large, 10)).toEqual({ status: 413, message: 'The body is larger than 10 bytes.' })
  expect(large.readableEnded).toBe(true)
})

test('every digit of a number is kept', async () => {
  const body = request('{"id":12345678', '901234567890}')
  expect(await keepDigits(body, 100)).toBeNull()
  expect(body).toHaveProperty('body', { id: 12345678901234567890n })
})
