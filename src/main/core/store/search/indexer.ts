import type { Database } from 'better-sqlite3'
import { BLOCK } from './block.ts'
import { emptySearch } from './open.ts'
import { countOfRebuilds, storedReach } from './reach.ts'
import { createVolume, textsIn, VOLUME, volumeOf } from './texts.ts'

export interface Indexer {
  /** Goes on for about so many ms. @returns whether there is more to do */
  slice: (ms: number) => boolean
}

/** Below so many new entries it is not worth to index their texts: they are read as quickly. */
const FEWEST = 512
const MOST = 20_000
/** Entries alike in one block that are listed, at most. */
const FEW = 64

/** Keeps the search file up with the log, in slices: blocks first, because they make every filter quick. */
export function createIndexer(db: Database): Indexer {
  const lastSeq = db.prepare('SELECT max(seq) FROM entries').pluck()
  const reached = db.prepare('UPDATE reach SET seq = ? WHERE name = ?')
  const block = db.prepare(
    `INSERT INTO blocks SELECT @block, count(*), min(at), max(at) FROM entries WHERE seq > @from AND seq <= @to HAVING count(*) > 0`,
  )
  const facets = db
    .prepare(
      `SELECT charger_id, category, direction, action, severity, connector_id, count(*), min(at), max(at),
         CASE WHEN count(*) <= ${FEW} THEN json_group_array(seq - @from) END
       FROM entries WHERE seq > @from AND seq <= @to GROUP BY charger_id, category, direction, action, severity, connector_id`,
    )
    .raw()
  const addFacet = db.prepare('INSERT INTO facets VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addFew = db.prepare('INSERT INTO few VALUES (?, ?, ?)')
  const totals = db
    .prepare(
      `SELECT category, direction, action, severity, count(*), min(at), max(at),
         CASE WHEN count(*) <= ${FEW} THEN json_group_array(seq - @from) END
       FROM entries WHERE seq > @from AND seq <= @to GROUP BY category, direction, action, severity`,
    )
    .raw()
  const addTotal = db.prepare('INSERT INTO totals VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)')
  const addBlock = db.transaction((from: number) => {
    const part = { block: from / BLOCK, from, to: from + BLOCK }
    block.run(part)
    let number = 0
    for (const [counted, add] of [
      [totals, addTotal],
      [facets, addFacet],
    ] as const) {
      for (const row of counted.all(part) as (string | number | null)[][]) {
        const few = row.pop()
        add.run(part.block, ++number, ...row)
        if (few !== null) addFew.run(part.block, number, few)
      }
    }
    reached.run(part.to, 'blocks')
  })
  const addTexts = db.transaction((from: number, to: number) => {
    const volume = volumeOf(to)
    if (from === volume * VOLUME) createVolume(db, volume)
    db.prepare(
      `INSERT INTO ${textsIn(volume)} (rowid, text)
       SELECT seq, summary || char(10) || raw FROM entries WHERE seq > @from AND seq <= @to`,
    ).run({ from, to })
    reached.run(to, 'texts')
  })
  /** Entries whose texts are indexed in one ms, as far as is known. */
  let pace = 20

  return {
    slice: (ms) => {
      const rebuilds = countOfRebuilds(db)
      let reach = storedReach(db)
      if (reach.rebuilds !== rebuilds) {
        emptySearch(db, rebuilds)
        reach = storedReach(db)
      }
      const last = (lastSeq.get() as number | null) ?? 0
      const began = performance.now()
      const spent = (): number => performance.now() - began
      while (last >= reach.blocks + BLOCK && spent() < ms) {
        addBlock(reach.blocks)
        reach.blocks += BLOCK
      }
      const left = ms - spent()
      if (last - reach.texts >= FEWEST && left > ms / 4) {
        const many = Math.round(Math.max(FEWEST, Math.min(MOST, pace * left)))
        const to = Math.min(last, reach.texts + many, (volumeOf(reach.texts + 1) + 1) * VOLUME)
        addTexts(reach.texts, to)
        const took = Math.max(0.1, spent() - (ms - left))
        pace = (pace + (to - reach.texts) / took) / 2
        reach.texts = to
      }
      return last >= reach.blocks + BLOCK || last - reach.texts >= FEWEST
    },
  }
}
