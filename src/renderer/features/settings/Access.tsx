import { Input, SegmentedControl, TextInput } from '@mantine/core'
import { Section, type SectionProps } from './Section.tsx'
import classes from './Settings.module.css'

const policies = [
  { value: 'accept', label: 'Accept all' },
  { value: 'approve', label: 'Approve first' },
  { value: 'known', label: 'Known only' },
]
const meanings = {
  accept: 'Whoever connects is served.',
  approve: 'A new charger may connect, but waits as Pending until you accept it on its page.',
  known: 'A new charger is refused until you accept it under Connection attempts.',
}

const userNames = [
  { value: 'note', label: 'Note it' },
  { value: 'refuse', label: 'Refuse' },
]

/** Who may connect, and how a charger says who it is. */
export function Access({ form }: SectionProps) {
  return (
    <Section title="Access" meaning="Who may connect. Passwords are set on a charger's page.">
      <Input.Wrapper label="New chargers" description={meanings[form.values.access]} className={classes.wide} size="xs">
        <div>
          <SegmentedControl aria-label="New chargers" data={policies} mt={4} {...form.getInputProps('access')} />
        </div>
      </Input.Wrapper>
      <Input.Wrapper label="A user name that is not the identity" description="With Basic auth and the right password" size="xs">
        <div>
          <SegmentedControl
            aria-label="A user name that is not the identity"
            data={userNames}
            mt={4}
            {...form.getInputProps('basicAuthUser')}
          />
        </div>
      </Input.Wrapper>
      <TextInput
        label="Identity in a query parameter"
        description="Its name, where URLs have it; otherwise the end of the path"
        placeholder="the end of the path"
        maxLength={60}
        value={form.values.identityQueryName ?? ''}
        onChange={(event) => form.setFieldValue('identityQueryName', event.currentTarget.value.trim() || null)}
      />
    </Section>
  )
}
