import { networkInterfaces } from 'node:os'
import type { ServerStatus } from '../../../shared/domain/settings.ts'

type Address = ServerStatus['addresses'][number]

/**
 * The addresses to type into a charger, one for each network interface, this computer's own last.
 * @param host what is listened on; one address, or 0.0.0.0 or :: for all interfaces
 */
export function addressesFor(host: string, port: number): Address[] {
  const everywhere = host === '0.0.0.0' || host === '::'
  const all = Object.entries(networkInterfaces()).flatMap(([name, infos]) =>
    (infos ?? [])
      // A link-local IPv6 address needs a zone, which no charger can be told.
      .filter(({ address, family }) => (family === 'IPv4' ? true : host === '::' && !address.toLowerCase().startsWith('fe80:')))
      .map(({ address, family, internal }): Address => {
        const shown = family === 'IPv6' ? `[${address}]` : address
        return { interface: name, address, url: `ws://${shown}:${port}/`, loopback: internal }
      }),
  )
  return all.filter(({ address }) => everywhere || address === host).toSorted((a, b) => Number(a.loopback) - Number(b.loopback))
}
