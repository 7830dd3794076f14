import type { IncomingMessage } from 'node:http'
import { parseJson } from '../../shared/ocpp/frame.ts'

/**
 * Reads a request's JSON body with every digit of its integers, such as a transaction id of 64 bits, and leaves it where the
 * handler looks before it reads the stream.
 * @returns why the body cannot be taken, with the HTTP status that says so; null where it can
 */
export async function keepDigits(request: IncomingMessage, mostBytes: number): Promise<{ status: number; message: string } | null> {
  const pieces: Buffer[] = []
  let bytes = 0
  for await (const piece of request as AsyncIterable<Buffer>) {
    bytes += piece.length
    // What is too much is read to its end all the same: whoever stops reading cannot be answered.
    if (bytes <= mostBytes) pieces.push(piece)
  }
  if (bytes > mostBytes) return { status: 413, message: `The body is larger than ${mostBytes} bytes.` }
  const text = Buffer.concat(pieces).toString('utf8')
  try {
    Object.assign(request, { body: text.trim() === '' ? {} : parseJson(text) })
    return null
  } catch (error) {
    return { status: 400, message: `The body is not valid JSON: ${(error as Error).message}.` }
  }
}
