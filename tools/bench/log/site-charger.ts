import type { Happening } from '../../../src/main/core/interpret/types.ts'
import { chance } from './chance.ts'

export type Said = Pick<Happening, 'at' | 'connectionId' | 'direction' | 'kind' | 'raw'>

export interface SimulatedCharger {
  id: string
  /** When it does something next, epoch ms. */
  at: () => number
  step: (newConnection: () => number) => Said[]
}

const second = 1_000
const minute = 60 * second
const drivers = 400

/** A charger of OCPP 1.6 with two connectors, as a busy site has many. */
export function createCharger(index: number, from: number): SimulatedCharger {
  const random = chance(index + 1)
  const id = `SITE-${String(index + 1).padStart(3, '0')}`
  let at = from
  let connectionId: number | null = null
  let transaction = index * 1_000_000
  let energyWh = 100_000 + index * 7_919
  let ticksLeft = 0
  let connectorId = 1
  let idTag = ''
  let said: Said[] = []

  const exchange = (direction: 'in' | 'out', action: string, payload: object, answer: object): void => {
    const messageId = random.uuid()
    const back = direction === 'in' ? 'out' : 'in'
    said.push({ at, connectionId, direction, kind: 'frame', raw: JSON.stringify([2, messageId, action, payload]) })
    at += 1 + random.below(direction === 'in' ? 6 : 300)
    said.push({ at, connectionId, direction: back, kind: 'frame', raw: JSON.stringify([3, messageId, answer]) })
  }
  const event = (kind: Happening['kind'], data: object): void => {
    said.push({ at, connectionId, direction: null, kind, raw: JSON.stringify(data) })
  }
  const timestamp = (): string => new Date(at).toISOString()
  const status = (word: string, errorCode = 'NoError'): void =>
    exchange('in', 'StatusNotification', { connectorId, errorCode, status: word, timestamp: timestamp() }, {})

  const connect = (newConnection: () => number): void => {
    connectionId = newConnection()
    const remoteAddress = `10.0.${index >> 8}.${index & 255}`
    event('connect', { protocol: 'ocpp1.6', url: `/${id}`, remoteAddress, subprotocols: ['ocpp1.6'], virtual: false })
    at += 200
    const boot = {
      chargePointVendor: 'Vendor',
      chargePointModel: 'X1',
      firmwareVersion: '3.2.1',
      chargePointSerialNumber: `SN-${7_000 + index}`,
    }
    exchange('in', 'BootNotification', boot, { currentTime: timestamp(), interval: 300, status: 'Accepted' })
    for (connectorId = 1; connectorId < 3; connectorId++) status('Available')
    at += 10 * second
  }
  const start = (): void => {
    connectorId = 1 + random.below(2)
    idTag = `04${random.hexOf(drivers, 6)}`
    ticksLeft = 20 + random.below(160)
    exchange('in', 'Authorize', { idTag }, { idTagInfo: { status: random.below(40) === 0 ? 'Invalid' : 'Accepted' } })
    status('Preparing')
    at += 4 * second
    const begun = { connectorId, idTag, meterStart: energyWh, timestamp: timestamp() }
    exchange('in', 'StartTransaction', begun, { transactionId: ++transaction, idTagInfo: { status: 'Accepted' } })
    status('Charging')
    at += minute
  }
  const meter = (): void => {
    energyWh += 115
    const current = (30 + random.below(20) / 10).toFixed(1)
    const phases = ['L1', 'L2', 'L3'].flatMap((phase) => [
      { value: current, context: 'Sample.Periodic', measurand: 'Current.Import', phase, location: 'Outlet', unit: 'A' },
      { value: String(228 + random.below(6)), context: 'Sample.Periodic', measurand: 'Voltage', phase, unit: 'V' },
    ])
    const sampledValue = [
      { value: String(energyWh), context: 'Sample.Periodic', measurand: 'Energy.Active.Import.Register', unit: 'Wh' },
      { value: String(6_900 + random.below(400)), measurand: 'Power.Active.Import', unit: 'W' },
      ...phases.slice(0, index % 2 === 0 ? 6 : 2),
    ]
    exchange('in', 'MeterValues', { connectorId, transactionId: transaction, meterValue: [{ timestamp: timestamp(), sampledValue }] }, {})
    if (random.below(120) === 0) status(random.below(2) === 0 ? 'SuspendedEV' : 'SuspendedEVSE')
    at += minute
  }
  const stop = (): void => {
    const reason = random.below(5) === 0 ? 'EVDisconnected' : 'Local'
    const ended = { transactionId: transaction, idTag, meterStop: energyWh, timestamp: timestamp(), reason }
    exchange('in', 'StopTransaction', ended, { idTagInfo: { status: 'Accepted' } })
    status('Finishing')
    at += 2 * minute
    status('Available')
    at += 5 * minute
  }
  const idle = (newConnection: () => number): void => {
    const what = random.below(1_000)
    if (what < 60) start()
    else if (what < 62) {
      status('Faulted', 'GroundFailure')
      at += 3 * minute
      status('Available')
    } else if (what < 66) {
      event('disconnect', { code: 1006, reason: '' })
      at += 5 * minute
      connect(newConnection)
    } else if (what < 67)
      exchange('out', 'GetDiagnostics', { location: 'ftp://192.0.2.1/diagnostics' }, { fileName: `log-${random.uuid()}.zip` })
    else if (what < 68) said.push({ at, connectionId, direction: 'in', kind: 'frame', raw: `[2,"${random.uuid()}","Heartbeat",{}` })
    else exchange('in', 'Heartbeat', {}, { currentTime: timestamp() })
    at += 5 * minute
  }

  return {
    id,
    at: () => at,
    step: (newConnection) => {
      said = []
      if (connectionId === null) connect(newConnection)
      else if (ticksLeft === 0) idle(newConnection)
      else if (--ticksLeft === 0) stop()
      else meter()
      return said
    },
  }
}
