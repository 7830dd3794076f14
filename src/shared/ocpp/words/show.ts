/** How values of unknown make are written into a line of the log. */
import { text, type Fields } from '../payload.ts'

/** What a charger wrote, on one line: control characters and direction marks could forge a line, or hide one. */
export function plain(value: unknown, most = 80): string {
  const line = String(value).replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, '·')
  return line.length > most ? `${line.slice(0, most - 1)}…` : line
}

/** A field's text, or null where it says nothing. */
export function said(fields: Fields, name: string, most = 80): string | null {
  const value = text(fields[name])
  return value === null ? null : plain(value, most)
}

/** The parts that there are, in one line. */
export function joined(parts: readonly (string | null | false)[], separator = ', '): string {
  return parts.filter((part) => part !== null && part !== false && part !== '').join(separator)
}

/** `Connector 1`, or `Charger` for connector 0 and where none is named. */
export function place(fields: Fields): string {
  const connector = said(fields, 'connectorId', 12)
  return connector === null || connector === '0' ? 'Charger' : `Connector ${connector}`
}

/** At most `digits` decimals, with none that say nothing. */
export function decimal(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

/** Whether a configuration key holds something that no log may show. */
export function isSecretKey(key: string): boolean {
  return /authorizationkey|password|passwd|passphrase|secret|token|privatekey|psk|apikey|wifikey|wlankey|pin$/i.test(
    key.replace(/[^a-z]/gi, ''),
  )
}
