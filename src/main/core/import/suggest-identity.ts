import type { Draft } from './formats/format.ts'

/** Serial numbers at boot, the likeliest identity first (OCPP 1.6 §6.3; OCPP 2.0.1 part 2, ChargingStationType). */
const serials = ['chargeBoxSerialNumber', 'chargePointSerialNumber', 'serialNumber'].map(
  (name) => new RegExp(`"${name}"\\s*:\\s*"([^"\\\\]{1,255})"`),
)

/** An identity worth proposing for a log that names none: a serial number of the boot message, or the file's name. */
export function suggestIdentity(drafts: readonly Draft[], fileName: string): string | null {
  const boots = drafts.filter((draft) => draft.kind === 'frame' && draft.raw.includes('"BootNotification"'))
  for (const serial of serials) {
    for (const boot of boots) {
      const found = boot.kind === 'frame' ? serial.exec(boot.raw)?.[1]?.trim() : undefined
      if (found !== undefined && found !== '') return found
    }
  }
  const name = fileName.replace(/^.*[/\\]/, '').replace(/(?:\.[A-Za-z0-9]{1,5}){1,2}$/, '')
  const words = name.replace(/\b(?:ocpp|log|logs|export|messages?|trace|charger|debug)\b|\d{4}-\d\d-\d\d|[\s._()-]/gi, '')
  return /\d/.test(words) && words.length >= 4 && !/^\d{6,14}$/.test(words) ? name : null
}
