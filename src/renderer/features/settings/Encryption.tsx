import { Alert, NumberInput, SegmentedControl, Switch, Text } from '@mantine/core'
import { useServerStatus } from '../../api/bench.tsx'
import { Section, type SectionProps } from './Section.tsx'
import classes from './Settings.module.css'

const certificates = [
  { value: 'off', label: 'Not asked for' },
  { value: 'optional', label: 'Checked if shown' },
  { value: 'required', label: 'Required' },
]

/** The TLS port beside the plain one: security profiles 2 and 3. */
export function Encryption({ form }: SectionProps) {
  const { data: status } = useServerStatus()
  const { tlsPort } = form.values
  const on = tlsPort !== null
  return (
    <Section title="Encryption" meaning="A TLS port (wss://) beside the plain one, for security profiles 2 and 3.">
      <Switch
        className={classes.wide}
        label="Listen with TLS too"
        description="With a certificate for this machine's addresses, signed by a certificate authority of this app"
        checked={on}
        onChange={(event) => form.setFieldValue('tlsPort', event.currentTarget.checked ? 9001 : null)}
      />
      {on && (
        <>
          <NumberInput label="TLS port" min={0} max={65_535} allowDecimal={false} {...form.getInputProps('tlsPort')} />
          <div className={classes.wide}>
            <Text size="sm" fw={550} mb={4}>
              Certificates of chargers (profile 3)
            </Text>
            <SegmentedControl aria-label="Certificates of chargers" data={certificates} {...form.getInputProps('tlsClientCertificates')} />
          </div>
          <Switch
            className={classes.wide}
            label="Allow TLS 1.0 and 1.1"
            description="For a charger that speaks nothing newer"
            {...form.getInputProps('tlsOldVersions', { type: 'checkbox' })}
          />
          {form.values.tlsOldVersions && (
            <Alert className={classes.wide} color="yellow" variant="light" p="xs">
              TLS 1.0 and 1.1 are broken and forbidden by the standard: whoever is on the network may read along. Turn this off after the
              test.
            </Alert>
          )}
        </>
      )}
      {status?.secure && (
        <Text size="sm" c={status.secure.problem ? 'var(--bench-bad)' : 'dimmed'} className={classes.wide} role="status">
          {status.secure.problem ?? `Listening with TLS on port ${status.secure.port}.`}
        </Text>
      )}
    </Section>
  )
}
