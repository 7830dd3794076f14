import { Text } from '@mantine/core'
import type { Recording } from '../../../shared/domain/recording.ts'
import { formatCount } from '../../ui/format.ts'
import { visibleLine } from '../log/model/visible-text.ts'
import { Notes } from './open/AskChoices.tsx'
import classes from './recordings.module.css'

/** What was noticed while a log was read, and what of it is no message. */
export function RecordingReport({ recording: { notes, unreadable } }: { recording: Recording }) {
  return (
    <>
      <Notes notes={notes} />
      {unreadable.count > 0 && (
        <div>
          <Text size="sm">
            {unreadable.count === 1
              ? 'One piece of the file is no message. It stands in the log as text, where it was.'
              : `${formatCount(unreadable.count)} pieces of the file are no messages. They stand in the log as text, where they were.`}
          </Text>
          <div className={classes.unreadable} role="table" aria-label="What could not be read">
            {unreadable.examples.map(({ file, line, text, why }) => (
              <div key={`${file} ${line}`} role="row" className={classes.example}>
                <span role="cell" className={classes.quiet}>
                  {file === null ? '' : `${visibleLine(file)}, `}line {formatCount(line)}
                </span>
                <code role="cell">{visibleLine(text)}</code>
                <span role="cell" className={classes.quiet}>
                  {visibleLine(why)}
                </span>
              </div>
            ))}
          </div>
          {unreadable.count > unreadable.examples.length && (
            <Text size="xs" c="dimmed" mt={4}>
              These are the first {unreadable.examples.length}.
            </Text>
          )}
        </div>
      )}
    </>
  )
}
