import { NumberInput, Switch } from '@mantine/core'
import { Section, type SectionProps } from './Section.tsx'
import classes from './Settings.module.css'

/** What chargers are told, and how long they are waited for. */
export function Behaviour({ form }: SectionProps) {
  const seconds = { min: 1, suffix: ' s', allowDecimal: false } as const
  return (
    <Section title="Behaviour" meaning="What chargers are told, and how long they are waited for.">
      <NumberInput
        label="Heartbeat interval"
        description="Told to a charger when it boots"
        {...seconds}
        {...form.getInputProps('heartbeatIntervalS')}
      />
      <NumberInput
        label="Call timeout"
        description="How long a charger may take to answer"
        {...seconds}
        {...form.getInputProps('callTimeoutS')}
      />
      <NumberInput
        label="Ping interval"
        description="WebSocket pings; off per charger"
        {...seconds}
        min={5}
        {...form.getInputProps('pingIntervalS')}
      />
      <NumberInput
        label="Meter interval"
        description="Between two MeterValues while charging"
        {...seconds}
        disabled={!form.values.pushMeterInterval}
        {...form.getInputProps('meterIntervalS')}
      />
      <Switch
        className={classes.wide}
        label="Set the meter interval in each charger after it boots"
        description="Writes MeterValueSampleInterval into the charger. Off leaves the charger as it is."
        {...form.getInputProps('pushMeterInterval', { type: 'checkbox' })}
      />
    </Section>
  )
}
