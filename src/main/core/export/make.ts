import type { ExportOptions } from '../../../shared/domain/export.ts'
import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { defaultRedaction, type RedactionClass, secretClasses } from '../../../shared/domain/redaction.ts'
import { bundleStream } from './bundle/bundle.ts'
import type { BundleSource } from './bundle/source.ts'
import { exportName } from './file-name.ts'
import type { ExportedCharger } from './formats/format.ts'
import type { Progress } from './prepared.ts'
import { kindsOf } from './redact/kinds.ts'
import { KnownValues } from './redact/known-values.ts'
import { learnAll } from './redact/learn.ts'
import type { KnownBefore } from './redact/learnt.ts'
import { createRedactor } from './redact/redactor.ts'
import type { EntrySource } from './source.ts'
import { exportStream } from './stream.ts'

export interface Maker {
  source: EntrySource
  facts: BundleSource
  knownBefore: KnownBefore
  /** Of Chargebench, for the head of a file. */
  version: string
  /** IANA name; times in files and file names are told in it. */
  timeZone: string
}

/**
 * The file that somebody asked for, made while it is read.
 * @param at epoch ms at which it was asked for
 * @param signal ends it also while it only reads, of which whoever waits for the next piece is told nothing
 */
export async function* makeExport(
  { source, facts, knownBefore, version, timeZone }: Maker,
  filter: LogFilter,
  options: ExportOptions,
  at: number,
  onProgress: (progress: Progress) => void = () => {},
  signal?: AbortSignal,
): AsyncGenerator<string | Uint8Array> {
  const { format } = options
  const tell = (progress: Progress): void => {
    signal?.throwIfAborted()
    onProgress(progress)
  }
  const classes = options.redact ?? defaultRedaction(format)
  const request = { ...options, filter, knownBefore: await knownBefore(filter, classes, format) }
  const recording = facts.recording(filter)
  const setting = {
    generatedAt: at,
    timeZone,
    version,
    chargers: await chargersOf(facts, filter),
    ...(recording && { recording: { name: recording.name, ...(recording.merged && { merged: recording.merged }) } }),
  }
  if (format === 'zip') yield* bundleStream(source, facts, request, setting, tell)
  else yield* exportStream(source, { ...request, format }, setting, tell)
}

/** Without extension. Where the charger's identity is a serial number that is masked, its token stands here, too. */
export async function nameOfExport(
  { knownBefore, timeZone }: Pick<Maker, 'knownBefore' | 'timeZone'>,
  filter: LogFilter,
  options: ExportOptions,
  at: number,
): Promise<string> {
  const classes: readonly RedactionClass[] = options.redact ?? defaultRedaction(options.format)
  if (filter.charger === undefined || classes.every((name) => secretClasses.includes(name))) return exportName(filter, at, timeZone)
  const known = new KnownValues()
  learnAll(known, await knownBefore(filter, classes, options.format))
  return exportName({ charger: createRedactor(known, kindsOf(classes)).identity(filter.charger) }, at, timeZone)
}

async function chargersOf(facts: BundleSource, filter: LogFilter): Promise<ExportedCharger[]> {
  return (await facts.chargers(filter)).map(({ id, bootInfo, protocol }) => ({
    id,
    vendor: bootInfo?.vendor ?? null,
    model: bootInfo?.model ?? null,
    firmwareVersion: bootInfo?.firmwareVersion ?? null,
    protocol,
  }))
}
