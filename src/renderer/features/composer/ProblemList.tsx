import { Code } from '@mantine/core'
import type { PayloadProblem } from '../../../shared/domain/composer.ts'
import classes from './Composer.module.css'

/** What does not fit the standard, each at its place. */
export function ProblemList({ problems }: { problems: readonly PayloadProblem[] }) {
  if (problems.length === 0) return null
  return (
    <ul className={classes.problems} aria-label="What is wrong">
      {problems.map(({ path, text }, index) => (
        <li key={index}>
          {path !== '' && <Code>{path}</Code>} {text}
        </li>
      ))}
    </ul>
  )
}
