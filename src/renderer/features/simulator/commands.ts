import type { SimulatorCommand } from '../../../shared/domain/simulator.ts'

/** What each command does, as the word on its button. */
export const commandLabel: Record<SimulatorCommand['command'], string> = {
  plug: 'Plug in a car',
  unplug: 'Unplug',
  authorize: 'Present the card',
  start: 'Start charging',
  stop: 'Stop charging',
  'car-pauses': 'Car pauses',
  'charger-pauses': 'Charger pauses',
  resume: 'Resume',
  fault: 'Break down',
  'clear-fault': 'Repair',
  reboot: 'Reboot',
  'go-offline': 'Go offline',
  'come-back': 'Come back',
}

/**
 * The command of a connector's button. Null for a name that is no command, or one of the charger as a whole.
 * @param userId whose card is at the reader
 */
export function commandFor(name: string, connectorId: number, userId: string): SimulatorCommand | null {
  switch (name) {
    case 'plug':
    case 'unplug':
    case 'stop':
    case 'car-pauses':
    case 'charger-pauses':
    case 'resume':
    case 'clear-fault':
      return { command: name, connectorId }
    case 'authorize':
    case 'start':
      return userId === '' ? null : { command: name, connectorId, userId }
    case 'fault':
      return { command: name, connectorId, errorCode: 'GroundFailure' }
    default:
      return null
  }
}
