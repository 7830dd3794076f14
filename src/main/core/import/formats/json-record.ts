import { isFrameAt } from '../text/json-end.ts'
import { members, stringOf } from '../text/members.ts'
import { epochMoment, readMoment, type Moment } from '../time/moment.ts'
import type { LogFormat, Reading } from './format.ts'
import { frameOf } from './put-together.ts'
import { directionOf } from './words.ts'

const times = [
  'timestamp',
  'time',
  'ts',
  '@timestamp',
  't',
  'at',
  'date',
  'datetime',
  'createdat',
  'receivedat',
  'loggedat',
  'sentat',
  'utc',
]
const directions = ['direction', 'dir', 'origin', 'sender', 'source', 'from', 'flow', 'way', 'kind', 'type', 'event']
const frames = [
  'message',
  'raw',
  'rawmessage',
  'frame',
  'ocppmessage',
  'ocpp',
  'data',
  'msg',
  'payload',
  'body',
  'content',
  'text',
  'log',
  'line',
]
const chargers =
  'chargepointid chargerid chargeboxid chargeboxidentity chargingstationid stationid chargepoint charger chargebox chargingstation station identity cpid cp evseid clientid deviceid client device id'.split(
    ' ',
  )
const actions = ['action', 'messagename', 'ocppaction', 'command', 'method']
const types = ['messagetype', 'messagetypeid', 'msgtype', 'ocppmessagetype', 'type', 'kind']
const ids = ['messageid', 'uniqueid', 'correlationid', 'msgid', 'requestid', 'id']
const connections = ['connectionid', 'connection', 'sessionid', 'conn', 'socketid']

/**
 * A JSON object with a message in it, whatever its members are called: DebugKit's `{"timestamp", "direction",
 * "message": [2,…]}` and near variants, with the frame as an array, as text, or in parts (action, payload, message id).
 */
export const jsonRecord: LogFormat = { id: 'json-record', name: 'OCPP messages as JSON objects', object }

/** The same, where it is plainly DebugKit's. */
export const debugKit: LogFormat = {
  id: 'debugkit',
  name: 'OCPP DebugKit trace',
  object: (found) => {
    const message = found.get('message')
    if (message === undefined || !found.has('direction') || !found.has('timestamp') || !isFrameAt(message, 0)) return null
    return object(found)
  },
}

function object(found: ReadonlyMap<string, string>): Reading[] | null {
  const named = lowerCased(found)
  const raw = rawFrame(named)
  const frame = raw === null ? parts(named) : { raw }
  if (frame === null) return null
  const connection = first(named, connections, anyText)
  const version = first(named, ['ocppversion', 'protocol', 'subprotocol'], anyText)
  return [
    {
      kind: 'frame',
      moment: first(named, times, momentOf),
      chargerId: first(named, chargers, (value) => (value.startsWith('"') ? stringOf(value) || null : null)),
      direction: first(named, directions, (value) => directionOf(stringOf(value))),
      ...frame,
      ...(connection === null ? {} : { connectionHint: connection }),
      ...(version !== null && /^(?:ocpp)?\d\.\d/i.test(version) ? { protocol: `ocpp${version.replace(/^ocpp/i, '')}` } : {}),
    },
  ]
}

/** The frame's exact text: an array inside of the object, or such a text in a string. */
function rawFrame(named: ReadonlyMap<string, string>): string | null {
  for (const name of frames) {
    const value = named.get(name)
    if (value === undefined) continue
    if (isFrameAt(value, 0)) return value
    const text = stringOf(value)
    if (text !== null && isFrameAt(text.trimStart(), 0)) return text
    const inner = value.startsWith('{') ? members(value) : null
    const deeper = inner === null ? null : rawFrame(lowerCased(inner))
    if (deeper !== null) return deeper
  }
  return null
}

function parts(named: ReadonlyMap<string, string>): { raw: string; made?: true } | null {
  const action = first(named, actions, stringOf)
  const payload = ['payload', 'body', 'data', 'message', 'content', 'request', 'response'].map((name) => named.get(name)).find(isObject)
  if (payload === undefined || (action !== null && !/^[A-Za-z]{3,50}$/.test(action))) return null
  const type = first(named, types, (value) => (directionOf(stringOf(value)) === null ? anyText(value) : null))
  const id = ids.map((name) => named.get(name)).find((value) => value !== undefined && value !== 'null')
  // A bare object with a payload may be anything: it takes an action, or a type and an id, to make it a message.
  if (action === null && (type === null || id === undefined)) return null
  const text = stringOf(payload)
  return frameOf({ type, action, messageId: id, payload: text ?? payload, error: named.get('error') })
}

function isObject(value: string | undefined): value is string {
  return value !== undefined && (value.startsWith('{') || (stringOf(value)?.startsWith('{') ?? false))
}

function lowerCased(found: ReadonlyMap<string, string>): Map<string, string> {
  const named = new Map<string, string>()
  for (const [name, value] of found) named.set(name.toLowerCase().replace(/[_\s-]/g, ''), value)
  return named
}

function first<T>(named: ReadonlyMap<string, string>, names: readonly string[], read: (value: string) => T | null): T | null {
  for (const name of names) {
    const value = named.get(name)
    const result = value === undefined ? null : read(value)
    if (result !== null) return result
  }
  return null
}

function momentOf(value: string): Moment | null {
  const text = stringOf(value)
  return text === null ? epochMoment(Number(value)) : readMoment(text)
}

function anyText(value: string): string | null {
  if (value.startsWith('"')) return stringOf(value)
  return /^-?\d+$/.test(value) ? value : null
}
