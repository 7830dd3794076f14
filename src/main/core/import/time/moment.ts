/** A time as a log writes it, before anybody knows its zone. */
export interface Moment {
  /** Epoch ms; of a time without offset, as if it were UTC; of one without date, ms since midnight. */
  ms: number
  /** It says its offset. */
  zoned: boolean
  /** `time` has no date, `year` has a date without a year. */
  missing?: 'date' | 'year'
}

export interface Found {
  moment: Moment
  start: number
  end: number
}

/** As German systems write them where that differs. */
const german: Record<string, string> = { mai: 'may', okt: 'oct', dez: 'dec', mär: 'mar', mrz: 'mar' }
const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const clock = String.raw`(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,:](\d{1,9}))?)?(?:\s?([AaPp])\.?[Mm]\b\.?)?`
const zone = String.raw`(?:\s?(Z\b|UTC\b|GMT\b|[+-]\d\d:?\d\d(?!\d)))?`
const iso = new RegExp(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:T|, ?|[ \t_]+)${clock}${zone}`, 'y')
const dayFirst = new RegExp(String.raw`(\d{1,2})([./-])(\d{1,2})[./-](\d{4})(?:T|, ?|[ \t]+)${clock}${zone}`, 'y')
const syslog = new RegExp(String.raw`([A-Z][a-zä]{2})[ /]+(\d{1,2})(?:,? (\d{4}))?,?[ \t]+${clock}${zone}`, 'y')
const apache = new RegExp(String.raw`(\d{1,2})[/ -]([A-Z][a-z]{2})[/ -](\d{4})[: T]+${clock}${zone}`, 'y')
const timeOnly = new RegExp(String.raw`${clock}${zone}`, 'y')
const epoch = /(1\d{9})(?:(\d{3})|[.,](\d{1,9}))?(?!\d)/y

/** Where a time may begin: a digit or a month's name that nothing of the kind precedes. */
const start =
  /(?<![\w.:+-])(?:\d{1,4}[-/.:]\d|\d{1,2}[ /-][A-Z][a-z]{2}[/ -]|1\d{9}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec|Mai|Okt|Dez|Mär|Mrz)[ /])/g

/** The first time in a text, looked for in its first `within` characters; null where there is none. */
export function findMoment(text: string, within: number = 160): Found | null {
  start.lastIndex = 0
  for (let found = start.exec(text); found !== null && found.index <= within; found = start.exec(text)) {
    const read = momentAt(text, found.index)
    if (read !== null) return read
  }
  return null
}

/** The time that begins exactly here. */
export function momentAt(text: string, at: number): Found | null {
  return isoAt(text, at) ?? dayFirstAt(text, at) ?? namedMonthAt(text, at) ?? timeAt(text, at) ?? epochAt(text, at)
}

/** A whole text that is a time: ISO 8601 and whatever else stands at the beginning of lines, or epoch seconds or ms. */
export function readMoment(text: string): Moment | null {
  const trimmed = text.trim()
  const found = momentAt(trimmed, 0)
  return found !== null && trimmed.length - found.end <= 12 ? found.moment : null
}

/** Epoch seconds or ms, as a number tells them by its size. */
export function epochMoment(value: number): Moment | null {
  if (!Number.isFinite(value) || value < 1e8 || value > 1e17) return null
  if (value < 1e11) return { ms: value * 1000, zoned: true }
  return { ms: value < 1e14 ? value : Math.floor(value / 1000), zoned: true }
}

function isoAt(text: string, at: number): Found | null {
  iso.lastIndex = at
  const match = iso.exec(text)
  if (match === null) return null
  const date = dateOf(Number(match[1]), Number(match[2]), Number(match[3]))
  return date === null ? null : placed(match, at, date, 4)
}

function dayFirstAt(text: string, at: number): Found | null {
  dayFirst.lastIndex = at
  const match = dayFirst.exec(text)
  if (match === null) return null
  const [first, second] = [Number(match[1]), Number(match[3])]
  // Only American writing has a slash with AM and PM, or a second number that is no month.
  const monthFirst = match[2] === '/' && (second > 12 || (match[9] !== undefined && first <= 12))
  const date = monthFirst ? dateOf(Number(match[4]), first, second) : dateOf(Number(match[4]), second, first)
  return date === null ? null : placed(match, at, date, 5)
}

function namedMonthAt(text: string, at: number): Found | null {
  apache.lastIndex = at
  const long = apache.exec(text)
  if (long !== null) {
    const date = dateOf(Number(long[3]), monthOf(long[2]), Number(long[1]))
    return date === null ? null : placed(long, at, date, 4)
  }
  syslog.lastIndex = at
  const match = syslog.exec(text)
  if (match === null) return null
  const year = match[3] === undefined ? 2000 : Number(match[3])
  const date = dateOf(year, monthOf(match[1]), Number(match[2]))
  if (date === null) return null
  return placed(match, at, date, 4, match[3] === undefined ? 'year' : undefined)
}

function timeAt(text: string, at: number): Found | null {
  timeOnly.lastIndex = at
  const match = timeOnly.exec(text)
  if (match === null || (match[3] === undefined && match[5] === undefined)) return null
  return placed(match, at, 0, 1, 'date')
}

function epochAt(text: string, at: number): Found | null {
  epoch.lastIndex = at
  const match = epoch.exec(text)
  if (match === null) return null
  const fraction = match[2] ?? match[3]?.padEnd(3, '0').slice(0, 3) ?? '0'
  return { moment: { ms: Number(match[1]) * 1000 + Number(fraction), zoned: true }, start: at, end: epoch.lastIndex }
}

/** `group` is where the clock's groups begin: hour, minute, second, fraction, half of the day, and the offset after them. */
function placed(match: RegExpExecArray, at: number, date: number, group: number, missing?: 'date' | 'year'): Found | null {
  let hour = Number(match[group])
  const half = match[group + 4]?.toLowerCase()
  if (half !== undefined) hour = (hour % 12) + (half === 'p' ? 12 : 0)
  const minute = Number(match[group + 1])
  const second = Number(match[group + 2] ?? 0)
  if (hour > 24 || minute > 59 || second > 60) return null
  const fraction = match[group + 3]
  const milliseconds = fraction === undefined ? 0 : Number(fraction.padEnd(3, '0').slice(0, 3))
  const offset = match[group + 5]
  const ms = date + ((hour * 60 + minute) * 60 + second) * 1000 + milliseconds - offsetMs(offset)
  const moment: Moment = { ms, zoned: offset !== undefined }
  if (missing !== undefined) moment.missing = missing
  return { moment, start: at, end: at + match[0].length }
}

function offsetMs(offset: string | undefined): number {
  if (offset === undefined || !/^[+-]/.test(offset)) return 0
  const minutes = Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2))
  return (offset.startsWith('-') ? -minutes : minutes) * 60_000
}

function dateOf(year: number, month: number, day: number): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null
  return Date.UTC(year, month - 1, day)
}

function monthOf(name: string | undefined): number {
  const word = (name ?? '').toLowerCase()
  return months.indexOf(german[word] ?? word) + 1
}
