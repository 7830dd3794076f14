import { IconHistory } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Recording } from '../../../shared/domain/recording.ts'
import { formatDateTime } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { MergedLine } from './MergedLine.tsx'
import classes from './recordings.module.css'
import { spanWords } from './spanWords.ts'

const mostNamed = 3

/** Says on every screen of a recording that it is one, and leads around in it. */
export function RecordingBanner({ recording }: { recording: Recording }) {
  const params = { recording: recording.id }
  return (
    <div className={classes.bannerAll}>
      <div className={classes.banner} role="note" data-testid="recording-banner">
        <IconHistory size={15} aria-hidden />
        Recording
        <strong title={`${visibleLine(recording.fileName)}, ${visibleLine(recording.format)}`}>{visibleLine(recording.name)}</strong>
        <span>
          {formatDateTime(recording.firstAt)}, {spanWords(recording)}
        </span>
        <nav className={classes.bannerRest} aria-label="Recording">
          {recording.chargers.slice(0, mostNamed).map(({ id }) => (
            <Link key={id} to="/recordings/$recording/chargers/$id" params={{ ...params, id }} className={classes.bannerCharger}>
              {visibleLine(id)}
            </Link>
          ))}
          <Link to="/recordings/$recording/about" params={params}>
            {recording.chargers.length > mostNamed ? `All ${recording.chargers.length} chargers` : 'About'}
          </Link>
          <Link to="/recordings/$recording/log" params={params}>
            Whole log
          </Link>
          <Link to="/recordings/$recording/sessions" params={params}>
            Sessions
          </Link>
          <Link to="/recordings">Close</Link>
        </nav>
      </div>
      <MergedLine recording={recording} />
    </div>
  )
}
