import type { Kind, Replace } from './kinds.ts'

const value = String.raw`(["'\\]*\s*[=:]\s*["'\\]*)([^\s,;&"'\\<>()[\]{}]+)`

/**
 * `idTag=04A1B2` and the like, in the text forms that vendors pack into a string. A word is looked at from its beginning only:
 * from each of its parts, a long hex dump would take minutes.
 */
const labels: readonly (readonly [Kind, RegExp])[] = [
  ['USER', labelled(String.raw`\b((?:parent)?id[-_ ]?tag|id[-_ ]?token|user[-_ ]?id|rfid|card[-_ ]?(?:id|uid))`)],
  ['SERIAL', labelled(String.raw`(?<![\w.-])([\w.-]*serial(?:[ _-]?(?:number|no|nr))?|s\/n|sn|iccid|im[es]i|mac(?:[ _-]?addr(?:ess)?)?)`)],
  ['PLACE', labelled(String.raw`(?<![\w.-])(lat(?:itude)?|lon(?:g(?:itude)?)?|lng|gps)`)],
]
const literal = /^(?:null|true|false)$/i

function labelled(label: string): RegExp {
  return new RegExp(label + value, 'gi')
}

export function replaceLabelled(text: string, replace: Replace): string {
  if (!text.includes('=') && !text.includes(':')) return text
  let shown = text
  for (const [kind, pattern] of labels) {
    shown = shown.replace(pattern, (all, label: string, between: string, said: string) =>
      literal.test(said) ? all : label + between + replace(kind, said),
    )
  }
  return shown
}
