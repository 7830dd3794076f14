import { Button, SegmentedControl, Group, Text } from '@mantine/core'
import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { Entry } from '../../../../shared/domain/entry.ts'
import { segments } from '../filters/segments.ts'
import { shownText } from '../model/secrets.ts'
import { CopyText } from './CopyText.tsx'
import { JsonView } from './JsonView.tsx'
import { HexView, RawView } from './RawView.tsx'

type View = 'json' | 'raw' | 'bytes'

/**
 * A message in full: indented, exactly as it came, or as bytes. Secrets in it are masked until somebody asks to see them;
 * what is copied is what is shown.
 */
export function MessageText({ entry }: { entry: Pick<Entry, 'raw' | 'rawBase64'> }) {
  const message = useMemo(() => shownText(entry.raw), [entry.raw])
  const { hasSecrets } = message
  const [view, setView] = useState<View>('json')
  const [revealed, setRevealed] = useState(false)
  const views: { value: View; label: string }[] = [
    ...(message.pretty === null ? [] : [{ value: 'json' as const, label: 'JSON' }]),
    { value: 'raw', label: 'Raw' },
    ...(entry.rawBase64 === null ? [] : [{ value: 'bytes' as const, label: 'Bytes' }]),
  ]
  const shown = views.some(({ value }) => value === view) ? view : views[0]!.value
  const pretty = revealed ? message.prettyRevealed : message.pretty
  const raw = revealed ? entry.raw : message.raw
  return (
    <div>
      <Group gap="xs" mb={4}>
        <SegmentedControl
          aria-label="How the message is shown"
          classNames={segments}
          value={shown}
          onChange={(value) => setView(value)}
          data={views}
        />
        {pretty !== null && <CopyText text={pretty} label="Copy JSON" />}
        <CopyText text={raw} label="Copy raw" />
        {hasSecrets && (
          <Button
            variant="default"
            size="compact-xs"
            aria-pressed={revealed}
            leftSection={revealed ? <IconEyeOff size={13} aria-hidden /> : <IconEye size={13} aria-hidden />}
            onClick={() => setRevealed(!revealed)}
          >
            {revealed ? 'Hide secrets' : 'Show secrets'}
          </Button>
        )}
      </Group>
      {shown === 'json' && pretty !== null && <JsonView json={pretty} label="Message as JSON" />}
      {shown === 'raw' && <RawView raw={raw} />}
      {shown === 'bytes' &&
        (hasSecrets && !revealed ? <Text size="xs">The bytes hold a secret.</Text> : <HexView base64={entry.rawBase64 ?? ''} />)}
    </div>
  )
}
