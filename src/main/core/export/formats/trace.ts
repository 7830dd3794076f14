import type { Entry } from '../../../../shared/domain/entry.ts'
import { type Frame, type JsonValue, readFrame, unreachable, writeJson } from '../../../../shared/ocpp/frame.ts'
import { isoInZone } from '../local-time.ts'
import type { ExportMeta, Format } from './format.ts'
import { oneLine } from './one-line.ts'

/**
 * Open OCPP Trace (github.com/open-ocpp-trace/specification), schema version 1.1, for analysers, simulators and other
 * tools: one JSON object a message, with its parts and its exact text in `raw`.
 *
 * The schema knows messages of one direction and three types only. So SEND and CALLRESULTERROR of OCPP 2.1 stand as the CALL and
 * CALLERROR that they resemble, told apart by `raw` and by `meta`; what is no readable message (connects, remote actions,
 * broken frames) has no place in it, and is left out.
 */
export function trace(): Format {
  /** Each format object writes one file: the version that was negotiated last for each charger. */
  const spoken = new Map<string, string>()

  const row = (entry: Entry, meta: ExportMeta): string => {
    if (entry.kind === 'connect') noteVersion(spoken, entry)
    const record = recordOf(entry, spoken.get(entry.chargerId) ?? versionIn(protocolOf(entry.chargerId, meta)), meta)
    return record === null ? '' : `${oneLine(writeJson(record))}\n`
  }
  return {
    mediaType: 'application/x-ndjson; charset=utf-8',
    extension: 'trace.jsonl',
    head: () => '',
    rows: (entries, meta) => entries.map((entry) => row(entry, meta)).join(''),
    foot: () => '',
  }
}

function recordOf(entry: Entry, version: string | null, meta: ExportMeta): JsonValue {
  if (entry.kind !== 'frame' || entry.direction === null) return null
  const { frame } = readFrame(entry.raw)
  if (frame.type === 'malformed') return null
  const parts = partsOf(frame)
  const action = 'action' in frame ? frame.action : entry.action
  return {
    schemaVersion: '1.1',
    timestamp: isoInZone(entry.at, meta.timeZone),
    ...(version === null ? {} : { ocppVersion: version }),
    transport: 'json',
    chargePointId: entry.chargerId,
    ...(entry.connectorId === null || entry.connectorId < 0 ? {} : { connectorId: entry.connectorId }),
    direction: entry.direction === 'in' ? 'cp-to-csms' : 'csms-to-cp',
    messageType: parts.messageType,
    messageId: frame.messageId,
    ...(action === null ? {} : { action }),
    ...parts.content,
    raw: entry.raw,
    ...(parts.meta === undefined ? {} : { meta: parts.meta }),
  }
}

interface Parts {
  messageType: 'CALL' | 'CALLRESULT' | 'CALLERROR'
  content: { payload: JsonValue } | { error: JsonValue }
  meta?: JsonValue
}

function partsOf(frame: Frame): Parts {
  switch (frame.type) {
    case 'call':
      return { messageType: 'CALL', content: { payload: frame.payload } }
    case 'send':
      return { messageType: 'CALL', content: { payload: frame.payload }, meta: { messageType: 'SEND' } }
    case 'result':
      return { messageType: 'CALLRESULT', content: { payload: frame.payload } }
    case 'error':
      return { messageType: 'CALLERROR', content: errorOf(frame) }
    case 'resulterror':
      return { messageType: 'CALLERROR', content: errorOf(frame), meta: { messageType: 'CALLRESULTERROR' } }
    default:
      return unreachable(frame)
  }
}

function errorOf({ errorCode, errorDescription, errorDetails }: Extract<Frame, { type: 'error' | 'resulterror' }>): { error: JsonValue } {
  return { error: { code: errorCode, description: errorDescription, details: errorDetails } }
}

function noteVersion(spoken: Map<string, string>, { chargerId, raw }: Entry): void {
  const version = versionIn(/"protocol"\s*:\s*"([^"]{1,40})"/.exec(raw)?.[1] ?? null)
  if (version !== null) spoken.set(chargerId, version)
}

function protocolOf(chargerId: string, meta: ExportMeta): string | null {
  return meta.chargers.find(({ id }) => id === chargerId)?.protocol ?? null
}

/** `1.6` of ocpp1.6. */
function versionIn(protocol: string | null): string | null {
  return /^ocpp(\d.*)$/i.exec(protocol ?? '')?.[1] ?? null
}
