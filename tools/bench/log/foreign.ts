import type { Happening } from '../../../src/main/core/interpret/types.ts'

/** How a program that is not ours writes down one frame, as a line. */
export interface ForeignLog {
  /** As the import calls it. */
  format: string
  /** Name of the file. */
  name: string
  head?: string
  line: (frame: Happening) => string
}

/** `2026-03-01 00:00:00.123`: local time without an offset, as most logs have it. */
const plain = (at: number): string => new Date(at).toISOString().replace('T', ' ').replace('Z', '')
const isFromCharger = ({ direction }: Happening): boolean => direction === 'in'

export const foreignLogs: readonly ForeignLog[] = [
  {
    format: 'python-ocpp',
    name: 'python-ocpp.log',
    line: (frame) =>
      `${plain(frame.at).replace('.', ',')} INFO:ocpp:${frame.chargerId}: ${isFromCharger(frame) ? 'receive message' : 'send'} ${frame.raw}`,
  },
  {
    format: 'evcc',
    name: 'evcc.log',
    line: (frame) =>
      `[ocpp  ] TRACE ${plain(frame.at).slice(0, 19).replaceAll('-', '/')} ${isFromCharger(frame) ? 'recv' : 'send'} ${frame.chargerId}: ${frame.raw}`,
  },
  {
    format: 'steve',
    name: 'steve.log',
    line: (frame) =>
      `[INFO ] ${plain(frame.at).replace('.', ',')} de.rwth.idsg.steve.ocpp.ws.WebSocketLogger - [chargeBoxId=${frame.chargerId}, sessionId=5863aadf] ${isFromCharger(frame) ? 'Received' : 'Sending'}: ${frame.raw}`,
  },
  {
    format: 'proxy',
    name: 'proxy.log',
    line: (frame) => `${plain(frame.at).replace('.', ',')} [${isFromCharger(frame) ? 'client->target' : 'target->client'}] ${frame.raw}`,
  },
  {
    format: 'micro-ocpp',
    name: 'serial.log',
    line: (frame) => `${plain(frame.at)} [MO] ${isFromCharger(frame) ? 'Send' : 'Recv'}: ${frame.raw}`,
  },
  {
    format: 'debugkit',
    name: 'debugkit.jsonl',
    line: (frame) =>
      `{"timestamp":"${new Date(frame.at).toISOString()}","direction":"${isFromCharger(frame) ? 'CS_TO_CSMS' : 'CSMS_TO_CS'}","message":${frame.raw}}`,
  },
  { format: 'bare-frames', name: 'frames.txt', line: (frame) => frame.raw },
  {
    format: 'csv',
    name: 'table.csv',
    head: 'time,charger,direction,frame',
    line: (frame) =>
      `${new Date(frame.at).toISOString()},${frame.chargerId},${isFromCharger(frame) ? 'in' : 'out'},"${frame.raw.replaceAll('"', '""')}"`,
  },
]
