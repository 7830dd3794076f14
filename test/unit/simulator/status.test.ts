import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { objection, possible } from '../../../src/main/core/simulator/rules.ts'
import { type ConnectorState, statusOf } from '../../../src/main/core/simulator/status.ts'

const free: ConnectorState = {
  id: 1,
  pluggedIn: false,
  errorCode: 'NoError',
  operative: true,
  charging: false,
  starting: false,
  identified: false,
  reserved: false,
  finishing: false,
  carPaused: false,
  chargerPaused: false,
  heldBack: false,
  batteryFull: false,
}
const charging = { pluggedIn: true, charging: true }

test.each<[string, Partial<ConnectorState>, string]>([
  ['a free connector', {}, 'Available'],
  ['a car without a session', { pluggedIn: true }, 'Preparing'],
  ['a user without a car', { identified: true }, 'Preparing'],
  ['a session', charging, 'Charging'],
  ['a paused car', { ...charging, carPaused: true }, 'SuspendedEV'],
  ['a full battery', { ...charging, batteryFull: true }, 'SuspendedEV'],
  ['a session whose car was pulled', { charging: true }, 'SuspendedEV'],
  ['a pause of the charger', { ...charging, chargerPaused: true }, 'SuspendedEVSE'],
  ['a limit of nothing', { ...charging, heldBack: true }, 'SuspendedEVSE'],
  ['a pause of both sides', { ...charging, carPaused: true, chargerPaused: true }, 'SuspendedEVSE'],
  ['a car after its session', { pluggedIn: true, finishing: true }, 'Finishing'],
  ['a reserved connector', { reserved: true }, 'Reserved'],
  ['a reserved connector with a car', { reserved: true, pluggedIn: true }, 'Reserved'],
  ['a connector out of service', { operative: false, pluggedIn: true }, 'Unavailable'],
  ['a fault, whatever else there is', { ...charging, operative: false, errorCode: 'GroundFailure' }, 'Faulted'],
])('%s is %s', (_, state, status) => {
  expect(statusOf({ ...free, ...state })).toBe(status)
})

test('the possible commands fit the state', () => {
  expect(possible(free)).toEqual(['plug', 'authorize', 'fault'])
  expect(possible({ ...free, pluggedIn: true })).toEqual(['unplug', 'authorize', 'start', 'fault'])
  expect(possible({ ...free, ...charging })).toEqual(['unplug', 'stop', 'car-pauses', 'charger-pauses', 'fault'])
  expect(possible({ ...free, ...charging, carPaused: true })).toContain('resume')
  expect(possible({ ...free, errorCode: 'GroundFailure' })).toEqual(['plug', 'clear-fault'])
  expect(possible({ ...free, pluggedIn: true, starting: true })).toEqual(['unplug', 'fault'])
})

test('in every state a command is either possible or refused with a sentence', () => {
  const flags = Object.keys(free).filter((key) => key !== 'id' && key !== 'errorCode')
  const anyState = fc.record(Object.fromEntries(flags.map((key) => [key, fc.boolean()])))
  fc.assert(
    fc.property(anyState, fc.constantFrom('NoError', 'GroundFailure'), (some, code) => {
      const state = { ...free, ...some, errorCode: code } as ConnectorState
      const can = possible(state)
      expect(can.includes('plug')).toBe(!can.includes('unplug'))
      expect(can.includes('start') && can.includes('stop')).toBe(false)
      const commands = ['plug', 'unplug', 'start', 'stop', 'resume', 'clear-fault'] as const
      const sentences = commands.filter((command) => !can.includes(command)).map((command) => objection(command, state))
      for (const sentence of sentences) expect(sentence).toMatch(/^[A-Z].*\.$/)
    }),
  )
})
