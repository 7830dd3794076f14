import { expect, test } from 'vitest'
import { configurationKeys, standardKey } from '../../../src/shared/ocpp/configuration-keys.ts'
import { deviceModelVariables, standardVariable } from '../../../src/shared/ocpp/device-model-variables.ts'
import { unusualValue } from '../../../src/shared/ocpp/check-setting.ts'
import { keyDefinitions } from '../../../src/main/core/simulator/configuration-keys.ts'

/** Chapter 9 of OCPP 1.6 edition 2 in its order, the security whitepaper's keys, and those of Plug & Charge. */
const standard = `AllowOfflineTxForUnknownId AuthorizationCacheEnabled AuthorizeRemoteTxRequests BlinkRepeat ClockAlignedDataInterval
ConnectionTimeOut ConnectorPhaseRotation ConnectorPhaseRotationMaxLength GetConfigurationMaxKeys HeartbeatInterval LightIntensity
LocalAuthorizeOffline LocalPreAuthorize MaxEnergyOnInvalidId MeterValuesAlignedData MeterValuesAlignedDataMaxLength MeterValuesSampledData
MeterValuesSampledDataMaxLength MeterValueSampleInterval MinimumStatusDuration NumberOfConnectors ResetRetries
StopTransactionOnEVSideDisconnect StopTransactionOnInvalidId StopTxnAlignedData StopTxnAlignedDataMaxLength StopTxnSampledData
StopTxnSampledDataMaxLength SupportedFeatureProfiles SupportedFeatureProfilesMaxLength TransactionMessageAttempts
TransactionMessageRetryInterval UnlockConnectorOnEVSideDisconnect WebSocketPingInterval
LocalAuthListEnabled LocalAuthListMaxLength SendLocalListMaxLength ReserveConnectorZeroSupported
ChargeProfileMaxStackLevel ChargingScheduleAllowedChargingRateUnit ChargingScheduleMaxPeriods ConnectorSwitch3to1PhaseSupported
MaxChargingProfilesInstalled SupportedFileTransferProtocols
AdditionalRootCertificateCheck AuthorizationKey CertificateSignedMaxChainSize CertificateStoreMaxLength CpoName SecurityProfile
CentralContractValidationAllowed CertSigningRepeatTimes CertSigningWaitMinimum ContractValidationOffline ISO15118PnCEnabled`.split(/\s+/)

test('every key of OCPP 1.6 and its extensions is explained, and no other is called standard', () => {
  expect(Object.keys(configurationKeys).toSorted()).toEqual(standard.toSorted())
})

test('the core keys stand in the order of the standard, so that each clause is right', () => {
  const core = Object.entries(configurationKeys).filter(([, { profile }]) => profile === 'Core')
  expect(core.map(([, { clause }]) => clause)).toEqual(core.map((_key, index) => `OCPP 1.6 §9.1.${index + 1}`))
})

test('every explanation is a sentence, and every interval has its unit', () => {
  const all = [...Object.entries(configurationKeys), ...Object.entries(deviceModelVariables)]
  expect(all.filter(([, { meaning }]) => !/^[A-Z0-9].*\.$/.test(meaning))).toEqual([])
  const intervals = all.filter(([name, { type }]) => type === 'integer' && /Interval$|TimeOut$/i.test(name))
  expect(intervals.filter(([, { unit }]) => unit !== 's')).toEqual([])
})

test('keys are found in whatever case a charger writes them', () => {
  expect(standardKey('heartbeatINTERVAL')).toBe('HeartbeatInterval')
  expect(standardKey('constructor')).toBeNull()
  expect(standardVariable('ocppcommctrlr', 'heartbeatinterval')?.unit).toBe('s')
  expect(standardVariable('Toaster', 'Crispness')).toBeNull()
})

test('the defaults of the virtual charger fit what the standard says of them', () => {
  const warnings = Object.entries(keyDefinitions).map(([key, { value }]) => {
    const definition = configurationKeys[standardKey(key) ?? '']
    return [key, definition === undefined ? 'not standard' : unusualValue(definition, value)]
  })
  expect(warnings.filter(([, warning]) => warning !== null)).toEqual([])
})

test.each([
  ['HeartbeatInterval', '60', null],
  ['HeartbeatInterval', '1 min', 'The standard has a whole number here, in s.'],
  ['HeartbeatInterval', '-1', 'The least that is usual is 0 s.'],
  ['LightIntensity', '101', 'The most that is usual is 100 %.'],
  ['LocalPreAuthorize', 'TRUE', null],
  ['LocalPreAuthorize', 'yes', 'The standard has true or false here.'],
  ['MeterValuesSampledData', 'Voltage.L1-N, SoC', null],
  ['MeterValuesSampledData', 'Volts,SoC', 'The standard does not know Volts here.'],
])('%s of %j: %s', (key, value, warning) => {
  const definition = configurationKeys[key]
  expect(definition && unusualValue(definition, value)).toBe(warning)
})
