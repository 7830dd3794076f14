import { stringEnd } from './json-end.ts'
import { members, stringOf } from './members.ts'

/** What docker, compose, Kubernetes and journald put before each line of an application. */
const prefix =
  /^(?:(?<compose>[\w.-]+ +\| )|(?<runtime>\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{9}Z (?:std(?:out|err) [FP] )?)|(?<journal>(?:[A-Z][a-zä]{2} [ \d]\d \d\d:\d\d:\d\d|\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:[.,]\d+)?(?:Z|[+-]\d\d:?\d\d)) \S+ [\w./@-]+(?:\[\d+\])?: ))/
// oxlint-disable-next-line no-control-regex
const colours = /\u001b\[[\d;]*m/g

export interface Unwrapped {
  /** The application's own line, without colours. */
  text: string
  /** What stood before it, where a time may stand; empty where it was not wrapped. */
  wrapper: string
}

/** A line without what a terminal or a log collector has put around it. */
export function unwrap(line: string): Unwrapped {
  const plain = line.includes('\u001b[') ? line.replace(colours, '') : line
  const first = plain.charCodeAt(0)
  if (first === 123 && plain.startsWith('{"log":"')) {
    const found = members(plain)
    const text = stringOf(found?.get('log'))
    const time = stringOf(found?.get('time'))
    if (text !== null && time !== null) return { text: text.replace(/\r?\n$/, '').replace(colours, ''), wrapper: time }
  }
  const quoted = plain.includes(' msg="') ? logfmt(plain) : null
  if (quoted !== null) return quoted
  const wrapper = prefix.exec(plain)?.[0] ?? ''
  return { text: wrapper === '' ? plain : plain.slice(wrapper.length), wrapper }
}

/** `time="2024-05-01T12:00:00Z" level=debug msg="… [2,\\"id\\",…]"` */
function logfmt(line: string): Unwrapped | null {
  const start = line.indexOf(' msg="') + 5
  const end = stringEnd(line, start)
  const text = end === -1 ? null : stringOf(line.slice(start, end + 1))
  return text === null ? null : { text, wrapper: `${line.slice(0, start - 5)} ${line.slice(end + 1)}` }
}
