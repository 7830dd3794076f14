import { deepestInside, walkJson, type Place } from '../../../../shared/ocpp/json-walk.ts'
import { isIp } from './addresses.ts'
import { isVersionKey, kindOfKey } from './key-kind.ts'
import type { Kind, Replace } from './kinds.ts'
import { replaceLabelled } from './labelled.ts'

/**
 * Nothing that is looked for here can be in a text without one of these; `\\u` may hide them. Most frames have none, so that
 * most are not walked: the location of a meter value is where in the charger it was measured.
 */
const mayHold =
  /id[-_ ]?t|user|emaid|evccid|rfid|tagid|card|customer|contract|\b(?:ev)?vin\b|serial|\bsn\b|s\/n|iccid|im[es]i|msisdn|deviceid|hardwareid|meterid|\bmac|mac_?addr|\blat|\blon|\blng|altitude|gps|coordinates|\bgeo|locat(?!ion\\*"\s*:\s*\\*"(?:Outlet|Inlet|Body|Cable|EV|Upstream))|street|house_?number|\bcity|\btown|\bzip|post_?(?:code|al)|address|site_?name|\bhost|gateway|dns|charger_?id|chargepoint_?id|chargebox|station_?id|version|firmware|\\u/i
const literal = /^(?:null|true|false|)$/i
/** Where in a charger or car something was measured, of 1.6 and 2.x. */
const measuredAt = new Set(['outlet', 'inlet', 'body', 'cable', 'ev', 'upstream'])
/** Where diagnostics are sent to, and firmware is: its host is an address. */
const url = /^\s*[a-z][a-z\d+.-]{0,20}:\\*\/\\*\//i
/** What stands where nothing is known: hiding it would only hide that. */
const nothing = /^[\s0.\-*x?]*$|^(?:n\/?a|none|unknown|undefined|not (?:set|available|known)|tbd|default)$/i
/** Where the value of a setting stands: 1.6 ChangeConfiguration and GetConfiguration; 2.x variables. */
const valueKeys = new Set(['value', 'attributevalue', 'actualvalue'])

/**
 * Goes through everything in a frame's text that says what it is: properties, settings by their name, `idTag=…` within a text.
 * What it is not to be told of stays, and everything else does byte by byte, also where the text is JSON only nearly.
 * @param onVersion is told of versions that look like an address
 */
export function replaceFields(text: string, wanted: ReadonlySet<Kind>, replace: Replace, onVersion?: (version: string) => void): string {
  if (!mayHold.test(text)) return text
  const give: Replace = (kind, value) => {
    if (!wanted.has(kind) || !isSomething(kind, value)) return value
    if (kind !== 'HOST') return replace(kind, value)
    // Numbers and whole URLs are found by what they look like.
    const [, name, port = ''] = /^([^\s:/]+)(:\d+)?$/.exec(value) ?? []
    return name === undefined || isIp(name) ? value : replace(kind, name) + port
  }
  return replaceLabelled(walked(text, give, onVersion), give)
}

function walked(text: string, give: Replace, onVersion: ((version: string) => void) | undefined, depth = 0): string {
  const named = settings(text)
  const open: Kind[] = []
  const kindAt = ({ key, parent }: Place): Kind | null => {
    if (key === null) return null
    return kindOfKey(key, parent) ?? (open.length > 0 && valueKeys.has(key.toLowerCase()) ? open.at(-1)! : null)
  }
  const isWalked = (value: string): boolean => depth < deepestInside && /["'{]/.test(value)
  const within = (value: string): string => replaceLabelled(isWalked(value) ? walked(value, give, onVersion, depth + 1) : value, give)
  return walkJson(text, {
    opened: (object) => {
      const kind = named.get(object)
      if (kind !== undefined) open.push(kind)
    },
    closed: (object) => void (named.has(object) && open.pop()),
    string(value, place) {
      const kind = kindAt(place)
      if (kind !== null) return give(kind, value)
      if (onVersion !== undefined && isIp(value) && place.key !== null && isVersionKey(place.key)) onVersion(value)
      return within(value)
    },
    bare(value, place) {
      const [, before = '', said = '', after = ''] = /^('?)([^]*?)('?)$/.exec(value) ?? []
      const kind = kindAt(place)
      if (kind === null || literal.test(said)) return replaceLabelled(value, give)
      const given = give(kind, said)
      if (given === said) return value
      return /^-?\d[\d.]*(?:[eE][+-]?\d+)?$/.test(value) ? `"${given}"` : before + given + after
    },
  })
}

function isSomething(kind: Kind, value: string): boolean {
  if (literal.test(value)) return false
  if (kind === 'USER' || kind === 'NAME' || kind === 'CHARGER') return true
  if (kind === 'PLACE' && (measuredAt.has(value.toLowerCase()) || isIp(value) || url.test(value))) return false
  return !nothing.test(value)
}

/** The objects that hold the value of a setting, or of a variable, whose name says what the value is. */
function settings(text: string): Map<number, Kind> {
  const found = new Map<number, Kind>()
  if (!/value/i.test(text)) return found
  const look = (value: string, { key, parent, object, around }: Place): string => {
    // A variable is named inside of an object of its own; its value stands in the one around that.
    const of = key === 'key' ? object : key === 'name' && parent === 'variable' ? around : null
    const kind = of === null ? null : kindOfKey(value.replaceAll("'", ''), null)
    if (of !== null && kind !== null) found.set(of, kind)
    return value
  }
  walkJson(text, { string: look, bare: look })
  return found
}
