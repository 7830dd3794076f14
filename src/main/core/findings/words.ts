/** Figures as they stand in the texts of findings. */
import { plain } from '../../../shared/ocpp/words/show.ts'

export function duration(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 120) return `${seconds} s`
  const minutes = Math.round(seconds / 60)
  if (minutes < 120) return `${minutes} min`
  const hours = Math.floor(minutes / 60)
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`
  return `${Math.round(hours / 24)} days`
}

export function energy(wh: number): string {
  return Math.abs(wh) < 1_000 ? `${rounded(wh, 1)} Wh` : `${rounded(wh / 1_000, 2)} kWh`
}

export function power(w: number): string {
  return Math.abs(w) < 1_000 ? `${Math.round(w)} W` : `${rounded(w / 1_000, 1)} kW`
}

export function rounded(value: number, digits: number): string {
  return String(Number(value.toFixed(digits)))
}

/** At the beginning of a sentence. */
export function place(connectorId: number | null): string {
  return connectorId === null || connectorId === 0 ? 'The charger' : `Connector ${connectorId}`
}

/** A word that came over the wire, short and on one line. */
export function quoted(word: unknown, most = 40): string {
  return `"${plain(word, most)}"`
}
