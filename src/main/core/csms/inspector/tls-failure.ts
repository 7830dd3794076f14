import type { Way } from '../../../../shared/domain/handshake.ts'
import type { Refusal } from '../handshake.ts'

const trustUs =
  "Install the CA certificate of Chargebench in the charger (Settings, Certificates), and type an address that is in the server's certificate."

/** OpenSSL's and the system's codes, by what they begin with, in a technician's words. */
const failures: [code: RegExp, reason: string, whatToDo: string, way?: Way][] = [
  [
    /UNSUPPORTED_PROTOCOL|VERSION_TOO_LOW|PROTOCOL_VERSION/,
    'The charger speaks only TLS 1.0 or 1.1, which the standard forbids.',
    'Update the firmware of the charger; or allow old TLS versions, for this test only.',
    'allow-old-tls',
  ],
  [
    /NO_SHARED_CIPHER|NO_SUITABLE|HANDSHAKE_FAILURE|INSUFFICIENT_SECURITY/,
    'The charger offers no cipher suite that the security profiles allow.',
    'Update the firmware of the charger; or allow old TLS versions, for this test only.',
    'allow-old-tls',
  ],
  [/UNKNOWN_CA/, 'The charger does not trust the certificate authority of our certificate.', trustUs],
  [
    /EXPIRED/,
    'The charger takes our certificate for expired; its clock may be wrong.',
    'Set the clock of the charger, or rotate the certificates.',
  ],
  [/BAD_CERTIFICATE|CERTIFICATE_UNKNOWN|UNSUPPORTED_CERTIFICATE|ACCESS_DENIED/, 'The charger refuses our certificate.', trustUs],
  [
    /^(ECONNRESET|SILENT|EPIPE)$/,
    'The charger hung up during the TLS handshake without a word, as many do that do not trust a certificate.',
    trustUs,
  ],
]

const noTls: Refusal = {
  accept: false,
  status: '400 Bad Request',
  code: 'garbage',
  reason: 'Something came to the TLS port that is neither TLS nor HTTP.',
  whatToDo: 'Check which program or device connects to this port: it is no charger, or its network mangles what it sends.',
  security: false,
  unanswered: true,
}

export function tlsFailureRefusal({ code = '', message }: NodeJS.ErrnoException): Refusal {
  if (code.includes('WRONG_VERSION_NUMBER')) return noTls
  if (/UNEXPECTED_MESSAGE|DECODE_ERROR|LENGTH|BAD_RECORD|DECRYPTION_FAILED|ILLEGAL_PARAMETER/.test(code))
    return { ...noTls, reason: 'Something came to the TLS port that begins like TLS and goes on as something else.' }
  const known = failures.find(([pattern]) => pattern.test(code))
  return {
    accept: false,
    status: '400 Bad Request',
    code: 'tls-failed',
    reason: known?.[1] ?? `The TLS handshake failed: ${plainReason(message)}.`,
    whatToDo: known?.[2] ?? trustUs,
    security: true,
    unanswered: true,
    ways: known?.[3] === undefined ? [] : [known[3]],
  }
}

/** OpenSSL says `1A2B:error:0A0000F4:SSL routines:a_function:the reason:file.c:340:`, of which only the reason helps. */
function plainReason(message: string): string {
  const [, reason = message] = /:error:[0-9a-f]+:[^:]*:[^:]*:([^:]+):/i.exec(message) ?? []
  return reason.trim().slice(0, 160)
}
