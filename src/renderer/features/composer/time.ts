/** A time as ISO 8601 with this computer's offset from UTC, to the second: `2026-01-31T14:00:00+01:00`. */
export function toIsoWithOffset(at: number, offsetMinutes = -new Date(at).getTimezoneOffset()): string {
  if (offsetMinutes === 0) return `${new Date(at).toISOString().slice(0, 19)}Z`
  const local = new Date(at + offsetMinutes * 60_000).toISOString().slice(0, 19)
  const minutes = Math.abs(offsetMinutes)
  return `${local}${offsetMinutes < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}
