/**
 * The variables of the OCPP 2.0.1 and 2.1 device model that matter most at a charger, by `Component.Variable` (part 2,
 * referenced components and variables). A charger reports type, unit and limits itself; this says what they mean.
 */
import type { SettingDefinition, SettingType } from './configuration-keys.ts'

type Rest = Partial<Pick<SettingDefinition, 'unit' | 'access' | 'danger'>>
const clause = 'OCPP 2.0.1 part 2, referenced components and variables'
const seconds = { unit: 's' } as const
const readOnly = { access: 'read-only' } as const
const mayLose = { danger: 'The charger may no longer be able to connect to this computer.' } as const

const of =
  (profile: string) =>
  (type: SettingType, meaning: string, rest: Rest = {}): SettingDefinition => ({
    type,
    unit: null,
    access: 'read-write',
    profile,
    meaning,
    clause,
    ...rest,
  })

const general = of('General')
const messages = of('Messages')
const security = of('Security')
const authorisation = of('Authorisation')
const transactions = of('Transactions')
const metering = of('Metering')
const smart = of('Smart Charging')
const connecting = of('Connection')
const hardware = of('Hardware')

export const deviceModelVariables: Record<string, SettingDefinition> = {
  'OCPPCommCtrlr.HeartbeatInterval': connecting('integer', 'How long it may be silent before it sends a Heartbeat.', seconds),
  'OCPPCommCtrlr.WebSocketPingInterval': connecting('integer', 'Every so often it pings the connection; 0 means never.', seconds),
  'OCPPCommCtrlr.NetworkConfigurationPriority': connecting('list', 'Which network profiles it tries, in this order.', mayLose),
  'OCPPCommCtrlr.NetworkProfileConnectionAttempts': connecting('integer', 'Tries of one network profile before it goes on to the next.'),
  'OCPPCommCtrlr.ActiveNetworkProfile': connecting('integer', 'The network profile by which it is connected now.', readOnly),
  'OCPPCommCtrlr.OfflineThreshold': connecting(
    'integer',
    'After so long offline it reports every connector’s status when it is back.',
    seconds,
  ),
  'OCPPCommCtrlr.QueueAllMessages': connecting('boolean', 'Keeps all messages while offline, not only those of sessions.'),
  'OCPPCommCtrlr.RetryBackOffWaitMinimum': connecting('integer', 'Shortest wait before it tries to connect again.', seconds),
  'OCPPCommCtrlr.RetryBackOffRepeatTimes': connecting('integer', 'How often it doubles that wait.'),
  'OCPPCommCtrlr.RetryBackOffRandomRange': connecting('integer', 'A random part of that wait.', seconds),
  'OCPPCommCtrlr.MessageTimeout': messages('integer', 'How long it waits for an answer of the central system.', seconds),
  'OCPPCommCtrlr.MessageAttempts': messages('integer', 'How often it sends a message of a session that was not processed.'),
  'OCPPCommCtrlr.MessageAttemptInterval': messages('integer', 'How long it waits before it sends such a message again.', seconds),
  'OCPPCommCtrlr.ResetRetries': messages('integer', 'How often it tries a reset again that did not work.'),
  'OCPPCommCtrlr.UnlockOnEVSideDisconnect': transactions('boolean', 'Unlocks the cable at the charger when it is unplugged at the car.'),
  'OCPPCommCtrlr.FileTransferProtocols': messages('list', 'How it can fetch firmware and send its logs.', readOnly),
  'DeviceDataCtrlr.ItemsPerMessage': messages('integer', 'How many variables one message may ask for or set.', readOnly),
  'DeviceDataCtrlr.BytesPerMessage': messages('integer', 'How large such a message may be.', { ...readOnly, unit: 'bytes' }),
  'DeviceDataCtrlr.ValueSize': general('integer', 'The longest value that a variable can hold.', { ...readOnly, unit: 'characters' }),

  'SecurityCtrlr.BasicAuthPassword': security('text', 'The password with which it logs in to the central system.', {
    access: 'write-only',
    ...mayLose,
  }),
  'SecurityCtrlr.Identity': security('text', 'The identity with which it connects.', mayLose),
  'SecurityCtrlr.OrganizationName': security('text', 'The operator’s name, which its certificate must carry.'),
  'SecurityCtrlr.SecurityProfile': security(
    'integer',
    'How it connects: 1 password, 2 TLS and password, 3 TLS with a certificate.',
    readOnly,
  ),
  'SecurityCtrlr.CertificateEntries': security('integer', 'How many certificates it holds.', readOnly),
  'SecurityCtrlr.AdditionalRootCertificateCheck': security(
    'boolean',
    'Takes a new root certificate only if the old one has signed it.',
    readOnly,
  ),
  'SecurityCtrlr.MaxCertificateChainSize': security('integer', 'The largest certificate chain that it takes.', {
    ...readOnly,
    unit: 'bytes',
  }),
  'SecurityCtrlr.CertSigningWaitMinimum': security('integer', 'How long it waits for a certificate before it asks again.', seconds),
  'SecurityCtrlr.CertSigningRepeatTimes': security('integer', 'How often it asks again for a certificate that has not come.'),

  'AuthCtrlr.Enabled': authorisation('boolean', 'Asks for a card or another authorisation before charging.'),
  'AuthCtrlr.AuthorizeRemoteStart': authorisation('boolean', 'Asks with Authorize before it obeys a remote start.'),
  'AuthCtrlr.LocalAuthorizeOffline': authorisation('boolean', 'While offline, starts charging for cards that it knows.'),
  'AuthCtrlr.LocalPreAuthorize': authorisation('boolean', 'Also online, starts for cards that it knows without waiting.'),
  'AuthCtrlr.OfflineTxForUnknownIdEnabled': authorisation('boolean', 'While offline, starts also for a card that it cannot check.'),
  'AuthCtrlr.MasterPassGroupId': authorisation('text', 'Cards of this group may stop any session.'),
  'AuthCacheCtrlr.Enabled': authorisation('boolean', 'Remembers which cards the central system has accepted.'),
  'AuthCacheCtrlr.LifeTime': authorisation('integer', 'How long it remembers them.', seconds),
  'LocalAuthListCtrlr.Enabled': authorisation('boolean', 'Uses the list of cards that the central system has sent.'),
  'LocalAuthListCtrlr.Entries': authorisation('integer', 'How many cards its list holds.', readOnly),
  'ReservationCtrlr.Enabled': authorisation('boolean', 'Takes reservations.'),

  'TxCtrlr.EVConnectionTimeOut': transactions('integer', 'How long it waits for the car to be plugged in.', seconds),
  'TxCtrlr.StopTxOnEVSideDisconnect': transactions('boolean', 'Ends the session when the cable is unplugged at the car.'),
  'TxCtrlr.StopTxOnInvalidId': transactions('boolean', 'Ends the session when the central system does not accept its card.'),
  'TxCtrlr.MaxEnergyOnInvalidId': transactions('integer', 'Energy that a car still gets after its card turned out to be invalid.', {
    unit: 'Wh',
  }),
  'TxCtrlr.TxBeforeAcceptedEnabled': transactions('boolean', 'Charges also before its boot has been accepted.'),
  'TxCtrlr.TxStartPoint': transactions('list', 'What makes a transaction begin, such as Authorized or PowerPathClosed.'),
  'TxCtrlr.TxStopPoint': transactions('list', 'What makes a transaction end.'),

  'SampledDataCtrlr.Enabled': metering('boolean', 'Sends meter values during a session.'),
  'SampledDataCtrlr.TxUpdatedInterval': metering('integer', 'Every so often during a session it sends meter values.', seconds),
  'SampledDataCtrlr.TxUpdatedMeasurands': metering('list', 'What is measured during a session.'),
  'SampledDataCtrlr.TxStartedMeasurands': metering('list', 'What is measured at the begin of a session.'),
  'SampledDataCtrlr.TxEndedMeasurands': metering('list', 'What is kept for the end of a session.'),
  'SampledDataCtrlr.TxEndedInterval': metering('integer', 'Every so often a value is kept for the end of the session.', seconds),
  'AlignedDataCtrlr.Enabled': metering('boolean', 'Sends meter values at full steps of the clock.'),
  'AlignedDataCtrlr.Interval': metering('integer', 'Every so often, at full steps of the clock, it sends meter values.', seconds),
  'AlignedDataCtrlr.Measurands': metering('list', 'What is measured then.'),
  'AlignedDataCtrlr.TxEndedInterval': metering('integer', 'Every so often such a value is kept for the end of the session.', seconds),
  'AlignedDataCtrlr.TxEndedMeasurands': metering('list', 'What is kept for the end of a session.'),

  'SmartChargingCtrlr.Enabled': smart('boolean', 'Obeys charging profiles.'),
  'SmartChargingCtrlr.LimitChangeSignificance': smart('decimal', 'Changes of the limit smaller than this are not reported.', { unit: '%' }),
  'SmartChargingCtrlr.ProfileStackLevel': smart('integer', 'The highest stack level of a charging profile.', readOnly),
  'SmartChargingCtrlr.RateUnit': smart('list', 'Whether limits are given in A or W.', readOnly),
  'SmartChargingCtrlr.PeriodsPerSchedule': smart('integer', 'How many periods a charging schedule may have.', readOnly),
  'SmartChargingCtrlr.Entries': smart('integer', 'How many charging profiles it holds.', readOnly),

  'ISO15118Ctrlr.Enabled': hardware('boolean', 'Talks ISO 15118 with cars.'),
  'ISO15118Ctrlr.PnCEnabled': hardware('boolean', 'Offers Plug & Charge to cars.'),
  'ISO15118Ctrlr.CentralContractValidationAllowed': hardware('boolean', 'Lets the central system check contract certificates.'),
  'ISO15118Ctrlr.ContractValidationOffline': hardware('boolean', 'While offline, checks a contract certificate itself.'),
  'ClockCtrlr.DateTime': general('time', 'What its clock says.', readOnly),
  'ClockCtrlr.TimeSource': general('list', 'Where it takes the time from, in this order.'),
  'ClockCtrlr.NtpServerUri': general('text', 'The time server that it asks.'),
  'ClockCtrlr.TimeZone': general('text', 'Its time zone, for its display.'),
  'ClockCtrlr.TimeOffset': general('text', 'Its time zone as an offset, such as +02:00.'),
  'MonitoringCtrlr.Enabled': general('boolean', 'Watches its variables and reports what it sees.'),
  'DisplayMessageCtrlr.Enabled': general('boolean', 'Shows messages of the central system.'),
  'TariffCostCtrlr.Enabled': general('boolean', 'Shows prices and costs.'),
  'ChargingStation.AvailabilityState': hardware('choice', 'Whether it can be used.', readOnly),
  'ChargingStation.Available': hardware('boolean', 'Whether the part is there.', readOnly),
  'ChargingStation.Model': hardware('text', 'Its model.', readOnly),
  'ChargingStation.SupplyPhases': hardware('integer', 'How many phases supply it.', readOnly),
  'ChargingStation.VendorName': hardware('text', 'Who made it.', readOnly),
  'EVSE.AvailabilityState': hardware('choice', 'Whether this EVSE can be used.', readOnly),
  'EVSE.AllowReset': hardware('boolean', 'Whether this EVSE can be reset on its own.', readOnly),
  'EVSE.Power': hardware('decimal', 'Power that flows now, or that it can give at most.', { ...readOnly, unit: 'W' }),
  'EVSE.SupplyPhases': hardware('integer', 'How many phases supply it.', readOnly),
  'Connector.AvailabilityState': hardware('choice', 'Whether this connector can be used.', readOnly),
  'Connector.ConnectorType': hardware('text', 'Which plug it is.', readOnly),
  'Connector.SupplyPhases': hardware('integer', 'How many phases supply it.', readOnly),
}

/** What the standard says of a variable of a component; both compared without case. Null where it names none such. */
export function standardVariable(component: string, variable: string): SettingDefinition | null {
  return byLowerCase.get(`${component}.${variable}`.toLowerCase()) ?? null
}

const byLowerCase = new Map(Object.entries(deviceModelVariables).map(([name, definition]) => [name.toLowerCase(), definition]))
