import { fields, number, text } from '../../../../shared/ocpp/payload.ts'
import type { TimeReader } from '../clock.ts'
import { readMeterValues } from '../read-meter.ts'

/**
 * Reads a list of MeterValueType (OCPP 2.0.1 part 2). The value is a number with a multiplier, a power of ten; a signed
 * value beside it changes nothing. Some write the unit where 1.6 has it.
 */
export const readMeter = (value: unknown, time: TimeReader): ReturnType<typeof readMeterValues> =>
  readMeterValues(value, time, (sample) => {
    const of = fields(sample['unitOfMeasure'])
    return { unit: text(of['unit']) ?? text(sample['unit']), multiplier: number(of['multiplier']) ?? 0 }
  })
