import { Kbd, ScrollArea, UnstyledButton } from '@mantine/core'
import { spotlight } from '@mantine/spotlight'
import {
  IconCommand,
  IconDoorEnter,
  IconHistory,
  IconListDetails,
  IconPlugConnected,
  IconReceipt,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useChargers } from '../../api/bench.tsx'
import { byIdentity } from '../chargers/activity.ts'
import { useOpenRefusals } from '../handshakes/useOpenRefusals.ts'
import { useRecordings } from '../recordings/useRecordings.ts'
import { ChargerLink } from './ChargerLink.tsx'
import classes from './Navigation.module.css'

/** The left side: every charger with what it does now, and the other pages. */
export function Navigation() {
  const { data: chargers = [] } = useChargers()
  const refusals = useOpenRefusals()
  const { data: recordings = [] } = useRecordings()
  return (
    <nav className={classes.nav} aria-label="Main">
      <div className={classes.name}>Chargebench</div>
      <PageLink to="/" icon={<IconPlugConnected size={15} />} count={chargers.length}>
        Chargers
      </PageLink>
      <ScrollArea.Autosize className={classes.chargers} classNames={{ content: classes.chargerList }} scrollbarSize={8} type="hover">
        {chargers.toSorted(byIdentity).map((charger) => (
          <ChargerLink key={charger.id} charger={charger} />
        ))}
      </ScrollArea.Autosize>
      <div className={classes.pages}>
        <PageLink to="/log" icon={<IconListDetails size={15} />}>
          Log
        </PageLink>
        <PageLink to="/handshakes" icon={<IconDoorEnter size={15} />} count={refusals} alert>
          Connection attempts
        </PageLink>
        <PageLink to="/sessions" icon={<IconReceipt size={15} />}>
          Sessions
        </PageLink>
        <PageLink to="/recordings" icon={<IconHistory size={15} />} count={recordings.length}>
          Recordings
        </PageLink>
        <PageLink to="/users" icon={<IconUsers size={15} />}>
          Users &amp; prices
        </PageLink>
        <PageLink to="/settings" icon={<IconSettings size={15} />}>
          Settings
        </PageLink>
      </div>
      <UnstyledButton className={classes.link} onClick={spotlight.open}>
        <IconCommand size={15} />
        Commands
        <span className={classes.keys}>
          <Kbd size="xs">Ctrl</Kbd> <Kbd size="xs">K</Kbd>
        </span>
      </UnstyledButton>
    </nav>
  )
}

interface PageLinkProps {
  to: '/' | '/log' | '/handshakes' | '/sessions' | '/recordings' | '/users' | '/settings'
  icon: ReactNode
  count?: number
  /** The count wants attention. */
  alert?: boolean
  children: ReactNode
}

function PageLink({ to, icon, count, alert, children }: PageLinkProps) {
  return (
    <Link to={to} className={classes.link} activeOptions={{ exact: true, includeSearch: false }}>
      {icon}
      {children}
      {count !== undefined && count > 0 && (
        <span className={classes.count} data-alert={alert || undefined} title={alert ? `${count} refused and open` : undefined}>
          {count}
        </span>
      )}
    </Link>
  )
}
