import type { UseFormReturnType } from '@mantine/form'
import type { ReactNode } from 'react'
import type { Settings } from '../../../shared/domain/settings.ts'
import classes from './Settings.module.css'

export interface SectionProps {
  form: UseFormReturnType<Settings>
}

export function Section({ title, meaning, children }: { title: string; meaning?: ReactNode; children: ReactNode }) {
  return (
    <section className={classes.section} aria-label={title}>
      <div>
        <h2 className={classes.title}>{title}</h2>
        {meaning && <p className={classes.meaning}>{meaning}</p>}
      </div>
      <div className={classes.fields}>{children}</div>
    </section>
  )
}
