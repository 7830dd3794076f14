/**
 * What a log must not tell once it is masked, gathered by a walk of its own: nothing here knows how the app looks for it.
 */
const users = /^(?:idtag|parentidtag|idtoken|groupidtoken|additionalidtoken|emaid|userid|vin)$/i
const serials = /serialnumber$|^(?:iccid|imsi|imei|mac|macaddress)$/i
const places = /^(?:latitude|longitude|street|city)$/i
const secretNames = /authorizationkey|password|secret/i
const ip = /(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?![\d.])/g

/** Values of every kind in JSON texts, and in the JSON that their strings hold. */
export function personalValues(raws: readonly string[]): Set<string> {
  const found = new Set<string>()
  const walk = (value: unknown, key: string, owner: Record<string, unknown>): void => {
    if (Array.isArray(value)) for (const item of value) walk(item, key, owner)
    else if (typeof value === 'object' && value !== null) {
      const own = value as Record<string, unknown>
      for (const [name, item] of Object.entries(own)) walk(item, name, own)
    } else if (typeof value === 'string' || typeof value === 'number') see(String(value), key, owner)
  }
  const see = (text: string, key: string, owner: Record<string, unknown>): void => {
    const setting = key === 'value' && typeof owner['key'] === 'string' ? owner['key'] : key
    if (users.test(key) || serials.test(setting) || places.test(key) || secretNames.test(setting)) found.add(text)
    if (/^\s*[{[]/.test(text)) read(text)
  }
  const read = (raw: string): void => {
    try {
      walk(JSON.parse(raw), '', {})
    } catch {
      // A frame that is not JSON is looked at for addresses only.
    }
  }
  for (const raw of raws) {
    read(raw)
    for (const [address] of raw.matchAll(ip)) found.add(address)
  }
  found.delete('')
  return found
}

/** Ways in which a value may stand in a file, in lower case: as it is, escaped, as hex, and in base64 at each of its three places. */
export function spellings(value: string): string[] {
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].map((before) => {
    const text = Buffer.concat([Buffer.alloc(before), bytes])
      .toString('base64')
      .replaceAll('=', '')
    // The first and last characters depend on what stands around.
    return text.slice(before === 0 ? 0 : before + 1, text.length - (((before + bytes.length) * 4) % 3 === 0 ? 0 : 1))
  })
  const all = [
    value,
    JSON.stringify(value).slice(1, -1),
    encodeURIComponent(value),
    bytes.toString('hex'),
    ...base64.filter((text) => text.length >= 6),
  ]
  return [...new Set(all.map((text) => text.toLowerCase()))]
}

/** The spellings of values that a text holds; a value of few characters as a whole word only. */
export function remaining(text: string, values: Iterable<string>): string[] {
  const lower = text.toLowerCase()
  return [...values].flatMap((value) =>
    spellings(value).filter((spelling) =>
      spelling.length < 6
        ? new RegExp(`(?<![\\p{L}\\p{N}_])${spelling.replaceAll(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`)}(?![\\p{L}\\p{N}_])`, 'u').test(
            lower,
          )
        : lower.includes(spelling),
    ),
  )
}
