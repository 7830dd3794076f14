import { Anchor, Collapse, Group, Text, UnstyledButton } from '@mantine/core'
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { remoteActions, type ActionRun } from '../../../shared/domain/remote-action.ts'
import { formatTime } from '../../ui/format.ts'
import { OutcomeMark, outcomeWord, StepMark } from './marks.tsx'
import classes from './RunView.module.css'
import { VerdictView } from './VerdictView.tsx'

/** One use of a remote action: steps while it runs, then what happened in words, and the way to its frames. */
export function RunView({ run, open }: { run: ActionRun; open: boolean }) {
  const [chosen, setChosen] = useState<boolean | null>(null)
  const shown = chosen ?? open
  const Chevron = shown ? IconChevronDown : IconChevronRight
  return (
    <section className={classes.run} data-outcome={run.outcome} aria-label={remoteActions[run.action].title}>
      <UnstyledButton className={classes.head} aria-expanded={shown} onClick={() => setChosen(!shown)}>
        <Chevron size={13} className={classes.chevron} />
        <span className={classes.title}>{remoteActions[run.action].title}</span>
        <span className={classes.outcome} data-outcome={run.outcome}>
          <OutcomeMark outcome={run.outcome} />
          {outcomeWord[run.outcome]}
        </span>
        <span className={classes.time}>{formatTime(run.startedAt).slice(0, 8)}</span>
      </UnstyledButton>
      {run.outcome !== 'running' && (
        <Text size="sm" className={classes.words} role="status">
          {run.words}
        </Text>
      )}
      <Collapse expanded={shown} transitionDuration={100}>
        {run.verdict && <VerdictView verdict={run.verdict} said={run.words} />}
        <ol className={classes.steps}>
          {run.steps.map((step, index) => (
            <li key={index} className={classes.step} data-state={step.state}>
              <StepMark state={step.state} />
              {step.text}
            </li>
          ))}
        </ol>
        <Group gap="md" className={classes.links}>
          <Anchor
            size="sm"
            renderRoot={(props) => (
              <Link
                to="/chargers/$id"
                params={{ id: run.chargerId }}
                search={{ run: run.runId, seq: run.firstSeq ?? undefined }}
                {...props}
              />
            )}
          >
            Show its frames in the log
          </Anchor>
        </Group>
      </Collapse>
    </section>
  )
}
