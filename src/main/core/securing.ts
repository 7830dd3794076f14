import { hostname } from 'node:os'
import type { ServerStatus, Settings } from '../../shared/domain/settings.ts'
import type { CertificateKeeper } from './certificates/keeper.ts'
import type { CentralSystem } from './csms/server.ts'
import { addressesFor } from './network/addresses.ts'

/** The TLS port: opening it with a certificate for this computer's addresses, and keeping that in step with them. */
export interface Securing {
  /** Brings the port in step with the settings; what goes wrong is told in the status, not thrown. */
  apply: (settings: Settings) => Promise<void>
  status: () => ServerStatus['secure']
  close: () => void
}

/** How often the addresses of this computer are looked at. */
const LOOK_MS = 30_000

export function createSecuring(options: {
  centralSystem: CentralSystem
  certificates: CertificateKeeper
  host: () => string
  changed: () => void
}): Securing {
  const { centralSystem, certificates } = options
  let wanted: Settings | null = null
  let port: number | null = null
  let problem: string | null = null
  let asked = false

  /** One after the other, each as is wanted by then: making a certificate takes time, in which the port may be turned off. */
  let last: Promise<void> = Promise.resolve()
  const apply = (settings: Settings): Promise<void> => {
    wanted = settings
    const inTurn = (): Promise<void> => bring(wanted ?? settings)
    last = last.then(inTurn, inTurn)
    return last
  }

  const bring = async (settings: Settings): Promise<void> => {
    if (settings.tlsPort === null) {
      centralSystem.closeSecure()
      port = null
      problem = null
    } else {
      const host = options.host()
      const askForCertificate = settings.tlsClientCertificates !== 'off'
      // Whether a port asks for certificates is settled when it opens; chargers that are connected stay so.
      if (asked !== askForCertificate) centralSystem.closeSecure()
      asked = askForCertificate
      try {
        const { certificate, privateKey } = await certificates.server(namesOf(host))
        const authority = await certificates.authority()
        const address = await centralSystem.listenSecurely(host, settings.tlsPort === 0 ? (port ?? 0) : settings.tlsPort, {
          certificate,
          privateKey,
          trusted: [authority.certificate],
          askForCertificate,
          oldVersions: settings.tlsOldVersions,
        })
        port = address.port
        problem = null
      } catch (error) {
        port = null
        problem = `The TLS port ${settings.tlsPort} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`
      }
    }
    options.changed()
  }

  const timer = setInterval(() => {
    if (wanted !== null && wanted.tlsPort !== null) void apply(wanted)
  }, LOOK_MS)
  timer.unref()

  return {
    apply,
    status: () => {
      if (wanted === null || wanted.tlsPort === null) return null
      const urls = port === null ? [] : addressesFor(options.host(), port).map(({ url }) => url.replace(/^ws:/, 'wss:'))
      return { port: port ?? wanted.tlsPort, problem, urls }
    },
    close: () => clearInterval(timer),
  }
}

/** What chargers may call this computer. */
function namesOf(host: string): string[] {
  const own = addressesFor(host, 0).map(({ address }) => address)
  const name = hostname().toLowerCase()
  return [...new Set([name, ...(name.includes('.') ? [] : [`${name}.local`]), 'localhost', '127.0.0.1', ...own])].filter(isName)
}

/** A host name that a certificate can hold, or an address. */
function isName(name: string): boolean {
  return /^[a-z0-9:]([a-z0-9.:_-]*[a-z0-9])?$/i.test(name)
}
