import type { Verdict } from '../../../shared/domain/remote-action.ts'
import { VerdictMark } from './marks.tsx'
import classes from './VerdictView.module.css'

/** What a check found: the headline, unless it has just been said, then one line for each thing looked at. */
export function VerdictView({ verdict, said }: { verdict: Verdict; said: string }) {
  return (
    <div className={classes.verdict} data-testid="verdict">
      {verdict.headline !== said && <p className={classes.headline}>{verdict.headline}</p>}
      <dl className={classes.lines}>
        {verdict.lines.map((line, index) => (
          <div key={index} className={classes.line}>
            <VerdictMark mark={line.mark} />
            <dt>{line.label}</dt>
            <dd>{line.value}</dd>
          </div>
        ))}
      </dl>
    </div>
  )
}
