import { setImmediate as nextTurn } from 'node:timers/promises'
import { findingsTicket } from '../../../../shared/ocpp/findings-ticket.ts'
import { quirkTicket } from '../../../../shared/ocpp/quirk-ticket.ts'
import { html } from '../formats/html/html.ts'
import { jsonl } from '../formats/jsonl.ts'
import { prepared, type ExportRequest, type ExportSetting, type Progress } from '../prepared.ts'
import type { EntrySource } from '../source.ts'
import { formatted } from '../stream.ts'
import { fileNames } from './file-names.ts'
import { ofCharger, type OfCharger } from './of-charger.ts'
import { readme } from './readme.ts'
import { sectionOf } from './sections.ts'
import { sessionRows, sessionsHead } from './sessions-csv.ts'
import type { BundleSource } from './source.ts'
import { versions } from './versions.ts'
import { type BundledFile, zipped } from './zip.ts'

/** The report tells of so many chargers before its log. */
const mostSections = 40

/** A file with a line for the README. */
type Described = BundledFile & { what: string }

/**
 * A ticket bundle as a zip, made while it is read: a report that needs none of our software, and beside it the log exactly as it
 * came and what was made of it, each as a file of its own.
 */
export async function* bundleStream(
  source: EntrySource,
  facts: BundleSource,
  request: ExportRequest,
  setting: ExportSetting,
  onProgress: (progress: Progress) => void = () => {},
): AsyncGenerator<Uint8Array> {
  const { filter } = request
  const ready = await prepared(source, request, setting, onProgress)
  const { meta, redactor } = ready
  const { timeZone } = meta
  if (redactor === null) throw new Error('a bundle is always redacted, if only by nothing')
  const chargers = await facts.chargers(filter)
  const all = chargers.map((charger) => ofCharger({ source: facts, filter, redactor, timeZone, now: meta.generatedAt }, charger))
  const named = fileNames(all.map(({ charger }) => charger.id))
  const log = (written: number, total: number): void => onProgress({ step: 'log', written, total })

  const report = async function* (): AsyncGenerator<string> {
    const shown = all.slice(0, mostSections)
    const sections: string[] = []
    for (const one of shown) {
      sections.push(await sectionOf(one, timeZone))
      await nextTurn()
    }
    if (all.length > shown.length) sections.push(`<p class="soft">and ${all.length - shown.length} more chargers, in the files beside.</p>`)
    const told = { ...ready, meta: { ...meta, sections: sections.join('\n') } }
    yield* formatted(source, filter, told, html, (written, total) => onProgress({ step: 'report', written, total }))
  }
  const files: Described[] = [
    { name: 'report.html', what: 'to read: the charger, findings, timeline, sessions, and the log', text: report },
    {
      name: 'log.jsonl',
      what: 'the log, one JSON object a line, each message as it came',
      text: () => formatted(source, filter, ready, jsonl, log),
    },
    { name: 'findings.txt', what: 'what should be known, with evidence and what to do', text: () => each(all, findings) },
    { name: 'quirks.txt', what: 'what the charger does against the standard, with examples', text: () => each(all, quirks) },
    { name: 'sessions.csv', what: 'charging sessions, for a spreadsheet', text: () => sessions(all, timeZone) },
    ...(await configurations(all, named)),
    ...pictures(all, named),
    { name: 'versions.json', what: 'of this app, its system, and the chargers', text: () => once(versions(meta)) },
  ]
  yield* zipped([{ name: 'README.txt', text: () => once(readme(meta, files)) }, ...files], meta.generatedAt)
}

async function findings({ charger, findings: read }: OfCharger): Promise<string> {
  return findingsTicket(charger, await read())
}

async function quirks({ charger, quirks: read }: OfCharger): Promise<string> {
  return quirkTicket(charger, await read())
}

async function* sessions(all: readonly OfCharger[], timeZone: string): AsyncGenerator<string> {
  yield sessionsHead()
  for (const one of all) yield sessionRows(await one.sessions(), timeZone)
}

async function configurations(all: readonly OfCharger[], named: (name: string, at: number) => string): Promise<Described[]> {
  const files: Described[] = []
  for (const [at, one] of all.entries()) {
    const text = await one.configuration()
    if (text === null) continue
    files.push({
      name: `${named('configuration', at)}.json`,
      what: 'settings of the charger, as last read or kept',
      text: () => once(text),
    })
  }
  return files
}

function pictures(all: readonly OfCharger[], named: (name: string, at: number) => string): Described[] {
  return all.map(({ picture }, at) => ({
    name: `${named('timeline', at)}.svg`,
    what: 'connection, states, sessions and power over time',
    text: async function* () {
      yield (await picture()) ?? emptyPicture
    },
  }))
}

/** Of a charger of which nothing is recorded in that time. */
const emptyPicture = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>\n'

async function* each(all: readonly OfCharger[], text: (of: OfCharger) => Promise<string>): AsyncGenerator<string> {
  for (const [at, one] of all.entries()) {
    if (at > 0) yield '\n\n'
    yield await text(one)
    await nextTurn()
  }
  if (all.length === 0) yield 'No charger.\n'
}

async function* once(text: string): AsyncGenerator<string> {
  yield text
}
