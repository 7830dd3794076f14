import { ActionProblem } from '../actions/context.ts'
import { CertificateProblem } from '../certificates/keeper.ts'
import { type ApiContext, os } from './context.ts'

/** The certificates of this computer. Private keys go in, never out. */
export function certificatesApi({ certificates, securing, desk }: ApiContext) {
  const applied = async () => {
    await securing.apply(desk.settings())
    return certificates.info()
  }
  return {
    info: os.certificates.info.handler(() => certificates.info()),
    authority: os.certificates.authority.handler(async () => {
      const { certificate } = await certificates.authority()
      return { pem: certificate, derBase64: certificate.replace(/-----[A-Z ]+-----|\s/g, '') }
    }),
    rotate: os.certificates.rotate.handler(async () => {
      await certificates.rotate()
      return applied()
    }),
    importOwn: os.certificates.importOwn.handler(async ({ input }) => {
      try {
        await certificates.importOwn(input)
      } catch (error) {
        throw error instanceof CertificateProblem ? new ActionProblem('bad-request', error.message) : error
      }
      return applied()
    }),
    removeOwn: os.certificates.removeOwn.handler(async () => {
      await certificates.removeOwn()
      return applied()
    }),
  }
}
