import type { ServerResponse } from 'node:http'

export function answerJson(response: ServerResponse, status: number, body: unknown): void {
  const text = JSON.stringify(body)
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': Buffer.byteLength(text),
    'cache-control': 'no-store',
  })
  response.end(text)
}

/** Every problem of the API is answered in this shape; the message is a sentence. */
export function answerProblem(response: ServerResponse, status: number, message: string): void {
  answerJson(response, status, { message })
}
