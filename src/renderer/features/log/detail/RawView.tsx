import { useMemo } from 'react'
import { bytesOf, hexLines } from '../model/hex.ts'
import { visiblePieces } from '../model/visible-text.ts'
import classes from './detail.module.css'
import { mostShown } from './JsonView.tsx'

/** The text exactly as it came; characters that cannot be seen are drawn as symbols. */
export function RawView({ raw }: { raw: string }) {
  const pieces = useMemo(() => visiblePieces(raw.slice(0, mostShown)), [raw])
  return (
    <pre className={classes.code} data-wrap aria-label="Raw text">
      {pieces.map(({ text, hidden }, index) =>
        hidden === null ? (
          text
        ) : (
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={classes.hidden} title="A character that cannot be seen">
            {text}
            {hidden === '\n' && hidden}
          </span>
        ),
      )}
      {raw.length > mostShown && <span className={classes.more}>… {raw.length - mostShown} more characters</span>}
    </pre>
  )
}

const mostBytes = 16_384

/** The bytes of a frame that is no valid UTF-8 text. */
export function HexView({ base64 }: { base64: string }) {
  const bytes = useMemo(() => bytesOf(base64), [base64])
  const lines = useMemo(() => hexLines(bytes.subarray(0, mostBytes)), [bytes])
  return (
    <pre className={classes.code} aria-label="Bytes">
      {lines.map(({ offset, hex, text }) => (
        <div key={offset}>
          <span className={classes.offset}>{offset}</span> {hex.padEnd(47)} <span className={classes.string}>{text}</span>
        </div>
      ))}
      {bytes.length > mostBytes && <span className={classes.more}>… {bytes.length - mostBytes} more bytes</span>}
    </pre>
  )
}
