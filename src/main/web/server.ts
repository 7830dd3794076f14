import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerProblem } from './answer.ts'
import { createApi } from './api.ts'
import { createGuard, inUrl } from './guard.ts'
import { createPage } from './page.ts'
import { pathOf } from './request-path.ts'
import { createWireServer } from './wire.ts'

export interface WebServerOptions {
  workbench: Workbench
  log: Log
  version: string
  token: string
  /** Folder of the built page. */
  pageRoot: string
  host: string
  /** 0 is any free port. */
  port: number
}

export interface WebServer {
  /** `http://127.0.0.1:40000`, without a slash at the end. */
  origin: string
  close: () => Promise<void>
}

/** The page, its wire and the REST API on one port. Rejects when the port cannot be had. */
export async function startWebServer({ workbench, log, version, token, pageRoot, host, port }: WebServerOptions): Promise<WebServer> {
  const guard = createGuard(token, host)
  const page = createPage(pageRoot)
  const api = createApi({ workbench, guard, version, log })
  const wire = createWireServer(workbench, guard, log)

  const server = createServer((request, response) => {
    const refusal = guard.refuses(request)
    if (refusal) return answerProblem(response, 403, refusal)
    if (!/^\/api(\/|$)/.test(pathOf(request))) return page(request, response, () => answerProblem(response, 404, 'There is no such page.'))
    api(request, response).catch((error: unknown) => {
      log.error('a request to the API failed', { url: pathOf(request), error: String(error) })
      if (response.headersSent) response.destroy()
      else answerProblem(response, 500, 'Something went wrong inside Chargebench; its own log says more.')
    })
  })
  server.on('upgrade', wire.upgrade)
  server.listen(port, host)
  await once(server, 'listening')

  return {
    origin: `http://${reachable(host)}:${(server.address() as AddressInfo).port}`,
    async close() {
      wire.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}

/** A server that listens everywhere is reached from this machine by its loopback address. */
function reachable(host: string): string {
  if (host === '0.0.0.0') return '127.0.0.1'
  return host === '::' ? '[::1]' : inUrl(host)
}
