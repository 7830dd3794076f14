import { completer } from './complete/complete.ts'
import { pageSorter, turner } from './complete/paging.ts'
import type { Draft } from './formats/format.ts'
import { shapeOf } from './structure/shape.ts'
import { sampleLength, survey, type Survey } from './survey.ts'
import { decode } from './text/decode.ts'
import type { Choices, ImportedItem, LogSource, Read, Slice } from './types.ts'
import { contentsOf, type Contained } from './unpack/contained.ts'
import { Damaged } from './unpack/damaged.ts'

const sliceItems = 500

/** Reads all of a log in slices, with memory that does not grow with it. What cannot be read comes as text. */
export const read: Read = async function* (source: LogSource, choices: Choices): AsyncGenerator<Slice> {
  const contents = await contentsOf(source)
  try {
    const surveyed = await survey(contents.files, choices)
    const skipped = contents.bytesRead()
    const bytesRead = (): number => Math.max(0, contents.bytesRead() - skipped)
    const files = [...surveyed.files.map(({ file }) => file), ...surveyed.others]
    let slice: ImportedItem[] = []
    for (const file of files) {
      for await (const items of itemsOf(file, choices, surveyed)) {
        for (const item of items) {
          slice.push(item)
          if (slice.length < sliceItems) continue
          yield { items: slice, bytesRead: bytesRead() }
          slice = []
        }
      }
    }
    yield { items: slice, bytesRead: source.size }
  } finally {
    contents.close()
  }
}

async function* itemsOf(file: Contained, choices: Choices, surveyed: Survey): AsyncGenerator<ImportedItem[]> {
  const known = surveyed.files.find((one) => one.file === file)
  const complete = completer({ choices, turned: surveyed.turned, hint: surveyed.hint, ...(file.inArchive ? { file: file.name } : {}) })
  const sorter = known?.order === 'pages' ? pageSorter() : null
  const turn = known?.order === 'backwards' ? turner() : null
  const out = (drafts: Draft[]): ImportedItem[] => {
    const items = (turn === null ? drafts : turn.take(drafts)).map(complete)
    return sorter === null ? items : items.flatMap((item) => sorter.take(item))
  }
  let damage: string | null = null
  let reader = known?.shape.reader() ?? null
  let held = ''
  try {
    for await (const text of decode(file.open())) {
      if (reader !== null) {
        yield out(reader.push(text))
        continue
      }
      held += text
      if (held.length < sampleLength) continue
      reader = shapeOf(file.name, held, false, choices).reader()
      yield out(reader.push(held))
      held = ''
    }
  } catch (error) {
    if (!(error instanceof Damaged)) throw error
    damage = error.message
  }
  reader ??= shapeOf(file.name, held, true, choices).reader()
  yield out([...(held === '' ? [] : reader.push(held)), ...reader.end()])
  if (turn !== null) yield turn.end().map(complete)
  if (sorter !== null) yield sorter.end()
  if (damage !== null) yield [damageItem(damage, file)]
}

function damageItem(text: string, file: Contained): ImportedItem {
  const place = file.inArchive ? { file: file.name } : {}
  return {
    kind: 'text',
    direction: null,
    at: null,
    timeGuessed: true,
    chargerId: null,
    line: 1,
    source: '',
    text,
    why: 'the file is damaged',
    ...place,
  }
}
