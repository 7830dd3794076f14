import type { ChargePoint } from './charger.ts'
import { nothing } from './timers.ts'

/** MeterValues at full multiples of ClockAlignedDataInterval counted from midnight, UTC (OCPP 1.6 §4.7, §9.1.6). */
export function alignClock(charger: ChargePoint): void {
  let cancel = nothing
  const arm = () => {
    cancel()
    const intervalMs = charger.settings.number('ClockAlignedDataInterval') * 1_000
    if (intervalMs === 0) return
    cancel = charger.timers.after(intervalMs - (charger.now() % intervalMs), () => {
      arm()
      report(charger)
    })
  }
  charger.settings.onChange((key) => key === 'ClockAlignedDataInterval' && arm())
  arm()
}

function report(charger: ChargePoint): void {
  const wanted = charger.settings.list('MeterValuesAlignedData')
  if (wanted.length === 0) return
  for (const connector of charger.connectors) {
    if (connector.transaction !== null) connector.reportMeter(wanted, 'Sample.Clock')
    else charger.notify('MeterValues', connector.meterValues(wanted, 'Sample.Clock'))
  }
}
