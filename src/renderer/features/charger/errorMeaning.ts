/** ChargePointErrorCode (OCPP 1.6 §7.6) in a technician's words. */
const meanings: Record<string, string> = {
  ConnectorLockFailure: 'The cable cannot be locked or unlocked.',
  EVCommunicationError: 'The charger cannot talk to the car.',
  GroundFailure: 'The earth-fault protection has tripped.',
  HighTemperature: 'It is too hot inside the charger.',
  InternalError: 'Something failed inside the charger.',
  LocalListConflict: "The charger's own list of users contradicts what it was told.",
  OtherError: 'Something else; the vendor code says what.',
  OverCurrentFailure: 'The current was too high and the protection has tripped.',
  OverVoltage: 'The mains voltage is too high.',
  PowerMeterFailure: 'The electricity meter cannot be read.',
  PowerSwitchFailure: 'The power contactor cannot be switched.',
  ReaderFailure: 'The card reader does not work.',
  ResetFailure: 'The charger could not restart.',
  UnderVoltage: 'The mains voltage is too low.',
  WeakSignal: "The charger's radio signal is weak.",
}

/** What an error code means; codes that the standard does not know are the charger's own. */
export function errorMeaning(errorCode: string | null): string {
  if (errorCode === null || errorCode === '') return 'The charger reports a problem of its own.'
  return (
    (Object.hasOwn(meanings, errorCode) ? meanings[errorCode] : undefined) ??
    'The charger reports an error that the standard does not know.'
  )
}
