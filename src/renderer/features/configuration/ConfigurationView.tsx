import { Alert, Stack, Text } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { Configuration, ConfigurationSource, SnapshotInfo } from '../../../shared/domain/configuration.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import { CompareDialog } from './CompareDialog.tsx'
import classes from './configuration.module.css'
import { ConfigurationHeader } from './ConfigurationHeader.tsx'
import { filterSettings, type SettingFilter } from './filter.ts'
import { RebootBanner } from './RebootBanner.tsx'
import { RestoreDialog } from './RestoreDialog.tsx'
import { SettingFilters } from './SettingFilters.tsx'
import { SettingTable } from './SettingTable.tsx'
import { Snapshots } from './Snapshots.tsx'
import { useConfiguration } from './useConfiguration.ts'

/** A charger's settings in a table, with its snapshots beside it. */
export function ConfigurationView({ charger }: { charger: Charger }) {
  const shown = useConfiguration(charger)
  const { configuration, loading, reading, error, read } = shown
  const [filter, setFilter] = useState<SettingFilter>({ text: '', kinds: [] })
  const [compared, setCompared] = useState<{ a: ConfigurationSource; b: ConfigurationSource } | null>(null)
  const [restored, setRestored] = useState<SnapshotInfo | null>(null)
  const items = useMemo(() => filterSettings(configuration?.items ?? [], filter), [configuration, filter])
  const whyNot = charger.connected ? null : 'The charger is not connected. Wait until it connects, or check its address setting.'
  const here: ConfigurationSource = { from: 'charger', id: charger.id }

  return (
    <div className={classes.page}>
      <ConfigurationHeader charger={charger} shown={shown} whyNot={whyNot} onCompare={() => setCompared({ a: here, b: here })} />
      {configuration && <Notes charger={charger} configuration={configuration} />}
      <div className={classes.below}>
        <div className={classes.main}>
          {error !== null && !reading && <Failed what="the configuration" error={error} {...(whyNot === null && { retry: read })} />}
          {configuration === null && (loading || reading) && <Waiting what="the charger’s configuration" />}
          {configuration === null && !loading && !reading && error === null && (
            <Text size="sm" c="dimmed" p="md">
              {whyNot === null ? 'Not read yet.' : `Not read yet. ${whyNot}`}
            </Text>
          )}
          {configuration && (
            <>
              <SettingFilters filter={filter} onFilter={setFilter} found={items.length} all={configuration.items.length} />
              {items.length > 0 ? (
                <SettingTable chargerId={charger.id} items={items} whyNot={whyNot} shown={shown} />
              ) : (
                <Text size="sm" c="dimmed" p="md">
                  {configuration.items.length === 0 ? 'The charger told no settings.' : 'No setting fits the filter.'}
                </Text>
              )}
            </>
          )}
        </div>
        <Snapshots
          chargerId={charger.id}
          whyNotSave={configuration === null ? 'There is nothing to keep: the configuration has not been read.' : null}
          onCompare={({ id }) => setCompared({ a: { from: 'snapshot', id }, b: here })}
          onRestore={setRestored}
        />
      </div>
      {compared && <CompareDialog {...compared} onClose={() => setCompared(null)} />}
      {restored && (
        <RestoreDialog
          chargerId={charger.id}
          snapshot={restored}
          onClose={() => {
            setRestored(null)
            shown.refetch()
          }}
        />
      )}
    </div>
  )
}

/** What must be known about all of it: a reboot that is due, and what was odd about the reading. */
function Notes({ charger, configuration }: { charger: Charger; configuration: Configuration }) {
  const { rebootFor, notes } = configuration
  if (rebootFor.length === 0 && notes.length === 0 && charger.connected) return null
  return (
    <Stack gap="xs" className={classes.notes}>
      {rebootFor.length > 0 && <RebootBanner charger={charger} keys={rebootFor} />}
      {!charger.connected && (
        <Text size="sm" c="var(--bench-notice)" role="status">
          The charger is not connected: this is what it last told, and nothing can be changed now.
        </Text>
      )}
      {notes.length > 0 && (
        <Alert color="gray" role="note">
          {notes.slice(0, 5).map((note) => (
            <Text key={note} size="sm">
              {visibleLine(note)}
            </Text>
          ))}
        </Alert>
      )}
    </Stack>
  )
}
