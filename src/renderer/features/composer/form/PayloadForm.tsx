// The package's index brings a schema compiler along, which the page may not run.
import Form from '@rjsf/core/lib/components/Form.js'
import type { RJSFSchema } from '@rjsf/utils'
import { useMemo } from 'react'
import type { PayloadProblem } from '../../../../shared/domain/composer.ts'
import { errorTree } from './errors.ts'
import { remoteValidator } from './remoteValidator.ts'
import { ArrayFieldItemTemplate, ArrayFieldTemplate, FieldTemplate, ObjectFieldTemplate, OptionalDataControls } from './templates.tsx'
import { forForm, fromForm } from './values.ts'
import { BooleanField, EnumField, NumberField, TextField, TimeField } from './widgets.tsx'

const none = () => null
const templates = {
  ArrayFieldItemTemplate,
  ArrayFieldTemplate,
  BaseInputTemplate: TextField,
  DescriptionFieldTemplate: none,
  FieldErrorTemplate: none,
  FieldTemplate,
  ObjectFieldTemplate,
  OptionalDataControlsTemplate: OptionalDataControls,
}
const widgets = { CheckboxWidget: BooleanField, DateTimeWidget: TimeField, SelectWidget: EnumField, URLWidget: TextField }
const fields = { NumberField }
const uiSchema = {
  // The message itself is always there, also while it is empty.
  'ui:enableOptionalDataFieldForType': [],
  'ui:globalOptions': { enableOptionalDataFieldForType: ['object' as const, 'array' as const] },
  'ui:submitButtonOptions': { norender: true },
}
/** Only what the technician enters is sent: nothing is filled in behind his back. */
const noDefaults = { emptyObjectFields: 'skipDefaults' as const, arrayMinItems: { populate: 'never' as const } }

interface PayloadFormProps {
  schema: RJSFSchema
  value: object
  problems: readonly PayloadProblem[]
  onChange: (value: object) => void
}

/** A payload as a form made of its JSON Schema. */
export function PayloadForm({ schema, value, problems, onChange }: PayloadFormProps) {
  const extraErrors = useMemo(() => errorTree(problems), [problems])
  const formData = useMemo(() => forForm(value), [value])
  return (
    <Form
      tagName="div"
      schema={schema}
      uiSchema={uiSchema}
      formData={formData}
      validator={remoteValidator}
      extraErrors={extraErrors}
      templates={templates}
      widgets={widgets}
      fields={fields}
      showErrorList={false}
      noHtml5Validate
      noValidate
      experimental_defaultFormStateBehavior={noDefaults}
      onChange={({ formData: changed }: { formData?: unknown }) => onChange(fromForm(changed ?? {}) as object)}
    />
  )
}
