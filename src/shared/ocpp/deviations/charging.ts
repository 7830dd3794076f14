import type { Row } from './row.ts'

/** What can be unusual about states, sessions and meters. */
export const charging: Record<string, Row> = {
  'unknown-status': [
    'Status that the version does not have',
    'ChargePointStatus has nine values (OCPP 1.6 §7.7).',
    'It was shown as it came.',
  ],
  'vendor-status': [
    'State hidden in a vendor message',
    'The state of a connector is told by StatusNotification (OCPP 1.6 §4.9); DataTransfer is for what the standard does not cover (§4.3).',
    'It was read as the state of the connector.',
  ],
  'unknown-unit': ['Unit that the standard does not have', 'UnitOfMeasure has a fixed list (OCPP 1.6 §7.45).', 'The value was left out.'],
  'unreadable-value': [
    'Meter value that is no number',
    'A SampledValue is a decimal number, unless it is signed data (OCPP 1.6 §7.43).',
    'The value was left out.',
  ],
  'empty-meter-value': [
    'Meter value without any sample',
    'A MeterValue holds one SampledValue or more (OCPP 1.6 §7.33).',
    'It was taken as nothing.',
  ],
  'repeated-start': [
    'StartTransaction sent again',
    'A charger repeats a message until it is answered (OCPP 1.6 §3.7), not after.',
    'It is one session, with one transaction id.',
  ],
  'duplicate-stop': [
    'StopTransaction sent again',
    'A charger repeats a message until it is answered (OCPP 1.6 §3.7), not after.',
    'It was accepted; the first one counts.',
  ],
  'stop-after-force': [
    'Stop of a session ended by force here',
    'A session ends with its StopTransaction (OCPP 1.6 §4.10).',
    'The session keeps its end.',
    false,
  ],
  'session-still-open': [
    'Session that was not ended',
    'Each session ends with a message that says so (OCPP 1.6 §4.10; OCPP 2.0.1 E06).',
    'The next session was begun all the same; the one before is shown as ended when it was heard of last, until the charger tells more of it.',
  ],
  'start-not-seen': [
    'Session whose start was not seen',
    'A session begins with a message that says so (OCPP 1.6 §4.8; OCPP 2.0.1 E02).',
    'It is shown as far as it is known.',
    false,
  ],
  'unknown-transaction': [
    'Transaction that is not known here',
    'Transaction ids are those that the central system gave (OCPP 1.6 §4.8).',
    'It was answered, and kept.',
    false,
  ],
  'no-transaction-id': [
    'Transaction id that names no session',
    'MeterValues and StopTransaction carry the id that the central system gave (OCPP 1.6 §4.7, §4.10).',
    'The only running session was taken for it.',
  ],
  'meter-after-stop': [
    'Meter values after the end',
    'MeterValues of a session belong before its StopTransaction (OCPP 1.6 §4.10).',
    'They were kept, and do not change the session.',
  ],
  'meter-backwards': [
    'Meter going backwards',
    'Energy.Active.Import.Register only grows (OCPP 1.6 §7.31).',
    'The session keeps what was counted before.',
  ],
  'meter-start-zero': [
    'meterStart of 0',
    'The field meterStart is the register at the start (OCPP 1.6 §6.45).',
    'Energy is counted from the first reading.',
  ],
  'repeated-event': [
    'Transaction event sent again',
    'A message is repeated until it is answered, not after (OCPP 2.0.1 E04, part 4 §4.1).',
    'It changes nothing.',
  ],
  'sequence-number-reused': [
    'Sequence number used twice',
    'The field seqNo counts every event of a transaction (OCPP 2.0.1 E01.FR.07).',
    'Both were taken.',
  ],
  'out-of-order': [
    'Transaction events out of order',
    'Events are sent in the order in which they happened (OCPP 2.0.1 E04.FR.03).',
    'It was put in its place by seqNo.',
  ],
}
