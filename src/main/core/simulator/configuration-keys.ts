import { measurands } from './meter.ts'

/** A configuration key: what it may hold, and who may read and write it (OCPP 1.6 chapter 9). */
export interface KeyDefinition {
  value: string
  kind: 'text' | 'integer' | 'boolean' | 'list'
  readonly?: true
  /** Never told, as the security whitepaper asks for AuthorizationKey. */
  secret?: true
  /** What a list may hold. */
  items?: readonly string[]
  least?: number
  most?: number
}

const seconds = { kind: 'integer', least: 0, most: 86_400 } as const
const yes = { kind: 'boolean', value: 'true' } as const
const no = { kind: 'boolean', value: 'false' } as const
const count = (value: number) => ({ kind: 'integer', value: String(value), readonly: true }) as const
const sampled = (value: string) => ({ kind: 'list', value, items: measurands }) as const

const usual = 'Energy.Active.Import.Register,Power.Active.Import,Current.Import,Voltage,SoC'

/** The keys of a mid-range AC charger; ten seconds between samples so that a demo is alive. */
export const keyDefinitions = {
  AllowOfflineTxForUnknownId: yes,
  AuthorizationCacheEnabled: yes,
  AuthorizeRemoteTxRequests: no,
  ClockAlignedDataInterval: { ...seconds, value: '0' },
  ConnectionTimeOut: { ...seconds, value: '60' },
  GetConfigurationMaxKeys: count(50),
  HeartbeatInterval: { ...seconds, value: '300' },
  LocalAuthorizeOffline: yes,
  LocalPreAuthorize: no,
  MeterValuesAlignedData: sampled('Energy.Active.Import.Register'),
  MeterValuesSampledData: sampled(usual),
  MeterValueSampleInterval: { ...seconds, value: '10' },
  NumberOfConnectors: count(1),
  ResetRetries: { kind: 'integer', value: '1', least: 0, most: 10 },
  StopTransactionOnEVSideDisconnect: yes,
  StopTransactionOnInvalidId: yes,
  StopTxnAlignedData: sampled(''),
  StopTxnSampledData: sampled('Energy.Active.Import.Register'),
  SupportedFeatureProfiles: {
    kind: 'list',
    value: 'Core,FirmwareManagement,LocalAuthListManagement,Reservation,SmartCharging,RemoteTrigger',
    readonly: true,
  },
  TransactionMessageAttempts: { kind: 'integer', value: '3', least: 1, most: 20 },
  TransactionMessageRetryInterval: { ...seconds, value: '10' },
  UnlockConnectorOnEVSideDisconnect: yes,
  WebSocketPingInterval: { ...seconds, value: '60' },
  AuthorizationKey: { kind: 'text', value: '', secret: true },
  LocalAuthListEnabled: yes,
  LocalAuthListMaxLength: count(500),
  SendLocalListMaxLength: count(100),
  ReserveConnectorZeroSupported: { ...no, readonly: true },
  ChargeProfileMaxStackLevel: count(20),
  ChargingScheduleAllowedChargingRateUnit: { kind: 'list', value: 'Current,Power', readonly: true },
  ChargingScheduleMaxPeriods: count(24),
  MaxChargingProfilesInstalled: count(40),
} as const satisfies Record<string, KeyDefinition>

export type ConfigurationKey = keyof typeof keyDefinitions
