import { fields, list } from '../../../../shared/ocpp/payload.ts'
import { ocppTime } from '../desk.ts'
import type { Answer, Handler } from '../ocpp16/handler.ts'
import { because } from './status-info.ts'

/** Plug & Charge needs certificate authorities and an OCSP responder; a laptop next to a charger has neither. */
const noPki = because('NoPKI', 'Chargebench is connected to no certificate authority for ISO 15118.')

/** OCPP 2.0.1 part 2, M01 and M02. */
export const get15118EVCertificate: Handler = {
  essential: [],
  answer: () => ({ status: 'Failed', exiResponse: '', statusInfo: noPki }),
}

/** M06. */
export const getCertificateStatus: Handler = {
  essential: [],
  answer: () => ({ status: 'Failed', statusInfo: noPki }),
}

/** OCPP 2.1, M06: the state of each certificate of a chain, here never known. */
export const getCertificateChainStatus: Handler = {
  essential: ['certificateStatusRequests'],
  answer: (payload, { now }): Answer => ({
    certificateStatus: list(payload['certificateStatusRequests'])
      .slice(0, 4)
      .map((request) => {
        const { source, certificateHashData } = fields(request)
        return {
          certificateHashData: certificateHashData ?? {},
          source: source === 'CRL' ? 'CRL' : 'OCSP',
          status: 'Failed',
          nextUpdate: ocppTime(now + 24 * 3_600_000),
        }
      }),
  }),
}
