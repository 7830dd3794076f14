import { NumberInput, Select, Text } from '@mantine/core'
import { useServerStatus } from '../../api/bench.tsx'
import { Section, type SectionProps } from './Section.tsx'
import classes from './Settings.module.css'

/** Where chargers connect to. */
export function Listening({ form }: SectionProps) {
  const { data: status } = useServerStatus()
  return (
    <Section
      title="Central system"
      meaning="Where chargers connect to. Those that are connected stay so after a change, and need the new address the next time."
    >
      <NumberInput label="Port" min={0} max={65_535} allowDecimal={false} {...form.getInputProps('ocppPort')} />
      <Select label="Interfaces" data={interfaces(form.values.ocppHost, status?.addresses)} {...form.getInputProps('ocppHost')} />
      <Text size="sm" c={status?.problem ? 'var(--bench-bad)' : 'dimmed'} className={classes.wide} role="status">
        {status === undefined && 'Asking for the state of the port…'}
        {status && (status.problem ?? `Listening on port ${status.port}.`)}
      </Text>
    </Section>
  )
}

function interfaces(current: string, addresses: readonly { interface: string; address: string; loopback: boolean }[] = []) {
  const options = [
    { value: '0.0.0.0', label: 'All interfaces' },
    ...addresses.filter((each) => !each.loopback).map((each) => ({ value: each.address, label: `${each.interface} (${each.address})` })),
    { value: '127.0.0.1', label: 'This machine only (127.0.0.1)' },
  ]
  const unique = options.filter((option, index) => options.findIndex((other) => other.value === option.value) === index)
  return unique.some((option) => option.value === current) ? unique : [...unique, { value: current, label: current }]
}
