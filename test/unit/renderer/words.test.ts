import { expect, test } from 'vitest'
import { userNote } from '../../../src/renderer/features/actions/userNote.ts'
import { errorMeaning } from '../../../src/renderer/features/charger/errorMeaning.ts'
import { commandFor } from '../../../src/renderer/features/simulator/commands.ts'
import { idFromName } from '../../../src/renderer/features/users/idFromName.ts'
import { SimulatorCommand } from '../../../src/shared/domain/simulator.ts'
import type { User } from '../../../src/shared/domain/user.ts'

const anna: User = {
  id: 'ANNA',
  name: 'Anna',
  status: 'Accepted',
  expiresAt: null,
  parentId: null,
  paymentMethodId: null,
  priceGroupId: null,
}

test('an error code of the standard is explained, and any other is called the charger’s own', () => {
  expect(errorMeaning('GroundFailure')).toBe('The earth-fault protection has tripped.')
  expect(errorMeaning('Error')).toBe('The charger reports an error that the standard does not know.')
  expect(errorMeaning('constructor')).toBe('The charger reports an error that the standard does not know.')
  expect(errorMeaning(null)).toBe('The charger reports a problem of its own.')
})

test('a technician is warned of a user who will be refused', () => {
  expect(userNote(anna, 'ANNA', 'refuse')).toBe('Anna')
  expect(userNote({ ...anna, status: 'Blocked' }, 'ANNA', 'accept')).toContain('Blocked')
  expect(userNote({ ...anna, expiresAt: 1 }, 'ANNA', 'accept')).toContain('has expired')
  expect(userNote(undefined, 'X', 'refuse')).toContain('Invalid')
  expect(userNote(undefined, 'X', 'accept')).toContain('accepted')
  expect(userNote(undefined, '  ', 'refuse')).toBe('')
})

test('a new item gets a readable id that nobody has', () => {
  expect(idFromName('Night rate', [])).toBe('night-rate')
  expect(idFromName('Night rate', [{ id: 'night-rate' }, { id: 'night-rate-2' }])).toBe('night-rate-3')
  expect(idFromName('Straßen-Tarif Zürich', [])).toBe('stra-en-tarif-zurich')
  expect(idFromName('夜間', [])).toBe('item')
  expect(idFromName('x'.repeat(80), []).length).toBeLessThanOrEqual(40)
})

test('every button of a virtual connector is a command that the contract takes', () => {
  const names = ['plug', 'unplug', 'authorize', 'start', 'stop', 'car-pauses', 'charger-pauses', 'resume', 'fault', 'clear-fault']
  for (const name of names) expect(SimulatorCommand.parse(commandFor(name, 1, 'TAG'))).toMatchObject({ command: name, connectorId: 1 })
  expect(commandFor('start', 1, '')).toBeNull()
  expect(commandFor('something new', 1, 'TAG')).toBeNull()
})
