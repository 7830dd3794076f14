import type { ServerStatus } from '../../shared/domain/settings.ts'
import type { CertificateKeeper } from './certificates/keeper.ts'
import type { CentralSystem } from './csms/server.ts'
import type { DeskKeeper } from './desk.ts'
import { createSignal, type Signal } from './live.ts'
import { addressesFor } from './network/addresses.ts'
import { nextFreePort } from './network/free-port.ts'
import type { Pipeline } from './pipeline.ts'
import { createSecuring, type Securing } from './securing.ts'
import type { Store } from './store/client.ts'

/** The OCPP port: opening it, saying why it cannot be opened, and what goes on at it. */
export interface Listening {
  /** Listens where it should; a port in use is told in the status, not thrown. */
  listen: (host: string, port: number) => Promise<void>
  status: () => Promise<ServerStatus>
  urls: () => string[]
  changed: Signal
  /** The TLS port beside it. */
  securing: Securing
  close: () => void
}

const RATE_MS = 1_000

export function createListening(options: {
  centralSystem: CentralSystem
  desk: DeskKeeper
  pipeline: Pipeline
  store: Store
  certificates: CertificateKeeper
}): Listening {
  const { centralSystem, pipeline, store } = options
  const changed = createSignal()
  let wanted = { host: options.desk.settings().ocppHost, port: options.desk.settings().ocppPort }
  let problem: string | null = null
  let freePort: number | null = null
  let counted = pipeline.entryCount()
  let rate = 0

  const securing = createSecuring({ centralSystem, certificates: options.certificates, host: () => wanted.host, changed: changed.emit })

  const timer = setInterval(() => {
    const count = pipeline.entryCount()
    const next = ((count - counted) * 1_000) / RATE_MS
    counted = count
    if (next !== rate) {
      rate = next
      changed.emit()
    }
  }, RATE_MS)
  timer.unref()
  pipeline.changed.on(changed.emit)

  const here = (): { host: string; port: number } => {
    const address = centralSystem.address()
    return address ? { host: wanted.host, port: address.port } : wanted
  }

  return {
    changed,
    securing,
    listen: async (host, port) => {
      wanted = { host, port }
      try {
        await centralSystem.listen(host, port)
        problem = null
        freePort = null
      } catch (error) {
        problem = listenProblem(host, port, error as NodeJS.ErrnoException, centralSystem.address()?.port ?? null)
        freePort = (error as NodeJS.ErrnoException).code === 'EADDRNOTAVAIL' ? null : await nextFreePort(host, Math.max(port, 1_024))
      }
      changed.emit()
    },
    status: async () => {
      const { host, port } = here()
      const listening = centralSystem.address() !== null
      return {
        listening,
        host,
        port,
        problem: problem ?? pipeline.problem(),
        nextFreePort: freePort,
        addresses: listening ? addressesFor(host, port) : [],
        secure: securing.status(),
        connected: centralSystem.connected(),
        messagesPerSecond: rate,
        entries: pipeline.entryCount(),
        databaseBytes: await store.read.databaseBytes(),
      }
    },
    urls: () => {
      const { host, port } = here()
      return centralSystem.address() === null ? [] : addressesFor(host, port).map(({ url }) => url)
    },
    close: () => {
      clearInterval(timer)
      securing.close()
    },
  }
}

function listenProblem(host: string, port: number, error: NodeJS.ErrnoException, stillOn: number | null): string {
  const still = stillOn === null ? 'No charger can connect until it listens.' : `It goes on listening on port ${stillOn}.`
  switch (error.code) {
    case 'EADDRINUSE':
      return `Port ${port} is in use by another program on this computer. ${still} Close that program or use another port.`
    case 'EACCES':
      return `This computer does not allow Chargebench to listen on port ${port}. ${still} Use a port above 1023.`
    case 'EADDRNOTAVAIL':
      return `This computer has no network address ${host} at the moment. ${still} Choose another interface in the settings.`
    default:
      return `Port ${port} cannot be opened (${error.message}). ${still}`
  }
}
