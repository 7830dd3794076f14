import { Button, Group, Modal, Stack } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { formatCount } from '../../../ui/format.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import classes from './open.module.css'
import { type OpenedLog, openedSeen } from './queue.ts'

/** What became of several logs that were opened one after the other. */
export function OpenedLogs({ opened }: { opened: readonly OpenedLog[] }) {
  const read = opened.filter(({ problem }) => problem === null).length
  return (
    <Modal opened onClose={openedSeen} title={`${formatCount(read)} of ${formatCount(opened.length)} logs were opened`} size={620}>
      <Stack gap="md">
        <ul className={classes.names} aria-label="Logs">
          {opened.map(({ fileName, recording, problem }, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- files of one name may come from several folders
            <li key={index}>
              {recording === null ? (
                visibleLine(fileName)
              ) : (
                <Link to="/recordings/$recording" params={{ recording }} onClick={openedSeen}>
                  {visibleLine(fileName)}
                </Link>
              )}{' '}
              <span>{problem}</span>
            </li>
          ))}
        </ul>
        <Group justify="flex-end">
          <Button onClick={openedSeen} data-autofocus>
            Close
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
