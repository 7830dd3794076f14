import type { SimulatorCommand } from '../../../shared/domain/simulator.ts'
import type { ConnectorState } from './status.ts'

export type ConnectorCommand = Extract<SimulatorCommand, { connectorId: number }>['command']

/** Why a command makes no sense in a state, as a sentence; undefined where it does. */
type Rule = (state: ConnectorState) => string | undefined

const rules: Record<ConnectorCommand, Rule> = {
  plug: (state) => (state.pluggedIn ? `A car is plugged in at connector ${state.id} already.` : undefined),
  unplug: (state) => (state.pluggedIn ? undefined : `No car is plugged in at connector ${state.id}.`),
  authorize: (state) => running(state) ?? broken(state) ?? busy(state),
  start: (state) =>
    running(state) ??
    broken(state) ??
    (state.pluggedIn ? undefined : `No car is plugged in at connector ${state.id}. Plug one in first.`) ??
    busy(state),
  stop: idle,
  'car-pauses': (state) => idle(state) ?? (state.carPaused ? `The car at connector ${state.id} has paused already.` : undefined),
  'charger-pauses': (state) =>
    idle(state) ?? (state.chargerPaused ? `Connector ${state.id} is held back by the charger already.` : undefined),
  resume: (state) =>
    idle(state) ??
    (state.carPaused || state.chargerPaused ? undefined : `Neither the car nor the charger has paused connector ${state.id}.`),
  fault: (state) => (state.errorCode === 'NoError' ? undefined : broken(state)),
  'clear-fault': (state) => (state.errorCode === 'NoError' ? `Connector ${state.id} has no fault to clear.` : undefined),
}

export function objection(command: ConnectorCommand, state: ConnectorState): string | undefined {
  return rules[command](state)
}

/** The commands that make sense now. */
export function possible(state: ConnectorState): ConnectorCommand[] {
  return (Object.keys(rules) as ConnectorCommand[]).filter((command) => rules[command](state) === undefined)
}

function running(state: ConnectorState): string | undefined {
  return state.charging ? `A session is running at connector ${state.id} already.` : undefined
}

function idle(state: ConnectorState): string | undefined {
  return state.charging ? undefined : `No session is running at connector ${state.id}.`
}

function broken(state: ConnectorState): string | undefined {
  if (state.errorCode !== 'NoError') return `Connector ${state.id} has a fault (${state.errorCode}). Clear it first.`
  return state.operative ? undefined : `Connector ${state.id} is out of service: the central system has made it unavailable.`
}

function busy(state: ConnectorState): string | undefined {
  return state.starting ? `Connector ${state.id} is waiting for the central system to answer about a user.` : undefined
}
