/**
 * What a technician does about an error code: ChargePointErrorCode (OCPP 1.6 §7.6; what each means is in error-codes.ts), and
 * the Minimum Required Error Codes of the ChargeX consortium, which many makers send as vendorErrorCode (1.6) or techCode (2.x).
 */
const advice: Record<string, string> = {
  ConnectorLockFailure: 'Plug the cable in again, fully. Look for dirt or a bent latch; if it stays, the lock or its motor needs service.',
  EVCommunicationError: 'Try another cable and another car: this shows whether charger, cable or car is to blame.',
  GroundFailure:
    'Do not just switch it on again: measure insulation and earth first. Moisture in plug or cable, a fault in the car, or a missing earth are the usual causes.',
  HighTemperature: 'Look at ventilation, sun and filters; check terminals for heat. Charging at a lower current helps for now.',
  InternalError: 'Restart the charger. If it comes back, fetch its diagnostics for the maker.',
  LocalListConflict: 'Send the local list anew, or clear it (SendLocalList).',
  OtherError: 'Look the vendor error code up in the manual of the charger.',
  OverCurrentFailure: 'Look at the breaker, at the load of other connectors, and at the limit set in the charger; try another car.',
  OverVoltage: 'Measure the mains, neutral included: a loose neutral shows as too much on one phase.',
  PowerMeterFailure: 'Check wiring, address and settings of the meter. Sessions may end without energy until it works.',
  PowerSwitchFailure: 'Take it out of service: a welded contactor leaves the connector live. It needs a service technician.',
  ReaderFailure: 'Users can be started from here meanwhile. Restart the charger; if it stays, the reader needs service.',
  ResetFailure: 'Restart it by its power supply.',
  UnderVoltage: 'Measure the mains under load: supply cable, terminals, breaker.',
  WeakSignal: 'Look at the antenna and at the place of the modem; messages may come late or be lost.',
}

/** Code, what it means as a clause. Numbers and names are those of the consortium's list. */
const chargeX: Record<string, string> = {
  CX001: 'the connector could not be locked or unlocked at the car',
  CX002: 'the residual-current protection has tripped',
  CX003: 'it is too hot inside, and charges with less',
  CX004: 'the overcurrent protection has tripped',
  CX005: 'the voltage rose above what is allowed',
  CX006: 'the voltage fell below what is allowed',
  CX008: 'the emergency stop was pressed',
  CX010: 'the car is in a mode in which it cannot be charged',
  CX011: 'the insulation check of the cable failed',
  CX014: 'the control pilot between charger and car is faulty',
  CX015: 'the supply was lost',
  CX017: 'the contactor of the charger is faulty',
  CX018: 'cable or plug is too hot, and it charges with less',
  CX019: 'cable or plug is too hot, and charging was stopped',
  CX020: 'the plug is not fully in',
  CX022: 'the insulation resistance is too low',
  CX023: 'the proximity signal of the plug is faulty',
  CX024: 'there is voltage at the connector where none may be',
  CX025: 'the latch of the plug is broken',
  CX026: 'the cable was cut',
}

export function faultAdvice(code: string): string | null {
  return Object.hasOwn(advice, code) ? (advice[code] ?? null) : null
}

/** What a vendor's code means, where it is one that many use; null where it is the maker's own. */
export function vendorCodeMeaning(code: string): string | null {
  const known = /\bCX\d{3}\b/i.exec(code.slice(0, 100))?.[0].toUpperCase()
  return known !== undefined && Object.hasOwn(chargeX, known) ? (chargeX[known] ?? null) : null
}
