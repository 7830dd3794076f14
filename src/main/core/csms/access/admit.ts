import type { Settings } from '../../../../shared/domain/settings.ts'
import type { Refusal } from '../handshake.ts'
import type { ClientCertificate } from '../inspector/tls-facts.ts'
import { checkPassword, type Credentials } from './basic-auth.ts'
import { checkCertificate } from './client-certificate.ts'

/** What admission depends on. */
export interface Admission {
  chargerId: string
  credentials: Credentials
  /** Whether the connection is encrypted. */
  tls: boolean
  clientCertificate: ClientCertificate | null
  settings: Pick<Settings, 'access' | 'basicAuthUser' | 'tlsClientCertificates'>
  /** Serial numbers that it has told: a certificate may name it by one of them. */
  serialNumbers: readonly string[]
  /** As set by the technician; null where none is asked for. */
  password: string | null
  /** Virtual chargers, and those that the technician has set anything for. */
  known: boolean
}

export type Admitted =
  | { accept: true; /** What is unusual, in words. */ notes: string[]; authenticatedBy: 'nothing' | 'password' | 'certificate' }
  | Refusal

/** Whether a charger may come in: the access policy, its certificate (profile 3), its password (profiles 1 and 2). */
export function admit(admission: Admission): Admitted {
  const { chargerId, clientCertificate, known, serialNumbers, settings, tls } = admission
  if (settings.access === 'known' && !known) {
    return refuse('403 Forbidden', 'not-known', {
      reason: `${chargerId} is not known here, and only known chargers may connect.`,
      whatToDo: 'Accept this charger, or let unknown chargers connect in the settings.',
    })
  }
  const certificate = clientCertificate === null ? null : checkCertificate(clientCertificate, chargerId, serialNumbers)
  if (certificate?.accept === false) return certificate
  if (certificate === null && tls && settings.tlsClientCertificates === 'required') {
    return refuse('403 Forbidden', 'certificate-missing', {
      reason: `${chargerId} shows no certificate, although one is required on the TLS port (security profile 3).`,
      whatToDo:
        'Let the charger ask for one (SignCertificate) while certificates are only optional here, then choose security profile 3 in it.',
    })
  }
  if (certificate !== null) return { accept: true, notes: [], authenticatedBy: 'certificate' }
  return checkBasicAuth(admission)
}

function checkBasicAuth({ chargerId, credentials, password, settings, tls }: Admission): Admitted {
  if (password === null) {
    const notes = credentials.kind === 'none' ? [] : ['It sends a password, although none is set for it here.']
    return { accept: true, notes, authenticatedBy: 'nothing' }
  }
  if (credentials.kind === 'none') {
    return refuse('401 Unauthorized', 'password-missing', {
      reason: `${chargerId} sends no password, although one is set for it here.`,
      whatToDo: `Set the password (AuthorizationKey) and security profile ${tls ? 2 : 1} in the charger, or remove the password here.`,
    })
  }
  if (credentials.kind === 'unreadable') {
    return refuse('401 Unauthorized', 'password-unreadable', {
      reason: `${chargerId} sends an Authorization header that is not Basic auth with a user and a password.`,
      whatToDo: 'Set Basic auth (security profile 1 or 2) in the charger, or remove the password here.',
    })
  }
  const form = checkPassword(password, credentials.password)
  if (form === null) {
    return refuse('401 Unauthorized', 'password-wrong', {
      reason: `${chargerId} sends ${credentials.password.length === 0 ? 'an empty password' : 'a wrong password'}.`,
      whatToDo: 'Type the same password in the charger and here; some chargers want it as hex. Or take the one that it sends.',
    })
  }
  const wrongUser = credentials.user !== chargerId
  if (wrongUser && settings.basicAuthUser === 'refuse') {
    return refuse('401 Unauthorized', 'user-name', {
      reason: `The Basic auth user name is not the identity ${chargerId} (OCPP 1.6 security white paper §4.2).`,
      whatToDo: 'Correct the user name in the charger, or let any user name pass: the password is right.',
    })
  }
  return {
    accept: true,
    authenticatedBy: 'password',
    notes: [
      ...(wrongUser ? [`Its Basic auth user name is not the identity ${chargerId}, as the standard wants; the password is right.`] : []),
      ...(form === 'as set' ? [] : [`Its password comes as the ${form}; it is taken for right.`]),
    ],
  }
}

function refuse(status: Refusal['status'], code: Refusal['code'], words: Pick<Refusal, 'reason' | 'whatToDo'>): Refusal {
  return { accept: false, status, code, security: true, ...words }
}
