import { alfen } from './alfen.ts'
import { chargebenchReport, chargebenchText } from './chargebench-report.ts'
import { chargebench } from './chargebench.ts'
import { evcc } from './evcc.ts'
import type { LogFormat } from './format.ts'
import { bareFrames, frameInLine } from './frame-in-line.ts'
import { debugKit, jsonRecord } from './json-record.ts'
import { libocppHtml } from './libocpp-html.ts'
import { libocpp } from './libocpp.ts'
import { microOcpp } from './micro-ocpp.ts'
import { ocppCs } from './ocpp-cs.ts'
import { ocppCoreDump } from './ocpp-core-dump.ts'
import { ocppTrace } from './ocpp-trace.ts'
import { proxy } from './proxy.ts'
import { pythonOcpp } from './python-ocpp.ts'
import { requestBlocks } from './request-blocks.ts'
import { steve } from './steve.ts'
import { websockets } from './websockets.ts'
import { wireRecorder } from './wire-recorder.ts'

/** Every kind of log, the most particular first: a line or object belongs to the first that knows it. */
export const catalogue: readonly LogFormat[] = [
  chargebench,
  chargebenchReport,
  chargebenchText,
  wireRecorder,
  ocppTrace,
  debugKit,
  evcc,
  steve,
  pythonOcpp,
  websockets,
  alfen,
  libocpp,
  libocppHtml,
  microOcpp,
  ocppCs,
  proxy,
  requestBlocks,
  bareFrames,
  jsonRecord,
  frameInLine,
]

/** Tables have readers of their own (see `structure/table.ts`), which ask for columns. */
export const ownTable = { id: 'chargebench-csv', name: 'Chargebench export (CSV)' }
export const otherTable = { id: 'csv', name: 'Table (CSV)' }
export const unknownFormat = { id: 'unknown', name: 'No OCPP messages found' }

const names = new Map([...catalogue, ownTable, otherTable, ocppCoreDump, unknownFormat].map(({ id, name }) => [id, name]))

export function formatName(id: string): string {
  return names.get(id) ?? id
}
