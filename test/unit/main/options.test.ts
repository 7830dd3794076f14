import { expect, test } from 'vitest'
import { readServeOptions } from '../../../src/main/web/options.ts'

test('without options the page is for this machine only, on any free port, and the browser opens', () => {
  expect(readServeOptions([])).toEqual({
    options: { dataDir: expect.any(String), ocpp: {}, uiHost: '127.0.0.1', uiPort: 0, token: null, open: true, json: false },
  })
})

test('every option is taken, in both ways of writing', () => {
  const args = '--data-dir /d --ocpp-host=::1 --ocpp-port 9001 --ui-host 0.0.0.0 --ui-port=8080 --token t.o_k~1 --no-open --json'
  expect(readServeOptions(args.split(' '))).toEqual({
    options: {
      dataDir: '/d',
      ocpp: { host: '::1', port: 9001 },
      uiHost: '0.0.0.0',
      uiPort: 8080,
      token: 't.o_k~1',
      open: false,
      json: true,
    },
  })
})

test.each([
  [['--ui-port', '-1'], '--ui-port'],
  [['--ocpp-port', '65536'], 'not "65536"'],
  [['--ocpp-port', 'http'], 'not "http"'],
  [['--data-dir='], 'The option --data-dir needs a value.'],
  [['--token', 'a/b'], '--token'],
  [['--no-json'], '--no-json'],
])('%s is answered by a sentence', (args, part) => {
  expect(readServeOptions(args)).toEqual({ problem: expect.stringContaining(part) })
})
