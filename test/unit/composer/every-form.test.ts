import { MantineProvider } from '@mantine/core'
import type { RJSFSchema } from '@rjsf/utils'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, test } from 'vitest'
import { operationsOf } from '../../../src/main/core/composer/catalogue.ts'
import { defaultPayload } from '../../../src/main/core/composer/defaults.ts'
import { formSchema } from '../../../src/main/core/composer/form-schema.ts'
import { PayloadForm } from '../../../src/renderer/features/composer/form/PayloadForm.tsx'
import { protocols } from '../../../src/shared/ocpp/protocol.ts'

const known = { charger: null, idTag: 'ANNA-01', now: Date.UTC(2026, 10, 22, 12) }

test.each(protocols)('every operation of %s has a form with all of its fields, and the form changes nothing by itself', (protocol) => {
  for (const { action } of operationsOf(protocol)) {
    const schema = formSchema(protocol, action)
    const payload = defaultPayload(protocol, action, known)
    const changes: object[] = []
    const form = createElement(PayloadForm, {
      schema: schema as RJSFSchema,
      value: payload,
      problems: [],
      onChange: (value) => changes.push(value),
    })
    const html = renderToString(createElement(MantineProvider, null, form))
    const missing = Object.keys(schema?.properties ?? {}).filter((name) => !html.includes(`>${name}<`))
    expect({ action, missing, changes, unsupported: html.includes('Unsupported') }).toEqual({
      action,
      missing: [],
      changes: [],
      unsupported: false,
    })
  }
})

test.each(protocols)('the descriptions of %s carry no marks of the system in which the standard was written', (protocol) => {
  for (const { action } of operationsOf(protocol)) {
    const descriptions = JSON.stringify(formSchema(protocol, action)).match(/"description":"[^"]*"/g) ?? []
    expect(descriptions.filter((one) => /\*\(|image::|<<|\s_[a-zA-Z]+_\s| \+ /.test(one))).toEqual([])
  }
})
