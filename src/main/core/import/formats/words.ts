/**
 * Words by which logs tell which way a message goes, read as a backend says them: what it receives comes from the charger.
 * A charger's own log says the opposite; whether that is so, the messages tell (see `turned`).
 */
const charger = 'cp|cs|chargepoint|chargingstation|chargestation|chargebox|station|charger|evse|client|wallbox'
const central = 'csms|centralsystem|central|backend|server|system|cms|cpms|target'
const fromCharger = new RegExp(
  String.raw`^(?:from)?(?:${charger})(?:to\w*|${central})?$|^(?:in|incoming|inbound|ingress|recv|received?|receiving|rx|up|uplink|upstream)$`,
)
const toCharger = new RegExp(
  String.raw`^(?:from)?(?:${central})(?:to\w*|${charger})?$|^to(?:${charger})$|^(?:out|outgoing|outbound|egress|sent|send|sending|tx|down|downlink|downstream)$`,
)

/** The direction that a field's value tells: `cp-to-csms`, `CSMS_TO_CS`, `received`, `out`, `ChargePoint`. */
export function directionOf(word: string | null): 'in' | 'out' | null {
  if (word === null) return null
  const plain = word
    .toLowerCase()
    .replace(/[^a-z>]/g, '')
    .replace('>', 'to')
  if (fromCharger.test(plain)) return 'in'
  return toCharger.test(plain) ? 'out' : null
}

const incoming = String.raw`\b(?:recv|receiv(?:ed?|ing)|rx|incoming|inbound|in)\b|<[=-]+|←|<<+|\b(?:cp|chargepoint|charger|client|station|cs)\s*[-=]+>`
const outgoing = String.raw`\b(?:sent|send(?:ing)?|tx|outgoing|outbound|out)\b|[=-]+>|→|>>+`
const anyDirection = new RegExp(`(${incoming})|(${outgoing})`, 'gi')

/** The direction that the words before a message tell, the nearest of them. */
export function directionIn(words: string): 'in' | 'out' | null {
  anyDirection.lastIndex = 0
  let direction: 'in' | 'out' | null = null
  for (let found = anyDirection.exec(words); found !== null; found = anyDirection.exec(words)) {
    direction = found[1] === undefined ? 'out' : 'in'
  }
  return direction
}

const namedCharger =
  /\b(?:charge[\s_-]?(?:point|box|r)|charging[\s_-]?station|station|cp|evse|client)[\s_-]?(?:id|identity|name)?["']?\s*[=:]\s*["']?([^\s"',;\])}]{1,255})/i

/** The identity that words such as `chargeBoxId=CP_1` or `"station": "CP_1"` tell. */
export function chargerIn(words: string): string | null {
  return namedCharger.exec(words)?.[1] ?? null
}
