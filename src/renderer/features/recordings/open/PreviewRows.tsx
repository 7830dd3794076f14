import type { ImportPreview } from '../../../../shared/domain/recording.ts'
import { categoryStyle } from '../../../../shared/ocpp/category.ts'
import { formatDateTime } from '../../../ui/format.ts'
import { DirectionArrow } from '../../log/DirectionArrow.tsx'
import { visibleLine } from '../../log/model/visible-text.ts'
import { kindWord } from '../../log/words.ts'
import classes from './open.module.css'

/** The first rows as the log will show them. */
export function PreviewRows({ preview }: { preview: ImportPreview }) {
  return (
    <div className={classes.rows} role="table" aria-label="The first rows">
      {preview.rows.map((row, index) => {
        const style = categoryStyle[row.category]
        return (
          // oxlint-disable-next-line react/no-array-index-key -- the rows of a file never change
          <div key={index} role="row" className={classes.row} data-kind={row.kind} title={style.label}>
            <span className={classes.bar} style={{ background: row.kind === 'text' ? 'transparent' : style.colour }} />
            <span role="cell" className={classes.time}>
              {row.at === null ? 'no time' : formatDateTime(row.at)}
            </span>
            <span role="cell" className={classes.charger}>
              {visibleLine(row.chargerId ?? '')}
            </span>
            <span role="cell">
              <DirectionArrow direction={row.direction} />
            </span>
            <span role="cell" className={classes.action}>
              {visibleLine(row.action ?? kindWord[row.kind])}
            </span>
            <span role="cell" className={classes.summary}>
              {visibleLine(row.summary)}
            </span>
          </div>
        )
      })}
    </div>
  )
}
