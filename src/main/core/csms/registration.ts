import type { Charger, ChargerSettings } from '../../../shared/domain/charger.ts'

export type Registration = ChargerSettings['registration']

/**
 * What a charger may do at present. A setting of accepted counts at once; any other counts for a charger that was told so
 * in the answer to its BootNotification, and for one that never booted here.
 */
export function registrationOf(charger: Pick<Charger, 'registration' | 'bootInfo'>, setting: Registration): Registration {
  if (setting === 'accepted') return 'accepted'
  return charger.bootInfo === null ? setting : charger.registration
}

/** What a charger may send although it was not triggered: the outcome of an upload or update, or of a report, that the central system ordered. */
const progress = new Set([
  'DiagnosticsStatusNotification',
  'FirmwareStatusNotification',
  'LogStatusNotification',
  'SignedFirmwareStatusNotification',
  'PublishFirmwareStatusNotification',
  'NotifyReport',
  'NotifyMonitoringReport',
  'NotifyCustomerInformation',
  'NotifyDisplayMessages',
  'ReportChargingProfiles',
])

/**
 * Why a charger's call is not served, null where it is (OCPP 1.6 §4.2.1; the code SecurityError is that of OCPP 2.0.1
 * B02.FR.09 and B03.FR.07).
 * @param triggered whether we asked for this message with a TriggerMessage
 */
export function whyNotServed(registration: Registration, action: string, triggered: boolean): string | null {
  if (registration === 'accepted' || action === 'BootNotification') return null
  if (registration === 'rejected')
    return `The charger is not registered here (Rejected): ${action} is not served until a BootNotification is accepted.`
  if (triggered || progress.has(action)) return null
  return `The registration is Pending: ${action} is not served until the BootNotification is accepted, unless it was triggered.`
}

const starting = new Set(['RemoteStartTransaction', 'RemoteStopTransaction', 'RequestStartTransaction', 'RequestStopTransaction'])

/** Why a call of ours may not go to a charger, as a sentence; null where it may (OCPP 1.6 §4.2.1, OCPP 2.0.1 B02.FR.05). */
export function whyNotCalled(registration: Registration, action: string): string | null {
  switch (registration) {
    case 'accepted':
      return null
    case 'pending':
      return starting.has(action)
        ? `${action} was not sent: the charger's registration is pending, and until it is accepted no session may be started or stopped remotely. Accept the charger first.`
        : null
    case 'rejected':
      return `${action} was not sent: the charger's registration is rejected, and a rejected charger is sent nothing. Accept it, or set it to pending to configure it.`
  }
}
