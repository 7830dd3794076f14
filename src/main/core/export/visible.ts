/**
 * What could act instead of being read: C0 and C1 controls (terminal escapes among them), line and paragraph separators,
 * marks that hide or turn text around (Trojan Source, CVE-2021-42574), byte order marks, and halves of surrogate pairs.
 */
const acting =
  // oxlint-disable-next-line no-control-regex
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g

/** ASCII's names for its first 32 characters. */
const names = 'NUL SOH STX ETX EOT ENQ ACK BEL BS TAB LF VT FF CR SO SI DLE DC1 DC2 DC3 DC4 NAK SYN ETB CAN EM SUB ESC FS GS RS US'.split(
  ' ',
)

/**
 * Text of a charger made safe to look at: an escape becomes `‹ESC›`, a line feed `‹LF›`, a mark without a short name
 * `‹U+202E›`. Every other character stays as it is. Pictures such as ␛ would be shorter, but many fonts lack them.
 */
export function visible(text: string): string {
  return text.replace(acting, (character) => {
    const code = character.charCodeAt(0)
    return `‹${names[code] ?? `U+${code.toString(16).toUpperCase().padStart(4, '0')}`}›`
  })
}

/** The same for text of several lines: line feeds of our own indentation stay. */
export function visibleLines(text: string): string {
  return text.split('\n').map(visible).join('\n')
}
