import { Stack, Text, Title } from '@mantine/core'
import { OpenLogButton } from './open/OpenLogButton.tsx'
import classes from './recordings.module.css'

const formats = [
  ['Chargebench', 'an export: JSONL, CSV or a ticket bundle'],
  ['Central systems', 'SteVe, CitrineOS, OCPP.Core, evcc, Home Assistant and the Python ocpp library'],
  ['Chargers', 'Alfen service log, EVerest (libocpp, also its HTML), MicroOcpp'],
  ['Tools', 'OCPP trace JSONL, DebugKit, proxies between charger and backend'],
  ['Anything else', 'a table (CSV), one JSON object or message a line, or text with OCPP messages in it'],
] as const

/** What can be opened, before anything has been. */
export function NoRecordings() {
  return (
    <Stack gap="lg" className={classes.empty}>
      <div>
        <Title order={2}>Open somebody&apos;s log</Title>
        <Text size="sm" mt={6}>
          Drop the file anywhere on this window, or choose it; several at once are one log, or one each. It becomes a recording with the
          same timeline, log, sessions, findings and quirks as a live charger. Nothing is sent anywhere, and nothing that is live is
          touched.
        </Text>
      </div>
      <div>
        <OpenLogButton prominent />
      </div>
      <div>
        <Text size="sm">What a file is, is seen from its content; its name does not matter. Zip and gzip are unpacked. Known are:</Text>
        <dl className={classes.formats}>
          {formats.map(([who, what]) => (
            <div key={who} style={{ display: 'contents' }}>
              <dt>{who}</dt>
              <dd>{what}</dd>
            </div>
          ))}
        </dl>
      </div>
    </Stack>
  )
}
