import { createHash, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import { networkInterfaces } from 'node:os'

/** Who may speak to the page's server at all, and who has the token. */
export interface Guard {
  /** Why this request is not served, or null. */
  refuses: (request: IncomingMessage) => string | null
  hasToken: (given: string | undefined) => boolean
}

/**
 * Against DNS rebinding (a foreign page whose name is made to resolve to this machine) the Host must be a name that
 * this server was given, and an Origin, where a browser sends one, must be that same host.
 */
export function createGuard(token: string, uiHost: string): Guard {
  const names = new Set(['localhost', '127.0.0.1', '[::1]', inUrl(uiHost)])
  if (uiHost === '0.0.0.0' || uiHost === '::') {
    for (const { address } of Object.values(networkInterfaces()).flatMap((list) => list ?? [])) names.add(inUrl(address))
  }
  const wanted = digest(token)

  return {
    refuses({ headers }) {
      const host = headers.host ?? ''
      if (!names.has(host.replace(/:\d+$/, '').toLowerCase())) return `This server does not answer to the name "${host}".`
      if (headers.origin !== undefined && headers.origin !== `http://${host}`) return `Pages of ${headers.origin} may not use this server.`
      return null
    },
    hasToken: (given) => given !== undefined && timingSafeEqual(digest(given), wanted),
  }
}

export function bearerToken({ headers }: IncomingMessage): string | undefined {
  return /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '')?.[1]
}

/** A host as it stands in a URL: an IPv6 address in brackets. */
export function inUrl(host: string): string {
  return host.includes(':') ? `[${host}]` : host.toLowerCase()
}

/** Equal lengths, so that comparing takes the same time whatever was given. */
function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
