import { keptUserId } from '../../../../shared/ocpp/kept-text.ts'
import { fields, type Fields, text } from '../../../../shared/ocpp/payload.ts'
import { authorize, type Desk, ocppTime } from '../desk.ts'
import type { Answer } from '../ocpp16/handler.ts'

/** The identifier of an IdTokenType; null where there is none, as in one of type NoAuthorization. */
export function userOf(idToken: Fields): string | null {
  const id = text(idToken['idToken'])
  return id === null ? null : keptUserId(id)
}

/**
 * IdTokenInfoType for a User ID (OCPP 2.0.1 part 2, C01). A user who is not in the list is Unknown, where 1.6 says Invalid;
 * NoAuthorization, as of a start button, needs no user (C02).
 */
export function idTokenInfo(desk: Desk, idToken: Fields, now: number): Answer & { status: string } {
  if (idToken['type'] === 'NoAuthorization') return { status: 'Accepted' }
  const userId = userOf(idToken) ?? ''
  const { status, parentIdTag } = authorize(desk, userId, now)
  const user = desk.user(userId)
  const expiresAt = user?.expiresAt ?? null
  return {
    status: user === undefined && status === 'Invalid' ? 'Unknown' : status,
    ...(expiresAt === null ? {} : { cacheExpiryDateTime: ocppTime(expiresAt) }),
    ...(parentIdTag === undefined ? {} : { groupIdToken: { idToken: parentIdTag, type: 'Central' } }),
  }
}

/** The idToken of a payload, {} where there is none. */
export function idTokenOf(payload: Fields): Fields {
  return fields(payload['idToken'])
}
