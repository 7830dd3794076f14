import type { Database } from 'better-sqlite3'
import type { Entry } from '../../../../shared/domain/entry.ts'
import type { Quirk } from '../../../../shared/domain/quirk.ts'
import { deviationKind, harmlessCodes } from '../../../../shared/ocpp/deviations.ts'

interface Counted {
  code: string
  count: number
  actions: string
  firstSeq: number
  lastSeq: number
}

/** What a charger does against the standard, the most frequent first. Reads only entries that have something unusual (an index of theirs). */
export function quirksOf(db: Database, chargerId: string): Quirk[] {
  const counted = db
    .prepare(
      `SELECT item.value ->> 'code' AS code, count(DISTINCT seq) AS count, json_group_array(DISTINCT action) AS actions,
         min(seq) AS firstSeq, max(seq) AS lastSeq
       FROM entries INDEXED BY entries_with_deviations, json_each(deviations) AS item
       WHERE charger_id = ? AND deviations <> '[]' AND direction IS NOT 'out'
       GROUP BY 1 ORDER BY count DESC, code`,
    )
    .all(chargerId) as Counted[]
  const bySeq = db.prepare('SELECT seq, at, raw, deviations FROM entries WHERE seq = ?')
  const entry = (seq: number) => bySeq.get(seq) as { seq: number; at: number; raw: string; deviations: string }
  return counted.flatMap(({ actions, ...quirk }) => {
    const kind = deviationKind(quirk.code)
    if (kind === null || harmlessCodes.includes(quirk.code)) return []
    const last = entry(quirk.lastSeq)
    const text = (JSON.parse(last.deviations) as Entry['deviations']).find(({ code }) => code === quirk.code)?.text ?? kind.title
    return [
      {
        ...quirk,
        title: kind.title,
        text,
        rule: kind.rule,
        coped: kind.coped,
        actions: (JSON.parse(actions) as (string | null)[]).filter((action) => action !== null && action !== '') as string[],
        firstAt: entry(quirk.firstSeq).at,
        lastAt: last.at,
        example: { seq: last.seq, at: last.at, raw: last.raw },
      },
    ]
  })
}
