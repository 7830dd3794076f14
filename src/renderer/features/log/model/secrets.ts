import { indentedJson } from '../../../../shared/ocpp/indented-json.ts'
import { hideSecrets, secretMask as mask } from '../../../../shared/ocpp/secrets.ts'

export { mask }

export interface ShownText {
  /** Indented JSON, secrets masked; null where the text is not JSON, or nested too deep. */
  pretty: string | null
  /** Indented JSON with everything. */
  prettyRevealed: string | null
  /** The raw text, secrets masked. */
  raw: string
  hasSecrets: boolean
}

/** A frame's text made ready to be shown. */
export function shownText(text: string): ShownText {
  const hidden = hideSecrets(text)
  const prettyRevealed = indentedJson(text)
  return {
    pretty: prettyRevealed === null ? null : indentedJson(hidden.text),
    prettyRevealed,
    raw: hidden.text,
    hasSecrets: hidden.secrets.length > 0,
  }
}
