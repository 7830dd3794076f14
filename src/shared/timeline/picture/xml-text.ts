/** Characters that XML 1.0 cannot hold in any way, and halves of characters. */
// oxlint-disable-next-line no-control-regex -- those are what is looked for
const impossible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Cs}/gu
const escapes: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

/** Any text, such as a charger's, as text or attribute of an XML file. What XML cannot hold becomes the replacement character. */
export function xmlText(text: string): string {
  return text.replaceAll(impossible, '\uFFFD').replaceAll(/[&<>"']/g, (letter) => escapes[letter] ?? letter)
}
