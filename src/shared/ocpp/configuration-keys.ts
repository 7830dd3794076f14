/** The configuration keys that OCPP 1.6 and its extensions name, as data: what each means in a technician's words. */

export type SettingType = 'boolean' | 'integer' | 'decimal' | 'list' | 'choice' | 'text' | 'time'

/** What a standard says of one key or variable. */
export interface SettingDefinition {
  type: SettingType
  /** `s`, `Wh`, `%` …; null where it has none. */
  unit: string | null
  access: 'read-only' | 'read-write' | 'write-only' | 'either'
  /** The functional block that it belongs to. */
  profile: string
  meaning: string
  /** Where the standard defines it. */
  clause: string
  /** What a choice or each element of a list may be; left out where anything may stand. */
  items?: readonly string[]
  least?: number
  most?: number
  /** What a change may break, as a sentence. */
  danger?: string
}

export const measurands = [
  'Current.Export',
  'Current.Import',
  'Current.Offered',
  'Energy.Active.Export.Register',
  'Energy.Active.Import.Register',
  'Energy.Reactive.Export.Register',
  'Energy.Reactive.Import.Register',
  'Energy.Active.Export.Interval',
  'Energy.Active.Import.Interval',
  'Energy.Reactive.Export.Interval',
  'Energy.Reactive.Import.Interval',
  'Frequency',
  'Power.Active.Export',
  'Power.Active.Import',
  'Power.Factor',
  'Power.Offered',
  'Power.Reactive.Export',
  'Power.Reactive.Import',
  'RPM',
  'SoC',
  'Temperature',
  'Voltage',
] as const

type Rest = Partial<Pick<SettingDefinition, 'items' | 'least' | 'most' | 'danger' | 'access' | 'unit'>>
const seconds = { unit: 's', least: 0 } as const
const readOnly = { access: 'read-only' } as const
const mayLose = 'The charger may no longer be able to connect to this computer.'

/** @param chapter of OCPP 1.6 edition 2, or the name of the extension */
function group(profile: string, chapter: string) {
  return (number: string, type: SettingType, meaning: string, rest: Rest = {}): SettingDefinition => ({
    type,
    unit: null,
    access: 'read-write',
    profile,
    meaning,
    clause: number === '' ? chapter : `${chapter}.${number}`,
    ...rest,
  })
}

const core = group('Core', 'OCPP 1.6 §9.1')
const localList = group('Local Auth List Management', 'OCPP 1.6 §9.2')
const reservation = group('Reservation', 'OCPP 1.6 §9.3')
const smart = group('Smart Charging', 'OCPP 1.6 §9.4')
const firmware = group('Firmware Management', 'OCPP 1.6 errata, Firmware Management')
const security = group('Security', 'Improved security for OCPP 1.6-J, configuration keys')
const plugAndCharge = group('Plug & Charge', 'Using ISO 15118 Plug & Charge with OCPP 1.6')
const sampled = (number: string, meaning: string) => core(number, 'list', meaning, { items: measurands })
const most = (number: string, what: string) => core(number, 'integer', `How many elements ${what} can hold.`, { ...readOnly, least: 0 })

