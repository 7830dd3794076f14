import type { Choices, ColumnMap, Recognised } from '../../../src/main/core/import/types.ts'

interface Fixture {
  path: string
  format: string
  /** Other formats of which it has messages. */
  also?: string[]
  choices?: Choices
  needs?: Partial<Omit<Recognised['needs'], 'columns'>> & { columns?: { guess: ColumnMap } }
  turned?: boolean
}

const berlin: Choices = { timeZone: 'Europe/Berlin' }
const local = { timeZone: true }
const nameless = { identity: true }

/** What each log of test/fixtures/logs is; what is read of it stands in test/fixtures/log-items. */
export const fixtures: Fixture[] = [
  { path: 'python-ocpp/home-assistant.log', format: 'python-ocpp', choices: berlin, needs: local },
  { path: 'python-ocpp/central-system.log', format: 'python-ocpp' },
  { path: 'python-ocpp/simulator.log', format: 'python-ocpp', needs: local, turned: true },
  { path: 'python-ocpp/websockets.log', format: 'websockets', needs: { ...local, ...nameless } },
  { path: 'evcc/plain.log', format: 'evcc', choices: berlin, needs: local },
  { path: 'evcc/journald.log', format: 'evcc', choices: berlin, needs: local },
  { path: 'evcc/docker.log', format: 'evcc', choices: berlin, needs: local },
  { path: 'evcc/compose.log', format: 'evcc', choices: berlin, needs: local },
  { path: 'evcc/older.log', format: 'evcc', choices: berlin, needs: local },
  { path: 'steve/steve.log', format: 'steve', choices: berlin, needs: local },
  { path: 'steve/tabs.log', format: 'steve', needs: local },
  { path: 'alfen/forward.log', format: 'alfen', choices: { identity: 'ACE1' }, needs: nameless },
  { path: 'alfen/pages.log', format: 'alfen', choices: { identity: 'ACE1' }, needs: nameless },
  { path: 'libocpp/everest.log', format: 'libocpp', needs: nameless },
  { path: 'libocpp/everest.html', format: 'libocpp-html', needs: nameless },
  { path: 'micro-ocpp/serial.log', format: 'micro-ocpp', choices: { timeZone: 'Asia/Kolkata' }, needs: { ...local, ...nameless } },
  { path: 'ocpp-cs/log.log', format: 'ocpp-cs', needs: local },
  { path: 'proxy/targets.log', format: 'proxy', choices: berlin, needs: { ...local, ...nameless } },
  { path: 'proxy/rx-tx.log', format: 'proxy', needs: nameless },
  { path: 'request-blocks/blocks.log', format: 'request-blocks', choices: berlin, needs: { ...local, ...nameless } },
  { path: 'bare-frames/frames.txt', format: 'bare-frames', needs: nameless },
  { path: 'ocpp-trace/v1.1.jsonl', format: 'ocpp-trace' },
  { path: 'ocpp-trace/v1.0.jsonl', format: 'ocpp-trace' },
  { path: 'debugkit/object.json', format: 'debugkit' },
  { path: 'debugkit/lines.jsonl', format: 'debugkit', needs: nameless },
  { path: 'debugkit/array.json', format: 'debugkit', needs: nameless },
  { path: 'debugkit/frames.json', format: 'bare-frames', needs: nameless },
  { path: 'json-record/variants.jsonl', format: 'json-record' },
  { path: 'csv/citrineos.csv', format: 'csv' },
  { path: 'csv/kwwhat.csv', format: 'csv' },
  { path: 'csv/actions.csv', format: 'csv', choices: berlin, needs: local },
  {
    path: 'csv/pairs.csv',
    format: 'csv',
    needs: {
      ...local,
      ...nameless,
      columns: { guess: { frame: 'Request', answer: 'Response', time: 'Date', action: 'Action', direction: 'Direction' } },
    },
  },
  {
    path: 'csv/unclear.csv',
    format: 'csv',
    choices: { columns: { time: 'a', chargerId: 'b', direction: 'c', frame: 'd' } },
    needs: { ...nameless, columns: { guess: { time: 'a', direction: 'c', frame: 'd' } } },
  },
  { path: 'frame-in-line/ocpp-app.log', format: 'frame-in-line', choices: berlin, needs: local },
  { path: 'frame-in-line/logfmt.log', format: 'frame-in-line' },
  { path: 'mixed/mixed.log', format: 'evcc', also: ['steve', 'micro-ocpp', 'debugkit'], needs: { ...local, ...nameless } },
  { path: 'ocpp-core/dumps.zip', format: 'ocpp-core-dump', choices: berlin, needs: { ...local, ...nameless } },
  { path: 'archives/nested.zip', format: 'evcc', also: ['proxy'], choices: berlin, needs: { ...local, ...nameless } },
]
