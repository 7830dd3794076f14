import { ActionIcon, Group, Text, Title } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { RunView } from './RunView.tsx'
import classes from './RunsPanel.module.css'
import type { Runs } from './useRuns.ts'

/** Beside timeline and log: what has been asked of the charger, newest first, with its steps and its outcome. */
export function RunsPanel({ runs, onClose }: { runs: Runs; onClose: () => void }) {
  return (
    <aside className={classes.panel} aria-label="Actions taken">
      <Group justify="space-between" className={classes.header}>
        <Title order={2}>Actions taken</Title>
        <ActionIcon onClick={onClose} aria-label="Close actions taken">
          <IconX size={15} />
        </ActionIcon>
      </Group>
      <div className={classes.list}>
        {runs.runs === undefined && runs.error === null && <Waiting what="the actions" />}
        {runs.runs === undefined && runs.error !== null && <Failed what="the actions" error={runs.error} />}
        {runs.runs?.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            Nothing has been asked of this charger yet. Each remote action appears here with its steps and its outcome.
          </Text>
        )}
        {runs.runs?.map((run, index) => (
          <RunView key={run.runId} run={run} open={index === 0} />
        ))}
      </div>
    </aside>
  )
}
