import { bootHandler } from '../boot-answer.ts'

/** OCPP 1.6 §4.2. */
export const bootNotification = bootHandler((seconds) => ({
  action: 'ChangeConfiguration',
  payload: { key: 'MeterValueSampleInterval', value: String(seconds) },
}))
