/** CALLERROR codes: OCPP-J 1.6 §4.2.3, with the spellings and codes of later versions that chargers mix in. */
const callErrors: Record<string, string> = {
  NotImplemented: 'the receiver does not know this action',
  NotSupported: 'the receiver knows the action but does not support it',
  InternalError: 'something went wrong inside the receiver',
  ProtocolError: 'the payload is incomplete or does not fit the action',
  SecurityError: 'a security problem kept the receiver from acting',
  FormationViolation: 'the payload does not have the form that the action wants',
  FormatViolation: 'the payload does not have the form that the action wants (a code since OCPP 2.0.1)',
  PropertyConstraintViolation: 'a field has a value that is not allowed',
  OccurenceConstraintViolation: 'a field is missing, or is there too often',
  OccurrenceConstraintViolation: 'a field is missing, or is there too often (the spelling since OCPP 2.0.1)',
  TypeConstraintViolation: 'a field has a value of the wrong type',
  GenericError: 'an error that no other code names',
  MessageTypeNotSupported: 'the message type is not known (a code since OCPP 2.0.1)',
  RpcFrameworkError: 'the frame is no valid call (a code since OCPP 2.0.1)',
}

/** ChargePointErrorCode, OCPP 1.6 §7.6. */
const chargePointErrors: Record<string, string> = {
  ConnectorLockFailure: 'the connector could not be locked or unlocked',
  EVCommunicationError: 'the charger and the car do not understand each other; often the cable, the contacts or the car',
  GroundFailure: 'the residual-current protection has tripped, or earth is missing',
  HighTemperature: 'the charger is too hot inside',
  InternalError: 'a fault in hardware or software inside the charger',
  LocalListConflict: 'a user is judged differently by the local list and by the central system',
  NoError: 'no fault',
  OtherError: 'a fault that no other code names; the vendor error code may say more',
  OverCurrentFailure: 'more current flowed than is allowed',
  OverVoltage: 'the voltage rose above what is allowed',
  PowerMeterFailure: 'the meter cannot be read',
  PowerSwitchFailure: 'the contactor does not switch as it should, or is welded',
  ReaderFailure: 'the card reader does not work',
  ResetFailure: 'the charger could not reset',
  UnderVoltage: 'the voltage fell below what is allowed',
  WeakSignal: 'the wireless signal is weak',
}

/** What a CALLERROR's code means, as a clause; null where the code is none that we know. */
export function callErrorMeaning(code: string): string | null {
  return Object.hasOwn(callErrors, code) ? (callErrors[code] ?? null) : null
}

/** What a StatusNotification's error code means, as a clause; null where the code is none that we know. */
export function chargePointErrorMeaning(code: string): string | null {
  return Object.hasOwn(chargePointErrors, code) ? (chargePointErrors[code] ?? null) : null
}
