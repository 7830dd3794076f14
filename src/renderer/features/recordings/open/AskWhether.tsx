import { Button, Group, Modal, Stack, Text } from '@mantine/core'
import { formatBytes, formatCount } from '../../../ui/format.ts'
import { visibleLine } from '../../log/model/visible-text.ts'
import classes from './open.module.css'
import { openNoMore, sayWhether } from './queue.ts'

/** Several files at once may be the days of one log, or the logs of several chargers. */
export function AskWhether({ files }: { files: readonly File[] }) {
  return (
    <Modal opened onClose={openNoMore} title={`Open ${formatCount(files.length)} files`} size={620} closeOnClickOutside={false}>
      <Stack gap="md">
        <ul className={classes.names} aria-label="Files">
          {files.map((file, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- files of one name may come from several folders
            <li key={index}>
              {visibleLine(file.name)} <span>{formatBytes(file.size)}</span>
            </li>
          ))}
        </ul>
        <Text size="sm">
          Parts of one log, such as those of several days, belong into one recording; they are put in order by their times. Logs of several
          incidents are better looked at by themselves.
        </Text>
        <Group justify="flex-end" gap="sm">
          <Button variant="default" onClick={openNoMore}>
            Cancel
          </Button>
          <Button variant="default" onClick={() => sayWhether(false)}>
            A recording of each
          </Button>
          <Button data-autofocus onClick={() => sayWhether(true)}>
            One recording of all
          </Button>
        </Group>
      </Stack>
    </Modal>
  )
}
