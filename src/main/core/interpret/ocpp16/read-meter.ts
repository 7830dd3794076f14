import { text } from '../../../../shared/ocpp/payload.ts'
import type { TimeReader } from '../clock.ts'
import { readMeterValues } from '../read-meter.ts'

/** Reads a list of MeterValue (OCPP 1.6 §7.33). What a signed value is worth only its public key tells. */
export const readMeter = (value: unknown, time: TimeReader): ReturnType<typeof readMeterValues> =>
  readMeterValues(value, time, (sample) => (sample['format'] === 'SignedData' ? null : { unit: text(sample['unit']), multiplier: 0 }))
