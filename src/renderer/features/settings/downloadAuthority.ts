import { client } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'

/** Saves the certificate that chargers have to trust. */
export async function downloadAuthority(form: 'pem' | 'der'): Promise<void> {
  try {
    const { pem, derBase64 } = await client.certificates.authority()
    const bytes = form === 'pem' ? new TextEncoder().encode(pem) : Uint8Array.from(atob(derBase64), (letter) => letter.charCodeAt(0))
    const url = URL.createObjectURL(new Blob([bytes], { type: 'application/x-x509-ca-cert' }))
    const link = Object.assign(document.createElement('a'), { href: url, download: `chargebench-ca.${form === 'pem' ? 'pem' : 'der'}` })
    link.click()
    setTimeout(() => URL.revokeObjectURL(url), 10_000)
  } catch (error) {
    tellProblem(error, 'The CA certificate could not be read')
  }
}
