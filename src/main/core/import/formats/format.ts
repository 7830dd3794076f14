import type { EventItem, FrameItem, ImportedItem } from '../types.ts'
import type { Moment } from '../time/moment.ts'

/** What a format reads out of a line or record, with the time still as the log writes it. */
export type Draft = DraftFrame | DraftEvent | DraftText

interface DraftBase {
  /** Id of the format that read it. */
  format: string
  moment: Moment | null
  line: number
  source: string
  chargerId: string | null
  connectionHint?: string
  protocol?: string
  entry?: ImportedItem['entry']
}

export interface DraftFrame extends DraftBase {
  kind: 'frame'
  direction: FrameItem['direction']
  raw: string
  rawBase64?: string | null
  made?: true
}

export interface DraftEvent extends DraftBase {
  kind: EventItem['kind']
  direction: null
  raw: string
}

export interface DraftText extends DraftBase {
  kind: 'text'
  direction: null
  why: string
  /** Where it is not the source: the text of a text entry in our own export. */
  text?: string
}

/** What the beginning of a line says about the message in it, or on the lines that follow. */
export interface Head {
  moment: Moment | null
  chargerId?: string | null
  direction?: 'in' | 'out' | null
  connectionHint?: string
  protocol?: string
  /** Where in the line the message begins; its length where it begins on the next line. */
  from: number
  /** Where it ends at the latest; the end of the line without it. */
  to?: number
  /** It tells something else than a message. */
  event?: { kind: EventItem['kind']; raw: unknown }
  /** It is no message, and no other format should take it for one. */
  text?: string
  /** What stands there is not the frame but the payload of this call, or of the answer to it; without a message id, one is made up. */
  payloadOf?: { action: string; type: 'call' | 'result' | 'error'; messageId?: string }
  /** Its words leave no doubt that a message follows, also where that is broken. */
  sure?: boolean
}

/** A message, event or text out of one JSON object. */
export type Reading =
  | (Pick<DraftFrame, 'kind' | 'moment' | 'chargerId' | 'direction' | 'raw'> &
      Partial<Pick<DraftFrame, 'rawBase64' | 'connectionHint' | 'protocol' | 'entry' | 'made'>>)
  | (Pick<DraftEvent, 'kind' | 'moment' | 'chargerId' | 'raw'> & Partial<Pick<DraftEvent, 'connectionHint' | 'protocol' | 'entry'>>)
  | Pick<DraftText, 'kind' | 'moment' | 'chargerId' | 'why' | 'text' | 'entry'>

/** A kind of log. Each method tells its own from everything else by content, and is cheap where it is not meant. */
export interface LogFormat {
  /** Short and stable: `steve`. */
  id: string
  /** For the screen: `SteVe log`. */
  name: string
  /** Reads the head of a line; null where it is none of this format. */
  head?: (line: string) => Head | null
  /** Reads a JSON object: its members by name, each as its exact text. `raw` is the object's own. */
  object?: (members: ReadonlyMap<string, string>, raw: string) => Reading[] | null
  /** Lines that cannot be joined as JSON are: takes over from `head` until it says that it is done. */
  joiner?: () => Joiner
}

/** Puts together what a format spreads over several lines. */
export interface Joiner {
  /**
   * Takes a line that belongs to it. Items come out when they are complete, each with all of its lines; also those that this
   * line, its own or not, shows to be incomplete.
   */
  line(line: string, number: number): { taken: boolean; drafts: Draft[] }
  /** What is left over where the lines end. */
  end(): Draft[]
}
