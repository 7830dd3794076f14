import type { Way } from '../../../../shared/domain/handshake.ts'
import type { RefusalCode } from '../handshake.ts'

/** What a click can do about a refusal, best first. */
export function waysOut(
  code: RefusalCode,
  { chargerId, password, queryName }: { chargerId: string | null; password: string | null; queryName: string | null },
): Way[] {
  switch (code) {
    case 'not-known':
      return chargerId === null ? [] : ['accept-charger']
    case 'subprotocol':
      return ['echo-subprotocol', 'omit-subprotocol']
    case 'password-wrong':
      return password === null ? ['remove-password'] : ['take-password', 'remove-password']
    case 'password-missing':
    case 'password-unreadable':
      return ['remove-password']
    case 'user-name':
      return ['allow-user-name']
    case 'no-identity':
      return queryName === null ? [] : ['identity-from-query']
    case 'certificate-missing':
      return ['certificates-optional']
    case 'certificate-untrusted':
    case 'certificate-name':
      return ['ignore-certificates']
    case 'not-a-websocket':
    case 'web-page':
    case 'soap':
    case 'tls-to-plain':
    case 'plain-to-tls':
    case 'tls-failed':
    case 'garbage':
      return []
  }
}
