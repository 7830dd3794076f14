/** An independent charger: `ocpp-rpc` from the registry, which validates everything that we send it. */
import { RPCClient } from 'ocpp-rpc'

type Params = Record<string, unknown>

export interface TestCharger {
  call: (action: string, params: Params) => Promise<Params>
  /** How the charger answers an action from now on. */
  answer: (action: string, handler: (params: Params) => Params | Promise<Params>) => void
  /** Calls that the central system has made, in order. */
  received: { action: string; params: Params }[]
  /** Every frame's text as it went over the wire at the charger's side; `in` is from the charger, as in the log. */
  wire: { direction: 'in' | 'out'; raw: string }[]
  /** Schema violations of ours that it has found. */
  complaints: string[]
  close: () => Promise<void>
  client: RPCClient
}

/** Connects a charger in strict mode. It knows the schemas of 1.6 and 2.0.1. */
export async function connectCharger(url: string, identity: string, protocols: string[] = ['ocpp1.6']): Promise<TestCharger> {
  const options = { endpoint: url.replace(/\/$/, ''), identity, protocols, strictMode: true, reconnect: false }
  // Its types demand every option, its code has defaults for the others.
  const client = new RPCClient(options as ConstructorParameters<typeof RPCClient>[0])
  const received: TestCharger['received'] = []
  const wire: TestCharger['wire'] = []
  const complaints: string[] = []
  client.on('message', ({ message, outbound }: { message: string | Buffer; outbound: boolean }) =>
    wire.push({ direction: outbound ? 'in' : 'out', raw: String(message) }),
  )
  const handlers = new Map<string, (params: Params) => Params | Promise<Params>>()
  client.on('strictValidationFailure', ({ error }: { error: Error }) => complaints.push(error.message))
  client.handle(async ({ method: action = '', params = {} }) => {
    received.push({ action, params })
    const handler = handlers.get(action)
    if (!handler) throw Object.assign(new Error(`${action} is not supported here`), { rpcErrorCode: 'NotImplemented' })
    return handler(params)
  })
  await client.connect()
  return {
    client,
    received,
    wire,
    complaints,
    call: (action, params) => client.call(action, params) as Promise<Params>,
    answer: (action, handler) => void handlers.set(action, handler),
    close: async () => void (await client.close({ code: 1000, reason: 'test ends', awaitPending: false, force: true })),
  }
}

export const boot = { chargePointVendor: 'Vendor', chargePointModel: 'X1', firmwareVersion: '3.2.1' }

export const status = (connectorId: number, state: string, errorCode = 'NoError'): Params => ({
  connectorId,
  status: state,
  errorCode,
  timestamp: new Date().toISOString(),
})

export const meter = (connectorId: number, transactionId: number, energyWh: number, powerW: number): Params => ({
  connectorId,
  transactionId,
  meterValue: [
    {
      timestamp: new Date().toISOString(),
      sampledValue: [
        { value: String(energyWh), measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
        { value: String(powerW), measurand: 'Power.Active.Import', unit: 'W' },
      ],
    },
  ],
})
