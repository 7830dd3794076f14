import { hitPieces } from '../model/hits.ts'
import classes from './find.module.css'

/** A text with what is searched for marked in it. */
export function Highlighted({ text, find }: { text: string; find: string }) {
  if (find === '') return text
  return hitPieces(text, find).map(({ text: piece, hit }, index) =>
    hit ? (
      // A piece has no identity beyond its place.
      // oxlint-disable-next-line react/no-array-index-key
      <mark key={index} className={classes.hit}>
        {piece}
      </mark>
    ) : (
      piece
    ),
  )
}
