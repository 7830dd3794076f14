import { Button, Group, Menu } from '@mantine/core'
import { IconArrowsDiff, IconFileExport, IconRefresh } from '@tabler/icons-react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { formatDateTime, formatTime } from '../../ui/format.ts'
import { ReasonButton } from '../../ui/ReasonButton.tsx'
import { BackToCharger } from '../charger/BackToCharger.tsx'
import { ConnectionMark } from '../chargers/ConnectionMark.tsx'
import classes from './configuration.module.css'
import { FramesLink } from './FramesLink.tsx'
import { ExportItems } from './Snapshots.tsx'
import type { ShownConfiguration } from './useConfiguration.ts'

interface ConfigurationHeaderProps {
  charger: Charger
  shown: ShownConfiguration
  /** Why the charger cannot be asked now; null where it can. */
  whyNot: string | null
  onCompare: () => void
}

/** Whose settings these are, from when, and what can be done with all of them. */
export function ConfigurationHeader({ charger, shown, whyNot, onCompare }: ConfigurationHeaderProps) {
  const { configuration, reading, read } = shown
  const { id } = charger
  return (
    <header className={classes.header}>
      <BackToCharger id={id} />
      <h1 className={classes.title}>Configuration</h1>
      <Group gap={6} c="dimmed" fz="sm">
        <ConnectionMark connected={charger.connected} />
        {charger.connected ? 'connected' : 'not connected'}
        {configuration && <span title={formatDateTime(configuration.readAt)}>· read {formatTime(configuration.readAt).slice(0, 8)}</span>}
      </Group>
      {configuration && <FramesLink chargerId={id} runId={configuration.runId} firstSeq={configuration.firstSeq} />}
      <Group gap={6} ml="auto">
        <ReasonButton reason={whyNot} leftSection={<IconRefresh size={14} />} variant="default" loading={reading} onClick={read}>
          {configuration ? 'Read again' : 'Read'}
        </ReasonButton>
        <Button variant="default" leftSection={<IconArrowsDiff size={14} />} onClick={onCompare}>
          Compare…
        </Button>
        {configuration && (
          <Menu position="bottom-end">
            <Menu.Target>
              <Button variant="default" leftSection={<IconFileExport size={14} />}>
                Export
              </Button>
            </Menu.Target>
            <Menu.Dropdown>
              <ExportItems source={{ from: 'charger', id }} />
            </Menu.Dropdown>
          </Menu>
        )}
      </Group>
    </header>
  )
}
