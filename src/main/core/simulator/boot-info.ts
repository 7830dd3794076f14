import type { ChargePoint } from './charger.ts'
import type { OwnCalls } from './messages.ts'

/** What a virtual charger says it is. */
export function bootInfo({ id, upkeep }: ChargePoint): OwnCalls['BootNotification'] {
  return {
    chargePointVendor: 'Chargebench',
    chargePointModel: 'Virtual 11 kW',
    chargePointSerialNumber: id.slice(0, 25),
    firmwareVersion: upkeep.firmwareVersion,
    meterType: 'Simulated three-phase',
  }
}
