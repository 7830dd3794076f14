import type { Entry, EntryKind } from '../../../shared/domain/entry.ts'
import type { OffsetTold } from './complete/offset-told.ts'

/**
 * What the import makes of anybody's log file, before anything is stored: `recognise` looks at the beginning and says what
 * the file is and what it lacks, `read` goes through all of it in slices. See docs/recipes/a-log-format.md.
 */
export interface LogSource {
  /** The file's name, a hint at most: every format is recognised by its content. */
  name: string
  /** In bytes. */
  size: number
  /** The bytes from `start` up to but not including `end`; a zip is read from its end. */
  open(start?: number, end?: number): AsyncIterable<Uint8Array>
  /** Several files that are one log, such as those of a log that is begun anew each day; then `open` is not used. */
  parts?: readonly LogSource[]
}

interface Item {
  /** Epoch ms; null where the file tells no time up to here. */
  at: number | null
  /** The line or record itself tells no time: it was taken from what stands near it. */
  timeGuessed?: true
  /** Null where neither the file nor the choices name one. */
  chargerId: string | null
  /** 1 is the first line of its file. */
  line: number
  /** Name of the file inside an archive. */
  file?: string
  /**
   * The exact text that it was read from, one line or several, with what we make nothing of (logger, thread, …). Those of
   * all items together, in order, are the whole file but for blank space. Empty on the second item of a record.
   */
  source: string
  /** Changes where the log says that another connection carries it; only to be compared. */
  connectionHint?: string
  /** Subprotocol that the log names: `ocpp1.6`. */
  protocol?: string
  /** A line of our own export: every field as it was, `at` in epoch ms. */
  entry?: Partial<Entry> & Pick<Entry, 'seq' | 'at' | 'chargerId' | 'kind' | 'raw'>
}

export interface FrameItem extends Item {
  kind: 'frame'
  /** in: from the charger. Null where nothing tells. */
  direction: 'in' | 'out' | null
  /** It follows from the message (who may send such a call, which call it answers), not from the log. */
  directionGuessed?: true
  /** The frame's text as the log has it. */
  raw: string
  /** The exact bytes, where our own export has them. */
  rawBase64?: string | null
  /** The log has no frames: this one was put together from an action and a payload, and its message id is ours. */
  made?: true
}

/** Something beside the frames that the log tells; `raw` is JSON as the log keeps it of such an event. */
export interface EventItem extends Item {
  kind: Exclude<EntryKind, 'frame' | 'text'>
  direction: null
  raw: string
}

/** What could not be read as anything else: a banner, a line of an application's log, half a frame. */
export interface TextItem extends Item {
  kind: 'text'
  direction: null
  /** Several lines where nothing else stands between them; the same as `source`. */
  text: string
  /** Why it is no frame, a short clause: `no OCPP frame in it`. */
  why: string
}

export type ImportedItem = FrameItem | EventItem | TextItem

/** Which column of a table holds what, by its name; what is absent, no column holds. */
export interface ColumnMap {
  time?: string
  chargerId?: string
  direction?: string
  /** The whole frame, or its payload where `action` or `messageId` are columns too. */
  frame?: string
  payload?: string
  /** Payload of the answer, where one row holds a call and its answer. */
  answer?: string
  action?: string
  messageId?: string
  /** `2`, `CALL`, `request` …: call, result or error. */
  messageType?: string
}

/** What a technician answered where the file leaves it open. */
export interface Choices {
  /** Of the items that name no charger. */
  identity?: string
  /** IANA name, for times without offset; without it they are taken as UTC. */
  timeZone?: string
  /** `2026-05-01`, for times without a date: the day of the first one. */
  date?: string
  columns?: ColumnMap
  /** A format's id instead of the one recognised. */
  format?: string
  /** Whether to turn every direction round; without it the messages decide. */
  turned?: boolean
}

export interface Recognised {
  /** Id of the format that most of it has; `unknown` where no frame was found. */
  format: string
  /** In words: `SteVe log`. */
  formatName: string
  /** 0 (nothing found) to 1. */
  confidence: number
  /** Identities found at the beginning, most frequent first. */
  chargerIds: string[]
  needs: {
    /** There are messages that name no charger. */
    identity: boolean
    /** There are times without offset. */
    timeZone: boolean
    /** What the messages say of that zone; null where they do not tell. */
    offset: OffsetTold | null
    /** There are times without a date, and no message tells one. */
    date: boolean
    /** It is a table whose columns are not plain; ask, and start with `guess`. */
    columns?: { names: string[]; guess: ColumnMap; rows: string[][] }
  }
  /** Worth proposing where an identity is needed: serial number at boot, name of the file. */
  suggestedIdentity: string | null
  /** It was looked at to its end. */
  whole: boolean
  /** None of its messages has a time, but for those that they tell themselves. */
  timeless: boolean
  /** The directions are told from the other side, and are turned round. */
  turned: boolean
  /** About 50 items from the beginning, read without choices. */
  sampleRows: ImportedItem[]
  /** How much of the sample was no message, from 0 to 1. */
  unreadShare: number
  /** Plain sentences about what was noticed. */
  notes: string[]
  /** Those of an archive, in the order in which they are read; one for a plain file. */
  files: { name: string; format: string; formatName: string }[]
}

/** One piece of the file, in order. */
export interface Slice {
  /** At most some 500. */
  items: ImportedItem[]
  /** Of the source (compressed bytes of an archive), for a progress bar. */
  bytesRead: number
}

export type Recognise = (source: LogSource) => Promise<Recognised>
/** Throws `UnreadableLog` where it cannot go on; what came before stays valid. */
export type Read = (source: LogSource, choices: Choices) => AsyncGenerator<Slice>

/** Why a file cannot be read (further), in a sentence for the technician that says what to do. */
export class UnreadableLog extends Error {
  override name = 'UnreadableLog'
}
