import { Spotlight, type SpotlightActionGroupData } from '@mantine/spotlight'
import {
  IconAdjustments,
  IconFileImport,
  IconHistory,
  IconMoon,
  IconPencilBolt,
  IconPlugConnected,
  IconSearch,
  IconSun,
  IconSunMoon,
} from '@tabler/icons-react'
import { useNavigate, useParams, useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { remoteActionNames, remoteActions, whyNot, type RemoteActionName } from '../../../shared/domain/remote-action.ts'
import { useChargers } from '../../api/bench.tsx'
import { pressKey } from '../../ui/keys.ts'
import { askForAction } from '../actions/ask.ts'
import { byIdentity } from '../chargers/activity.ts'
import { placeOf } from '../log/model/entry-text.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { chooseLogs } from '../recordings/open/queue.ts'
import { useRecordings } from '../recordings/useRecordings.ts'
import { changeTheme } from './useThemeSetting.ts'

/** Everything that can be done, found by typing: ctrl+k. */
export function Palette() {
  const [query, setQuery] = useState('')
  const { history } = useRouter()
  const commands = useCommands()
  const place = placeOf(query)
  const link = place !== null && {
    group: 'Link',
    // The text that is looked for is a keyword of it, so that nothing else is found.
    actions: [{ id: 'link', label: 'Go to this link', description: place, keywords: [query], onClick: () => history.push(place) }],
  }
  return (
    <Spotlight
      actions={link ? [link] : commands}
      query={query}
      onQueryChange={setQuery}
      shortcut={['mod + K']}
      nothingFound="Nothing is called that."
      highlightQuery
      scrollable
      maxHeight={420}
      transitionProps={{ duration: 100 }}
      overlayProps={{ blur: 0, backgroundOpacity: 0.45 }}
      searchProps={{ leftSection: <IconSearch size={16} />, placeholder: 'Go to a charger, do something… or paste a link' }}
    />
  )
}

function useCommands(): SpotlightActionGroupData[] {
  const { data: chargers = [] } = useChargers()
  const { id, recording } = useParams({ strict: false })
  const { data: recordings = [] } = useRecordings()
  const navigate = useNavigate()
  // A recording cannot be acted on, even where a live charger has the same identity.
  const current = recording === undefined ? chargers.find((charger) => charger.id === id) : undefined

  const onCurrent = (current ? remoteActionNames : []).map((name) => {
    const reason = current ? whyNot(name, current) : null
    return {
      id: `action-${name}`,
      label: `${remoteActions[name].title}: ${current?.id}`,
      description: reason ?? remoteActions[name].does,
      'aria-disabled': reason !== null,
      onClick: () => void askOnPage(name, () => navigate({ to: '/chargers/$id', params: { id: current?.id ?? '' } })),
    }
  })
  const configure = current && {
    id: 'configuration',
    label: `Configuration: ${current.id}`,
    description: 'Its settings: what they mean, change, keep, compare and restore.',
    leftSection: <IconAdjustments size={16} />,
    onClick: () => void navigate({ to: '/chargers/$id/configuration', params: { id: current.id } }),
  }
  const compose = current && {
    id: 'compose',
    label: `Compose a message: ${current.id}`,
    description: 'Sends any operation of its OCPP version, as a form or as JSON.',
    leftSection: <IconPencilBolt size={16} />,
    onClick: () => void navigate({ to: '/chargers/$id/compose', params: { id: current.id } }),
  }
  const goTo = chargers.toSorted(byIdentity).map((charger) => ({
    id: `charger-${charger.id}`,
    label: charger.id,
    description: [charger.bootInfo?.vendor, charger.bootInfo?.model, charger.connected ? 'connected' : 'not connected']
      .filter(Boolean)
      .join(' · '),
    leftSection: <IconPlugConnected size={16} />,
    onClick: () => void navigate({ to: '/chargers/$id', params: { id: charger.id } }),
  }))
  const openRecording = recordings.map(({ id: key, name, chargers: recorded }) => ({
    id: `recording-${key}`,
    label: visibleLine(name),
    description: `Recording of ${recorded.length === 1 ? visibleLine(recorded[0]?.id ?? '') : `${recorded.length} chargers`}`,
    leftSection: <IconHistory size={16} />,
    onClick: () => void navigate({ to: '/recordings/$recording', params: { recording: key } }),
  }))
  const pages = [
    { to: '/', label: 'Chargers' },
    { to: '/log', label: 'Log' },
    { to: '/sessions', label: 'Sessions' },
    { to: '/recordings', label: 'Recordings' },
    { to: '/handshakes', label: 'Connection attempts' },
    { to: '/users', label: 'Users & prices' },
    { to: '/settings', label: 'Settings' },
  ] as const

  return [
    { group: 'This charger', actions: [...onCurrent, ...(compose ? [compose] : []), ...(configure ? [configure] : [])] },
    { group: 'Chargers', actions: goTo },
    {
      group: 'Pages',
      actions: pages.map(({ to, label }) => ({ id: to, label: `Go to: ${label}`, onClick: () => void navigate({ to }) })),
    },
    { group: 'Recordings', actions: openRecording },
    {
      group: 'Window',
      actions: [
        { id: 'open-log', label: 'Open log…', leftSection: <IconFileImport size={16} />, onClick: chooseLogs },
        { id: 'export', label: 'Export the log…', onClick: () => void exportLog(() => navigate({ to: '/log' })) },
        { id: 'dark', label: 'Theme: dark', leftSection: <IconMoon size={16} />, onClick: () => changeTheme('dark') },
        { id: 'light', label: 'Theme: light', leftSection: <IconSun size={16} />, onClick: () => changeTheme('light') },
        { id: 'auto', label: 'Theme: as the system', leftSection: <IconSunMoon size={16} />, onClick: () => changeTheme('auto') },
        { id: 'keys', label: 'List of keys', onClick: () => void pressKey('?') },
      ],
    },
  ].filter((group) => group.actions.length > 0)
}

/** Opens the export of the log on the screen, or goes to the log first. */
async function exportLog(goToLog: () => Promise<void>): Promise<void> {
  if (pressKey('e')) return
  await goToLog()
  requestAnimationFrame(() => pressKey('e'))
}

/** Asks for a remote action where the charger's page is on the screen, or goes there first. */
async function askOnPage(action: RemoteActionName, goToCharger: () => Promise<void>): Promise<void> {
  if (askForAction(action)) return
  await goToCharger()
  requestAnimationFrame(() => askForAction(action))
}