export const configurationKeys: Record<string, SettingDefinition> = {
  AllowOfflineTxForUnknownId: core('1', 'boolean', 'While offline, starts charging also for a card that it cannot check.'),
  AuthorizationCacheEnabled: core('2', 'boolean', 'Remembers which cards the central system has accepted, to use them while offline.'),
  AuthorizeRemoteTxRequests: core('3', 'boolean', 'Asks with Authorize before it obeys a remote start.', { access: 'either' }),
  BlinkRepeat: core('4', 'integer', 'How often its lights blink to signal something.', { unit: 'times', least: 0 }),
  ClockAlignedDataInterval: core(
    '5',
    'integer',
    'Every so often, at full steps of the clock, it sends meter values; 0 means never.',
    seconds,
  ),
  ConnectionTimeOut: core('6', 'integer', 'How long after a card or a remote start it waits for the car to be plugged in.', seconds),
  ConnectorPhaseRotation: core('7', 'list', 'How the phases of each connector are wired to the supply, such as 1.RST,2.STR.'),
  ConnectorPhaseRotationMaxLength: most('8', 'ConnectorPhaseRotation'),
  GetConfigurationMaxKeys: core('9', 'integer', 'How many keys can be asked for in one GetConfiguration.', { ...readOnly, least: 1 }),
  HeartbeatInterval: core('10', 'integer', 'How long it may be silent before it sends a Heartbeat.', seconds),
  LightIntensity: core('11', 'integer', 'How bright its lights are.', { unit: '%', least: 0, most: 100 }),
  LocalAuthorizeOffline: core('12', 'boolean', 'While offline, starts charging for cards that it knows from its list or cache.'),
  LocalPreAuthorize: core('13', 'boolean', 'Also online, starts for cards that it knows without waiting for the central system.'),
  MaxEnergyOnInvalidId: core('14', 'integer', 'Energy that a car still gets after its card turned out to be invalid.', {
    unit: 'Wh',
    least: 0,
  }),
  MeterValuesAlignedData: sampled('15', 'What is measured at each ClockAlignedDataInterval.'),
  MeterValuesAlignedDataMaxLength: most('16', 'MeterValuesAlignedData'),
  MeterValuesSampledData: sampled('17', 'What is measured at each MeterValueSampleInterval during a session.'),
  MeterValuesSampledDataMaxLength: most('18', 'MeterValuesSampledData'),
  MeterValueSampleInterval: core('19', 'integer', 'Every so often during a session it sends meter values; 0 means never.', seconds),
  MinimumStatusDuration: core('20', 'integer', 'A status must last so long before it is reported.', seconds),
  NumberOfConnectors: core('21', 'integer', 'How many connectors it has.', { ...readOnly, least: 1 }),
  ResetRetries: core('22', 'integer', 'How often it tries a reset again that did not work.', { unit: 'times', least: 0 }),
  StopTransactionOnEVSideDisconnect: core('23', 'boolean', 'Ends the session when the cable is unplugged at the car.'),
  StopTransactionOnInvalidId: core('24', 'boolean', 'Ends the session when the central system does not accept its card.'),
  StopTxnAlignedData: sampled('25', 'Clock-aligned values that StopTransaction carries.'),
  StopTxnAlignedDataMaxLength: most('26', 'StopTxnAlignedData'),
  StopTxnSampledData: sampled('27', 'Values at the begin and end of the session that StopTransaction carries.'),
  StopTxnSampledDataMaxLength: most('28', 'StopTxnSampledData'),
  SupportedFeatureProfiles: core('29', 'list', 'The parts of OCPP 1.6 that it can do.', {
    ...readOnly,
    items: ['Core', 'FirmwareManagement', 'LocalAuthListManagement', 'Reservation', 'SmartCharging', 'RemoteTrigger'],
  }),
  SupportedFeatureProfilesMaxLength: most('30', 'SupportedFeatureProfiles'),
  TransactionMessageAttempts: core('31', 'integer', 'How often it sends a message of a session that was not processed.', {
    unit: 'times',
    least: 0,
  }),
  TransactionMessageRetryInterval: core(
    '32',
    'integer',
    'How long it waits before it sends such a message again; longer after each try.',
    seconds,
  ),
  UnlockConnectorOnEVSideDisconnect: core('33', 'boolean', 'Unlocks the cable at the charger when it is unplugged at the car.'),
  WebSocketPingInterval: core(
    '34',
    'integer',
    'Every so often it pings the connection, to notice when it is lost; 0 means never.',
    seconds,
  ),

  LocalAuthListEnabled: localList('1', 'boolean', 'Uses the list of cards that the central system has sent.'),
  LocalAuthListMaxLength: localList('2', 'integer', 'How many cards its list can hold.', { ...readOnly, least: 0 }),
  SendLocalListMaxLength: localList('3', 'integer', 'How many cards one SendLocalList may bring.', { ...readOnly, least: 0 }),

  ReserveConnectorZeroSupported: reservation('1', 'boolean', 'Can reserve any connector, as connector 0.', readOnly),

  ChargeProfileMaxStackLevel: smart('1', 'integer', 'The highest stack level of a charging profile.', { ...readOnly, least: 0 }),
  ChargingScheduleAllowedChargingRateUnit: smart('2', 'list', 'Whether limits are given in ampere (Current) or watt (Power).', {
    ...readOnly,
    items: ['Current', 'Power'],
  }),
  ChargingScheduleMaxPeriods: smart('3', 'integer', 'How many periods a charging schedule may have.', { ...readOnly, least: 1 }),
  ConnectorSwitch3to1PhaseSupported: smart('4', 'boolean', 'Can switch from three phases to one during a session.', readOnly),
  MaxChargingProfilesInstalled: smart('5', 'integer', 'How many charging profiles it can hold at once.', { ...readOnly, least: 0 }),

  SupportedFileTransferProtocols: firmware('', 'list', 'How it can fetch firmware and send its logs.', {
    ...readOnly,
    items: ['FTP', 'FTPS', 'HTTP', 'HTTPS', 'SFTP'],
  }),

  AdditionalRootCertificateCheck: security('', 'boolean', 'Takes a new root certificate only if the old one has signed it.', readOnly),
  AuthorizationKey: security('', 'text', 'The password with which it logs in to the central system (Basic auth).', {
    access: 'write-only',
    danger: mayLose,
  }),
  CertificateSignedMaxChainSize: security('', 'integer', 'The largest certificate chain that it takes.', { ...readOnly, unit: 'bytes' }),
  CertificateStoreMaxLength: security('', 'integer', 'How many root certificates it can hold.', { ...readOnly, least: 0 }),
  CpoName: security('', 'text', 'The operator’s name, which its certificate must carry.'),
  SecurityProfile: security('', 'integer', 'How it connects: 0 open, 1 password, 2 TLS and password, 3 TLS with a certificate.', {
    least: 0,
    most: 3,
    danger: mayLose,
  }),

  CentralContractValidationAllowed: plugAndCharge(
    '',
    'boolean',
    'Lets the central system check a contract certificate that it cannot check itself.',
  ),
  CertSigningRepeatTimes: plugAndCharge('', 'integer', 'How often it asks again for a certificate that has not come.', {
    unit: 'times',
    least: 0,
  }),
  CertSigningWaitMinimum: plugAndCharge('', 'integer', 'How long it waits for a certificate before it asks again.', seconds),
  ContractValidationOffline: plugAndCharge('', 'boolean', 'While offline, checks a contract certificate itself.'),
  ISO15118PnCEnabled: plugAndCharge('', 'boolean', 'Offers Plug & Charge to cars.'),
}

const byLowerCase = new Map(Object.keys(configurationKeys).map((name) => [name.toLowerCase(), name]))

/** The standard's spelling of a 1.6 key, whatever the case it came in (CiString50); null for a key that is not standard. */
export function standardKey(key: string): string | null {
  return byLowerCase.get(key.toLowerCase()) ?? null
}
