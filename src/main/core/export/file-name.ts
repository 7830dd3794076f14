import type { LogFilter } from '../../../shared/domain/log-filter.ts'
import { isoInZone } from './local-time.ts'

/**
 * `chargebench-GARAGE-07-20260501-140211`: without extension. An identity comes from the network, so only letters, digits,
 * `_` and `-` of it get into a path, and not many.
 */
export function exportName(filter: LogFilter, at: number, timeZone: string): string {
  const charger = filter.charger === undefined ? 'all' : filter.charger.replace(/[^A-Za-z0-9_-]+/g, '_').slice(0, 40) || 'charger'
  const digits = isoInZone(at, timeZone).slice(0, 19).replace(/[-:]/g, '').replace('T', '-')
  return `chargebench-${charger}-${digits}`
}

/** The first of `name.ext`, `name-2.ext`, `name-3.ext` … that is not taken. */
export function freeName(name: string, extension: string, taken: (fileName: string) => boolean): string {
  let fileName = `${name}.${extension}`
  for (let number = 2; taken(fileName); number++) fileName = `${name}-${number}.${extension}`
  return fileName
}
