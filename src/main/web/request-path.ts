import type { IncomingMessage } from 'node:http'

/** The path of a request; a target that is no URL, such as `//`, is its own path. */
export function pathOf({ url = '/' }: IncomingMessage): string {
  const base = 'http://localhost'
  return URL.canParse(url, base) ? new URL(url, base).pathname : url
}
