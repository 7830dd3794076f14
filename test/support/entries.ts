import { kindsOf } from '../../src/main/core/export/redact/kinds.ts'
import { gatherer } from '../../src/main/core/export/redact/learn.ts'
import { valuesInEntry } from '../../src/main/core/export/redact/values-in.ts'
import type { Entry } from '../../src/shared/domain/entry.ts'
import type { RedactionClass } from '../../src/shared/domain/redaction.ts'

/** 1 May 2026, 12:02:11.318 UTC. */
export const firstAt = 1_777_636_931_318

/** An entry with only what a test is about. */
export function entry(seq: number, fields: Partial<Entry> = {}): Entry {
  return {
    seq,
    at: firstAt + seq * 1_000,
    chargerId: 'GARAGE-07',
    connectionId: 1,
    direction: 'in',
    kind: 'frame',
    category: 'state',
    messageType: 'call',
    messageId: `m-${seq}`,
    action: 'Heartbeat',
    summary: 'Heartbeat: the charger is alive',
    raw: `[2,"m-${seq}","Heartbeat",{}]`,
    rawBase64: null,
    latencyMs: null,
    severity: 'none',
    deviations: [],
    connectorId: null,
    transactionId: null,
    sessionId: null,
    answers: null,
    runId: null,
    ...fields,
  }
}

/** What a hostile charger would write to be run as markup, a formula, a terminal command, or to break a line. */
export const hostile = {
  markup: '<img src=x onerror="globalThis.hacked=1"><script>globalThis.hacked=2</script></script><!--',
  formula: "=cmd|' /C calc'!A0",
  terminal: '\x1b]0;owned\x07\x1b[2J\u009b31m',
  lines: 'one\r\ntwo\nthree\rfour\u2028five\u2029six\u0085seven',
  nothing: 'a\u0000b\u202Ecba\u200Bd',
  quotes: `"double" 'single' \`back\` a,b;c\td \\`,
}

const frame = (...elements: unknown[]) => JSON.stringify(elements)
const event = (fields: Partial<Entry>): Partial<Entry> => ({ direction: null, messageType: null, messageId: null, action: null, ...fields })

/** One entry of every kind, and several that are not well meant. */
export function entriesOfAllKinds(): Entry[] {
  const all: Partial<Entry>[] = [
    event({
      kind: 'connect',
      category: 'connection',
      summary: 'Connect: the charger has connected',
      raw: '{"remote":"192.168.1.31:50211"}',
    }),
    {
      action: 'BootNotification',
      summary: 'The charger has restarted: ABB Terra AC, firmware 1.8.32',
      raw: frame(2, 'm-2', 'BootNotification', { chargePointVendor: 'ABB', chargePointModel: 'Terra AC', firmwareVersion: '1.8.32' }),
    },
    {
      direction: 'out',
      messageType: 'result',
      messageId: 'm-2',
      action: 'BootNotification',
      summary: 'Accepted, heartbeat every 300 s',
      raw: frame(3, 'm-2', { currentTime: '2026-05-01T12:02:13.320Z', interval: 300, status: 'Accepted' }),
      latencyMs: 2.4,
      answers: 2,
    },
    {
      action: 'StartTransaction',
      category: 'transaction',
      summary: 'Connector 1: session started by 04A1B2C3D4 at 12345 Wh',
      raw: '[2,"m-4","StartTransaction",{"connectorId":1,"idTag":"04A1B2C3D4","meterStart":12345,"timestamp":"2026-05-01T12:02:15Z"}]',
      connectorId: 1,
      transactionId: '9223372036854766666',
      sessionId: 4,
    },
    {
      action: 'Authorize',
      category: 'security',
      summary: 'User 04A1B2C3D4 asks to charge',
      raw: '[2, "m-5", "Authorize", {"idTag": "04a1b2c3d4"}]',
    },
    {
      messageType: 'error',
      direction: 'out',
      action: 'Authorize',
      category: 'security',
      summary: 'Refused: InternalError',
      raw: frame(4, 'm-5', 'InternalError', '', {}),
      severity: 'error',
      latencyMs: 12_345,
      answers: 5,
    },
    event({ kind: 'action', category: 'transaction', summary: 'Reboot charge point', raw: '{"action":"reboot"}', runId: 'run-1' }),
    event({
      kind: 'terms',
      category: 'transaction',
      summary: 'User 04A1B2C3D4 pays by card',
      raw: '{"connectorId":1,"userId":"04A1B2C3D4","paymentMethod":{"id":"card","name":"Card"}}',
      sessionId: 4,
    }),
    event({ kind: 'ping-timeout', category: 'connection', summary: 'No answer to pings for 60 s', raw: '{}', severity: 'warning' }),
    event({ kind: 'replaced', category: 'connection', summary: 'Replaced by a new connection', raw: '{}' }),
    event({ kind: 'disconnect', category: 'connection', summary: 'Disconnect', raw: '{"code":1006}', severity: 'warning' }),
    event({
      kind: 'refused',
      category: 'security',
      summary: 'Refused: wrong password',
      raw: '{"status":401}',
      connectionId: null,
      severity: 'error',
    }),
    event({ kind: 'notice', category: 'connection', summary: 'An answer could not be sent', raw: '', severity: 'notice' }),
    ...Object.values(hostile).map((text): Partial<Entry> => ({
      action: 'DataTransfer',
      category: 'transaction',
      chargerId: `GARAGE-07${text.slice(0, 12)}`,
      messageId: text,
      summary: text,
      raw: frame(2, text, 'DataTransfer', { vendorId: text, data: text }),
      severity: 'notice',
      deviations: [{ code: 'long-message-id', text: `The message id is ${text}` }],
    })),
    {
      messageType: null,
      messageId: null,
      action: null,
      category: 'transaction',
      summary: 'Not an OCPP frame: not valid JSON',
      raw: `${hostile.formula}${hostile.lines}${hostile.markup}${hostile.terminal}${hostile.nothing}`,
      rawBase64: Buffer.from([0xff, 0xfe, 0x00, 0x41]).toString('base64'),
      severity: 'error',
      deviations: [{ code: 'malformed', text: 'The frame is not valid JSON.' }],
    },
  ]
  return all.map((fields, index) => entry(index + 1, fields))
}

/** Entries as the store would give them, from memory. */
export function sourceOf(entries: Entry[]) {
  return {
    count: () => Promise.resolve(entries.length),
    page: (_filter: unknown, afterSeq: number, limit: number) =>
      Promise.resolve(entries.filter((each) => each.seq > afterSeq).slice(0, limit)),
    seqAt: (_filter: unknown, index: number) => Promise.resolve(entries[index]?.seq ?? null),
    values: (_filter: unknown, classes: readonly RedactionClass[]) => {
      const { tell, values } = gatherer()
      for (const each of entries) valuesInEntry(each, kindsOf(classes), tell)
      return Promise.resolve({ values: values(), read: entries.length, next: null })
    },
  }
}
