import type { Draft } from '../formats/format.ts'

/** Makes drafts out of the text of one file, whatever pieces it comes in. */
export interface Reader {
  push(text: string): Draft[]
  end(): Draft[]
}
