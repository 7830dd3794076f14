import { parseJson, writeJson } from '../../../../shared/ocpp/frame.ts'
import { hideSecrets, secretMask as mask } from '../../../../shared/ocpp/secrets.ts'

export { mask }

export interface ShownText {
  /** Indented JSON, secrets masked; null where the text is not JSON. */
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
  const prettyRevealed = indented(text)
  return {
    pretty: prettyRevealed === null ? null : indented(hidden.text),
    prettyRevealed,
    raw: hidden.text,
    hasSecrets: hidden.secrets.length > 0,
  }
}

function indented(text: string): string | null {
  try {
    return writeJson(parseJson(text.replace(/^\uFEFF/, '')), 2)
  } catch {
    return null
  }
}
