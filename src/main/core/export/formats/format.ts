import type { Entry } from '../../../../shared/domain/entry.ts'
import type { Merged } from '../../../../shared/domain/recording.ts'
import type { RedactionClass } from '../../../../shared/domain/redaction.ts'

/** What the head of a file says about its content. */
export interface ExportMeta {
  title: string
  /** Epoch ms. */
  generatedAt: number
  /** IANA name; every time in the file is given in this zone, with its offset. */
  timeZone: string
  /** Version of Chargebench that wrote the file. */
  version: string
  /** The filter in words, from `filterWords`. */
  filterWords: string
  /** Entries of the export; a format with `mostRows` may hold fewer. */
  total: number
  chargers: ExportedCharger[]
  /** Where the log is a recording: what it is called and, of two merged logs, how they fit together. */
  recording?: { name: string; merged?: Merged }
  /** What was replaced by tokens. */
  redacted: readonly RedactionClass[]
  /** Where the file is the report of a bundle: what comes before its log, as HTML. */
  sections?: string
}

export interface ExportedCharger {
  id: string
  vendor: string | null
  model: string | null
  firmwareVersion: string | null
  /** Subprotocol, such as ocpp1.6; of the last connection. */
  protocol?: string | null
}

/** What was written, known only at the file's end. */
export interface Written {
  entries: number
  /** Epoch ms of the first and the last entry; null in an empty file. */
  first: number | null
  last: number | null
}

/** One file format: pure text from entries. A file is `head`, `rows` of some entries after another in order, and `foot`. */
export interface Format {
  mediaType: string
  /** Without the dot. */
  extension: string
  /** A file holds the newest so many entries at most. */
  mostRows?: number
  head(meta: ExportMeta): string
  /** About a hundred entries at a time. */
  rows(entries: Entry[], meta: ExportMeta): string
  foot(meta: ExportMeta, written: Written): string
}
