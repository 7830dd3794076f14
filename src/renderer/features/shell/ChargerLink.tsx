import { Link, useParams } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import type { Charger } from '../../../shared/domain/charger.ts'
import { StateSwatch } from '../../ui/state.tsx'
import { useNow } from '../../ui/useNow.ts'
import { activityOf } from '../chargers/activity.ts'
import { ConnectionMark } from '../chargers/ConnectionMark.tsx'
import { visibleLine } from '../log/model/visible-text.ts'
import classes from './ChargerLink.module.css'

/** A charger in the navigation: connected or not, its identity, what it does now. */
export function ChargerLink({ charger }: { charger: Charger }) {
  const activity = activityOf(charger, useNow())
  const id = visibleLine(charger.id)
  const link = useRef<HTMLAnchorElement>(null)
  const { id: shown, recording } = useParams({ strict: false })
  const current = shown === charger.id && recording === undefined
  // Where there are many chargers, the one on the screen may stand out of sight, as after a jump from the palette.
  useEffect(() => {
    if (current) link.current?.scrollIntoView({ block: 'nearest' })
  }, [current])
  return (
    <Link
      ref={link}
      to="/chargers/$id"
      params={{ id: charger.id }}
      className={classes.link}
      activeOptions={{ includeSearch: false }}
      title={`${id}: ${activity.words}`}
    >
      <ConnectionMark connected={charger.connected} />
      <span className={classes.text}>
        <span className={classes.id}>{id}</span>
        <span className={classes.activity}>
          {charger.connected && <StateSwatch state={activity.state} />}
          <span className={classes.words}>{activity.words}</span>
        </span>
      </span>
    </Link>
  )
}
