import { expect, test } from 'vitest'
import { isOperation, operationsOf } from '../../../src/main/core/composer/catalogue.ts'
import { formSchema, type FormSchema } from '../../../src/main/core/composer/form-schema.ts'
import { protocols } from '../../../src/shared/ocpp/protocol.ts'

test.each(protocols)('every operation of %s has a schema, words and a group, and occurs once', (protocol) => {
  const operations = operationsOf(protocol)
  expect(new Set(operations.map(({ action }) => action)).size).toBe(operations.length)
  for (const { action, does, group } of operations) {
    expect({ action, does, group, form: formSchema(protocol, action)?.type }).toEqual({
      action,
      does: expect.stringMatching(/^[A-Z].*\.$/),
      group: expect.stringMatching(/./),
      form: 'object',
    })
  }
})

test('each version has as many operations as its standard', () => {
  expect(protocols.map((protocol) => operationsOf(protocol).length)).toEqual([55, 40, 26])
})

test('what only a charger sends is no operation of a central system', () => {
  for (const protocol of protocols) {
    for (const action of ['BootNotification', 'Heartbeat', 'StatusNotification', 'constructor', '']) {
      expect(isOperation(protocol, action)).toBe(false)
    }
  }
})

test.each(protocols)('every reference in a form of %s leads somewhere, and no description has marks of a document system', (protocol) => {
  for (const { action } of operationsOf(protocol)) {
    const root = formSchema(protocol, action)
    const text = JSON.stringify(root)
    for (const [, name] of text.matchAll(/"\$ref":"#\/definitions\/(\w+)"/g)) expect(root?.definitions).toHaveProperty(name ?? '')
    expect(text).not.toMatch(/urn:x-|&lt;|<</)
    expect(Object.keys(root?.definitions ?? {}).every((name) => text.includes(`#/definitions/${name}"`))).toBe(true)
  }
})

test('required fields come first, and fields of 1.6 are explained', () => {
  const schema = formSchema('ocpp1.6', 'RemoteStartTransaction') as FormSchema
  expect(Object.keys(schema.properties ?? {})[0]).toBe('idTag')
  expect(schema.properties?.['idTag']?.description).toBe('User ID, at most 20 characters.')
})

test('every field of every operation of 1.6 is explained', () => {
  const unexplained = new Set<string>()
  const look = (schema: FormSchema): void => {
    for (const [name, field] of Object.entries(schema.properties ?? {})) {
      if (field.description === undefined) unexplained.add(name)
      look(field)
      if (field.items) look(field.items)
    }
    for (const definition of Object.values(schema.definitions ?? {})) look(definition)
  }
  for (const { action } of operationsOf('ocpp1.6')) {
    const schema = formSchema('ocpp1.6', action)
    if (schema) look(schema)
  }
  expect([...unexplained]).toEqual([])
})

test('what a field means in 1.6 is not said of later versions, where it may mean something else', () => {
  expect(formSchema('ocpp2.0.1', 'SetChargingProfile')?.properties?.['chargingProfile']?.description).toBeUndefined()
  expect(formSchema('ocpp2.0.1', 'GetLog')?.definitions?.['LogParametersType']?.properties?.['remoteLocation']?.description).toMatch(/URL/)
})
