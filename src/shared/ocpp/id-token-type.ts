/**
 * The IdTokenEnumType of a User ID by its looks (OCPP 2.0.1 part 2, appendix 7), since the list of users keeps none: chargers
 * compare the type, too, when they look a user up in their own list. What looks like nothing else is an id of the central
 * system.
 */
export function idTokenType(userId: string): string {
  return looks.find(([, pattern]) => pattern.test(userId))?.[0] ?? 'Central'
}

const looks: readonly [type: string, pattern: RegExp][] = [
  // UIDs of 4, 7 and 10 bytes.
  ['ISO14443', /^([0-9A-F]{8}|[0-9A-F]{14}|[0-9A-F]{20})$/i],
  ['ISO15693', /^[0-9A-F]{16}$/i],
  ['MacAddress', /^([0-9A-F]{2}[:-]){5}[0-9A-F]{2}$/i],
  // DE-8AA-C12345678-X: country, provider, C and eight more, and a check digit that may be left out.
  ['eMAID', /^[A-Z]{2}(-?)[A-Z0-9]{3}\1C[A-Z0-9]{8}(-?[A-Z0-9])?$/i],
]
