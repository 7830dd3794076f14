import type { OCPP16 } from 'typed-ocpp'

/** What the charger says of its own accord, and what it is answered (OCPP 1.6 chapter 4). */
export interface OwnCalls {
  Authorize: OCPP16.AuthorizeRequest
  BootNotification: OCPP16.BootNotificationRequest
  DiagnosticsStatusNotification: OCPP16.DiagnosticsStatusNotificationRequest
  FirmwareStatusNotification: OCPP16.FirmwareStatusNotificationRequest
  Heartbeat: OCPP16.HeartbeatRequest
  MeterValues: OCPP16.MeterValuesRequest
  StartTransaction: OCPP16.StartTransactionRequest
  StatusNotification: OCPP16.StatusNotificationRequest
  StopTransaction: OCPP16.StopTransactionRequest
}
export type OwnAction = keyof OwnCalls

/** What the central system may ask, and how it is answered (OCPP 1.6 chapter 5). */
export interface AskedCalls {
  CancelReservation: [OCPP16.CancelReservationRequest, OCPP16.CancelReservationResponse]
  ChangeAvailability: [OCPP16.ChangeAvailabilityRequest, OCPP16.ChangeAvailabilityResponse]
  ChangeConfiguration: [OCPP16.ChangeConfigurationRequest, OCPP16.ChangeConfigurationResponse]
  ClearCache: [OCPP16.ClearCacheRequest, OCPP16.ClearCacheResponse]
  ClearChargingProfile: [OCPP16.ClearChargingProfileRequest, OCPP16.ClearChargingProfileResponse]
  DataTransfer: [OCPP16.DataTransferRequest, OCPP16.DataTransferResponse]
  GetCompositeSchedule: [OCPP16.GetCompositeScheduleRequest, OCPP16.GetCompositeScheduleResponse]
  GetConfiguration: [OCPP16.GetConfigurationRequest, OCPP16.GetConfigurationResponse]
  GetDiagnostics: [OCPP16.GetDiagnosticsRequest, OCPP16.GetDiagnosticsResponse]
  GetLocalListVersion: [OCPP16.GetLocalListVersionRequest, OCPP16.GetLocalListVersionResponse]
  RemoteStartTransaction: [OCPP16.RemoteStartTransactionRequest, OCPP16.RemoteStartTransactionResponse]
  RemoteStopTransaction: [OCPP16.RemoteStopTransactionRequest, OCPP16.RemoteStopTransactionResponse]
  ReserveNow: [OCPP16.ReserveNowRequest, OCPP16.ReserveNowResponse]
  Reset: [OCPP16.ResetRequest, OCPP16.ResetResponse]
  SendLocalList: [OCPP16.SendLocalListRequest, OCPP16.SendLocalListResponse]
  SetChargingProfile: [OCPP16.SetChargingProfileRequest, OCPP16.SetChargingProfileResponse]
  TriggerMessage: [OCPP16.TriggerMessageRequest, OCPP16.TriggerMessageResponse]
  UnlockConnector: [OCPP16.UnlockConnectorRequest, OCPP16.UnlockConnectorResponse]
  UpdateFirmware: [OCPP16.UpdateFirmwareRequest, OCPP16.UpdateFirmwareResponse]
}
export type AskedAction = keyof AskedCalls

export type ConnectorStatus = OCPP16.StatusNotificationRequest['status']
export type ErrorCode = OCPP16.StatusNotificationRequest['errorCode']
export type StopReason = NonNullable<OCPP16.StopTransactionRequest['reason']>
export type ChargingProfile = OCPP16.SetChargingProfileRequest['csChargingProfiles']
export type IdTagInfo = OCPP16.AuthorizeResponse['idTagInfo']
export type SampledValue = OCPP16.MeterValuesRequest['meterValue'][number]['sampledValue'][number]
export type MeterValue = OCPP16.MeterValuesRequest['meterValue'][number]
/** Central systems give out ids beyond 2^53, whose digits have to survive the round trip. */
export type TransactionId = number | bigint

/** The failures that a charger may report, apart from NoError (OCPP 1.6 §7.6). */
export const errorCodes = [
  'ConnectorLockFailure',
  'EVCommunicationError',
  'GroundFailure',
  'HighTemperature',
  'InternalError',
  'LocalListConflict',
  'OtherError',
  'OverCurrentFailure',
  'OverVoltage',
  'PowerMeterFailure',
  'PowerSwitchFailure',
  'ReaderFailure',
  'ResetFailure',
  'UnderVoltage',
  'WeakSignal',
] as const satisfies ErrorCode[]
