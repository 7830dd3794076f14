import { parseArgs } from 'node:util'
import { defaultDataDir } from '../data-dir.ts'

export interface ServeOptions {
  dataDir: string
  /** Only what was given: what is not comes from the settings. */
  ocpp: { host?: string; port?: number }
  uiHost: string
  uiPort: number
  token: string | null
  open: boolean
  json: boolean
}

export const serveUsage = `Usage: npm run serve -- [options]

  --data-dir DIR    folder of the recording and the settings
  --ocpp-host HOST  address that chargers connect to (0.0.0.0 is every interface)
  --ocpp-port PORT  port that chargers connect to (9000; 0 is any free port)
  --ui-host HOST    address of the page and the REST API (127.0.0.1)
  --ui-port PORT    port of the page and the REST API (0: any free port)
  --token TOKEN     the secret that opens the page and the API (otherwise a random one)
  --no-open         do not open the browser
  --json            print one JSON object when ready
  --help            print this text`

/** Options as given, `help`, or the sentence that says what is wrong with them. */
export type ReadOptions = { options: ServeOptions } | { help: true } | { problem: string }

export function readServeOptions(args: string[]): ReadOptions {
  let values
  try {
    values = parseArgs({
      args,
      allowNegative: false,
      options: {
        'data-dir': { type: 'string' },
        'ocpp-host': { type: 'string' },
        'ocpp-port': { type: 'string' },
        'ui-host': { type: 'string', default: '127.0.0.1' },
        'ui-port': { type: 'string', default: '0' },
        token: { type: 'string' },
        'no-open': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return { problem: (error as Error).message }
  }
  if (values.help) return { help: true }

  for (const name of ['data-dir', 'ocpp-host', 'ui-host', 'token'] as const) {
    if (values[name] === '') return { problem: `The option --${name} needs a value.` }
  }
  for (const name of ['ocpp-port', 'ui-port'] as const) {
    const given = values[name]
    if (given !== undefined && !isPort(given))
      return { problem: `The option --${name} needs a port number from 0 to 65535, not "${given}".` }
  }
  if (values.token !== undefined && !/^[\w.~-]+$/.test(values.token)) {
    return { problem: 'The option --token may hold letters, digits and the characters . _ ~ - only.' }
  }

  return {
    options: {
      dataDir: values['data-dir'] ?? defaultDataDir(),
      ocpp: {
        ...(values['ocpp-host'] !== undefined && { host: values['ocpp-host'] }),
        ...(values['ocpp-port'] !== undefined && { port: Number(values['ocpp-port']) }),
      },
      uiHost: values['ui-host'],
      uiPort: Number(values['ui-port']),
      token: values.token ?? null,
      open: !values['no-open'],
      json: values.json,
    },
  }
}

function isPort(text: string): boolean {
  return /^\d{1,5}$/.test(text) && Number(text) <= 65_535
}
