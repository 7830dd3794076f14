import type { Merge } from '../../../shared/domain/recording.ts'
import { ActionProblem } from '../actions/context.ts'
import type { MergedLog } from './merge.ts'
import type { Shelf } from './shelf.ts'

/** The log of this app, which a charger's own log can be merged with. */
export interface MainLog {
  database: string
  bytes: () => Promise<number>
  has: (chargerId: string) => boolean
}

/** What it is called in the merged log. */
const mainLogName = 'Chargebench'

/** The two logs that are asked for. @throws where one is not there, or both are the same */
export async function logsToMerge(
  shelf: Shelf,
  { first, charger, second, mainLog }: Pick<Merge, 'first' | 'charger' | 'second'> & { mainLog: MainLog },
): Promise<[MergedLog, MergedLog]> {
  if (first === second) throw new ActionProblem('bad-request', 'Choose two different recordings.')
  const one = first === undefined ? await ofMainLog(mainLog, charger ?? '') : await ofShelf(shelf, first)
  const other = await ofShelf(shelf, second)
  return [one, one.name === other.name ? { ...other, name: `${other.name} (2)` } : other]
}

async function ofShelf(shelf: Shelf, id: string): Promise<MergedLog> {
  const { name, bytes } = shelf.get(id)
  // Its reader brings it to the present form.
  await shelf.reader(id)
  return { name, bytes, database: shelf.databaseOf(id) }
}

async function ofMainLog({ database, bytes, has }: MainLog, charger: string): Promise<MergedLog> {
  if (!has(charger)) throw new ActionProblem('not-found', `There is no charger ${charger} in the log of this app.`)
  return { name: mainLogName, bytes: await bytes(), database, charger }
}
