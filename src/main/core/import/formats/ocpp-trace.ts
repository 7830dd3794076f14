import { stringOf } from '../text/members.ts'
import { readMoment } from '../time/moment.ts'
import type { LogFormat, Reading } from './format.ts'
import { frameOf } from './put-together.ts'
import { directionOf } from './words.ts'

/**
 * Open OCPP Trace (github.com/open-ocpp-trace/specification), schema version 1: one JSON object a message, with its parts
 * and since 1.1 also its exact text in `raw`. Charge point simulators write it, and it is the format for exchange.
 */
export const ocppTrace: LogFormat = { id: 'ocpp-trace', name: 'Open OCPP Trace (JSONL)', object }

function object(members: ReadonlyMap<string, string>): Reading[] | null {
  if (!members.has('messageType') || !members.has('direction')) return null
  if (!members.has('schemaVersion') && !members.has('transport')) return null
  const time = stringOf(members.get('timestamp'))
  const raw = stringOf(members.get('raw'))
  const exact = raw === null || raw === '' ? null : { raw }
  const frame =
    exact ??
    frameOf({
      type: stringOf(members.get('messageType')),
      messageId: members.get('messageId'),
      action: stringOf(members.get('action')),
      payload: members.get('payload'),
      error: members.get('error'),
    })
  if (frame === null) return null
  const version = stringOf(members.get('ocppVersion'))
  return [
    {
      kind: 'frame',
      moment: time === null ? null : readMoment(time),
      chargerId: stringOf(members.get('chargePointId')),
      direction: directionOf(stringOf(members.get('direction'))),
      ...frame,
      ...(version === null ? {} : { protocol: `ocpp${version.replace(/^ocpp/i, '')}` }),
    },
  ]
}
