import { isUtf8 } from 'node:buffer'

const percentEncoded = /%[\da-f]{2}/i
const addressPart = /[^\s"'<>\\/?&=#:,;]+/g
/** Runs are measured afterwards: counted by the expression, one of a megabyte would be too much for it. */
const hexRun = /(?<![\da-z])[\da-f]+(?![\da-z])/gi
const leastHex = 8
const base64Run = /[\w+/-]+=*/g
const leastBase64 = 6
// oxlint-disable-next-line no-control-regex
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/

/**
 * Has what stands in a text in another form looked through: percent-encoded as in addresses, as hex digits (passwords of 1.6), or
 * in base64 where it decodes to text. What was changed in it is put back in the same form.
 */
export function replaceEncoded(text: string, replace: (decoded: string) => string): string {
  let shown = text
  if (percentEncoded.test(shown)) shown = shown.replace(addressPart, (part) => (part.includes('%') ? inPercents(part, replace) : part))
  shown = shown.replace(hexRun, (digits) => {
    if (digits.length < leastHex || digits.length % 2 === 1) return digits
    const decoded = textOf(Buffer.from(digits, 'hex'))
    const replaced = decoded === null ? null : replace(decoded)
    if (replaced === null || replaced === decoded) return digits
    const written = Buffer.from(replaced).toString('hex')
    return /[A-F]/.test(digits) ? written.toUpperCase() : written
  })
  return shown.replace(base64Run, (run) => {
    if (run.length < leastBase64) return run
    // Most words end here: four letters of one are seldom three characters of text.
    if (control.test(Buffer.from(run.slice(0, 4), 'base64').toString('latin1'))) return run
    const form = /[-_]/.test(run) ? 'base64url' : 'base64'
    const decoded = textOf(Buffer.from(run, form))
    if (decoded === null) return run
    const replaced = replace(decoded)
    if (replaced === decoded) return run
    const written = Buffer.from(replaced).toString(form)
    return run.endsWith('=') || form === 'base64url' ? written : written.replace(/=+$/, '')
  })
}

/** Null where the bytes are no text. */
function textOf(bytes: Buffer): string | null {
  if (!isUtf8(bytes)) return null
  const text = bytes.toString()
  return control.test(text) ? null : text
}

function inPercents(part: string, replace: (decoded: string) => string): string {
  try {
    const decoded = decodeURIComponent(part)
    const replaced = replace(decoded)
    return replaced === decoded ? part : encodeURIComponent(replaced)
  } catch {
    return part
  }
}
