import { useMemo } from 'react'
import { jsonTokens } from '../model/json-tokens.ts'
import { visibleLine } from '../model/visible-text.ts'
import classes from './detail.module.css'

/** Characters that are drawn at most; copying takes all. */
export const mostShown = 150_000

/** Indented JSON with its kinds of value coloured: text nodes only, whatever a charger writes into it. */
export function JsonView({ json, label }: { json: string; label: string }) {
  const tokens = useMemo(() => jsonTokens(json.slice(0, mostShown)), [json])
  return (
    <pre className={classes.code} aria-label={label}>
      {tokens.map(({ kind, text }, index) =>
        kind === 'space' || kind === 'punctuation' ? (
          text
        ) : (
          // A token has no identity beyond its place.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={classes[kind]}>
            {visibleLine(text)}
          </span>
        ),
      )}
      {json.length > mostShown && <span className={classes.more}>… {json.length - mostShown} more characters</span>}
    </pre>
  )
}
