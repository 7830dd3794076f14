import type { SimulatorCommand } from '../../../shared/domain/simulator.ts'
import { unreachable } from '../../../shared/ocpp/frame.ts'
import type { ChargePoint } from './charger.ts'
import type { Connector } from './connector.ts'
import { type ErrorCode, errorCodes } from './messages.ts'
import { SimulatorProblem } from './problem.ts'
import { objection } from './rules.ts'
import { plugIn, present, start } from './sessions.ts'

/** Carries out what the technician does to a virtual charger. Fails with a SimulatorProblem where it makes no sense. */
export async function carryOut(charger: ChargePoint, command: SimulatorCommand): Promise<void> {
  if ('connectorId' in command) return await atConnector(charger, connectorFor(charger, command), command)
  switch (command.command) {
    case 'reboot':
      refuseWhen(charger.rebooting, `Charger ${charger.id} is rebooting already.`)
      return await charger.reboot('Reboot')
    case 'go-offline':
      refuseWhen(charger.offlineByCommand, `Charger ${charger.id} is offline already.`)
      return await charger.goOffline()
    case 'come-back':
      refuseWhen(!charger.offlineByCommand, `Charger ${charger.id} has not been taken offline.`)
      return charger.connect()
    default:
      return unreachable(command)
  }
}

type AtConnector = Extract<SimulatorCommand, { connectorId: number }>

/** The command's connector, if the command makes sense there. */
function connectorFor(charger: ChargePoint, { command, connectorId }: AtConnector): Connector {
  const connector = charger.connector(connectorId)
  if (connector === undefined) throw new SimulatorProblem(`Charger ${charger.id} has no connector ${connectorId}.`)
  const physical = ['plug', 'unplug', 'fault', 'clear-fault'].includes(command)
  refuseWhen(charger.rebooting && !physical, `Charger ${charger.id} is rebooting.`)
  const problem = objection(command, connector.state)
  if (problem !== undefined) throw new SimulatorProblem(problem)
  return connector
}

async function atConnector(charger: ChargePoint, connector: Connector, command: AtConnector): Promise<void> {
  switch (command.command) {
    case 'plug':
      return plugIn(charger, connector)
    case 'unplug':
      return unplug(charger, connector)
    case 'authorize':
      return await present(charger, connector, command.userId)
    case 'start':
      return await start(charger, connector, command.userId)
    case 'stop':
      return connector.end('Local', { idTag: connector.transaction!.idTag })
    case 'car-pauses':
      return connector.change({ carPaused: true })
    case 'charger-pauses':
      return connector.change({ chargerPaused: true })
    case 'resume':
      return connector.change({ carPaused: false, chargerPaused: false })
    case 'fault':
      return fail(connector, command.errorCode)
    case 'clear-fault':
      return connector.change({ errorCode: 'NoError' })
    default:
      return unreachable(command)
  }
}

function unplug(charger: ChargePoint, connector: Connector): void {
  if (connector.transaction !== null && charger.settings.flag('StopTransactionOnEVSideDisconnect')) {
    return connector.end('EVDisconnected', { pluggedIn: false })
  }
  connector.change({ pluggedIn: false })
}

/** A failure ends charging (OCPP 1.6 has no reason of its own for it: Other). */
function fail(connector: Connector, name: string): void {
  const errorCode: ErrorCode | undefined = errorCodes.find((code) => code === name)
  if (errorCode === undefined) throw new SimulatorProblem(`${name} is no OCPP 1.6 error code. There are ${errorCodes.join(', ')}.`)
  if (connector.transaction === null) connector.change({ errorCode })
  else connector.end('Other', { errorCode })
}

function refuseWhen(condition: boolean, sentence: string): void {
  if (condition) throw new SimulatorProblem(sentence)
}
