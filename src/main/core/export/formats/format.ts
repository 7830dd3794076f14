import type { Entry } from '../../../../shared/domain/entry.ts'

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
  /** Entries that the file will hold. */
  total: number
  chargers: ExportedCharger[]
  /** Whether User IDs were replaced by masks. */
  masked: boolean
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
  head(meta: ExportMeta): string
  /** About a hundred entries at a time. */
  rows(entries: Entry[], meta: ExportMeta): string
  foot(meta: ExportMeta, written: Written): string
}
