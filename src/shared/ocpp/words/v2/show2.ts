/** How the parts of messages of OCPP 2.x are said. */
import { fields, list, type Fields } from '../../payload.ts'
import { isSecretKey, joined, plain, said } from '../show.ts'

/** `2 variables`, `1 variable`. */
export function counted(count: number, word: string): string {
  return `${count} ${word}${count === 1 ? '' : word.endsWith('s') ? 'es' : 's'}`
}

/** `EVSE 1`, `EVSE 1 connector 2`, or `Charger` where none is named; from `evse` or from `evseId` and `connectorId`. */
export function evseWords(payload: Fields, without = 'Charger'): string {
  const evse = fields(payload['evse'])
  const id = said(evse, 'id', 12) ?? said(payload, 'evseId', 12)
  if (id === null || id === '0') return without
  const connector = said(evse, 'connectorId', 12) ?? said(payload, 'connectorId', 12)
  return joined([`EVSE ${id}`, connector !== null && connector !== '1' && connector !== '0' && `connector ${connector}`], ' ')
}

/** The User ID of an IdTokenType; null where there is none. */
export function tokenWords(token: unknown): string | null {
  return said(fields(token), 'idToken', 40)
}

/** `SampledDataCtrlr.TxUpdatedInterval`, with the instance and the EVSE where they are named. */
export function variableWords(of: unknown): string {
  const data = fields(of)
  const component = fields(data['component'])
  const variable = fields(data['variable'])
  const instance = said(variable, 'instance', 40)
  const evse = said(fields(component['evse']), 'id', 12)
  return joined(
    [
      `${said(component, 'name', 50) ?? '?'}.${said(variable, 'name', 50) ?? '?'}`,
      instance !== null && `[${instance}]`,
      evse !== null && ` of EVSE ${evse}`,
    ],
    '',
  )
}

/** A value of the device model, unless it is a secret. */
export function valueWords(of: unknown, value: string | null): string {
  if (value === null) return '(empty)'
  return isSecretKey(String(said(fields(fields(of)['variable']), 'name', 60))) ? '••••••' : plain(value, 60)
}

/** At most `most` of a list by name, the others by their number. */
export function namesOf(value: unknown, most: number, name: (item: unknown) => string, word: string): string {
  const items = list(value)
  if (items.length === 0) return `no ${word}`
  return items.length > most ? counted(items.length, word) : items.map((item) => name(item)).join(', ')
}

/** The limits of a profile's first period, and how many more there are (OCPP 2.0.1 part 2, ChargingProfileType). */
export function profileWords(profile: unknown): string {
  const data = fields(profile)
  const schedules = list(data['chargingSchedule'])
  const schedule = fields(schedules[0])
  const periods = list(schedule['chargingSchedulePeriod'])
  const limit = said(fields(periods[0]), 'limit', 12)
  const unit = said(schedule, 'chargingRateUnit', 3) ?? ''
  return joined([
    `a charging profile (${said(data, 'chargingProfilePurpose', 40) ?? 'of no purpose'})`,
    limit !== null && `limit ${limit} ${unit}`.trim(),
    periods.length > 1 && `${periods.length} periods`,
    schedules.length > 1 && `${schedules.length} schedules`,
  ])
}

/** `part 3, 120 variables so far`, or all of them at the last part. */
export function partWords(payload: Fields, report: { parts: number; items: number } | null | undefined, word: string): string {
  if (report === null || report === undefined) return ''
  const more = payload['tbc'] === true
  if (report.parts === 1 && !more) return counted(report.items, word)
  return joined([`part ${report.parts}${more ? '' : ', the last'}`, `${counted(report.items, word)} ${more ? 'so far' : 'in all'}`])
}
