import { text } from '../../../../shared/ocpp/payload.ts'
import { kindOf, type FindingKind } from '../kind.ts'
import { isCall } from '../seen.ts'
import { quoted } from '../words.ts'

/** What failed, and what to do about it. */
type Failures = Record<string, readonly [what: string, advice: string]>

const address = 'Check the address, its user and password, and whether the charger can reach it from its network; try ftp, http and https.'

/** FirmwareStatus (OCPP 1.6 §7.25; FirmwareStatusEnumType of 2.x) and PublishFirmwareStatusEnumType. */
const firmware: Failures = {
  DownloadFailed: ['the download failed', address],
  InstallationFailed: [
    'the installation failed',
    'Is the firmware for this model and hardware? Restart the charger and try again; its diagnostics say more.',
  ],
  InstallVerificationFailed: [
    'the check of the installed firmware failed',
    'The file may be damaged, or not for this hardware: fetch it again from the maker.',
  ],
  InvalidSignature: [
    'the signature of the firmware is not valid',
    'The file was changed, or is signed by somebody else: fetch it again from the maker.',
  ],
  InvalidCertificate: [
    'the certificate that signs the firmware is not valid',
    'Install the certificate of the maker, and check the clock of the charger.',
  ],
  RevokedCertificate: ['the certificate that signs the firmware was revoked', 'Ask the maker for firmware with a new signature.'],
  InvalidChecksum: ['the checksum does not fit', 'Fetch the file again from the maker, and compare its checksum.'],
  PublishFailed: ['it could not be offered to the other chargers', 'Look at the storage and the network of the local controller.'],
}
/** DiagnosticsStatus (OCPP 1.6 §7.24), UploadLogStatusEnumType (security whitepaper and 2.x). */
const upload: Failures = {
  UploadFailed: ['the upload failed', address],
  UploadFailure: ['the upload failed', address],
  BadMessage: [
    'the request for the log had a part that the charger cannot use',
    'Check the address and the type of log that was asked for.',
  ],
  NotSupportedOperation: ['the charger does not support this way of uploading', 'Try another protocol: ftp, sftp, http, https.'],
  PermissionDenied: ['the server did not let the charger write', 'Check user, password and rights of the folder on the server.'],
}

function failed(actions: readonly string[], failures: Failures, words: Pick<FindingKind, 'kind' | 'title' | 'clause'>) {
  return kindOf({
    ...words,
    severity: 'error',
    advice: address,
    initial: () => ({}),
    observe(_state, seen, report) {
      if (seen.action === null || !actions.includes(seen.action) || !isCall(seen, 'in')) return
      const status = text(seen.payload['status'])
      const failure = status !== null && Object.hasOwn(failures, status) ? failures[status] : undefined
      if (status === null || failure === undefined) return
      const [what, advice] = failure
      report.found({ about: status, text: `The charger reports ${quoted(status)}: ${what}.`, advice, sessionId: null })
    },
  })
}

export const firmwareFailed = failed(
  ['FirmwareStatusNotification', 'SignedFirmwareStatusNotification', 'PublishFirmwareStatusNotification'],
  firmware,
  { kind: 'firmware-failed', title: 'A firmware update failed', clause: 'OCPP 1.6 §4.5; OCPP 2.0.1 L01, L02' },
)

export const uploadFailed = failed(['DiagnosticsStatusNotification', 'LogStatusNotification'], upload, {
  kind: 'upload-failed',
  title: 'Diagnostics could not be uploaded',
  clause: 'OCPP 1.6 §4.4; OCPP 2.0.1 N01',
})
