import { once } from 'node:events'
import { type IncomingMessage, type ServerResponse, createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerJson, answerProblem } from './answer.ts'
import { bearerToken, createGuard, inUrl } from './guard.ts'
import { createPage } from './page.ts'
import { createRest } from './rest.ts'
import { createWire, pathOf } from './wire.ts'

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
  const rest = createRest(workbench, version, log)
  const wire = createWire(workbench, guard, log)

  async function api(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (!guard.hasToken(bearerToken(request))) {
      response.setHeader('www-authenticate', 'Bearer')
      return answerProblem(response, 401, 'This needs the header "Authorization: Bearer TOKEN" with the token that was printed at start.')
    }
    const path = pathOf(request)
    if (path === '/api/openapi.json' && request.method === 'GET') return answerJson(response, 200, await rest.openApi())
    if (!(await rest.handle(request, response))) answerProblem(response, 404, `There is no ${request.method} ${path}.`)
  }

  const server = createServer((request, response) => {
    const refusal = guard.refuses(request)
    if (refusal) return answerProblem(response, 403, refusal)
    if (!pathOf(request).startsWith('/api')) return page(request, response, () => answerProblem(response, 404, 'There is no such page.'))
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
    origin: `http://${inUrl(host)}:${(server.address() as AddressInfo).port}`,
    async close() {
      wire.close()
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
