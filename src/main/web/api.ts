import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerJson, answerProblem } from './answer.ts'
import { createExports } from './export.ts'
import { type Guard, bearerToken } from './guard.ts'
import { createImport } from './import.ts'
import { describeApi } from './open-api.ts'
import { createRest } from './rest.ts'

const exportRoute = /^\/api\/exports\/([^/]+)\/(file|ticket)$/

/** Everything under `/api`: the contract, its description, and the files, which are streamed beside it. */
export function createApi(options: { workbench: Workbench; guard: Guard; version: string; log: Log }) {
  const { workbench, guard, version, log } = options
  const rest = createRest(workbench, log)
  let description: ReturnType<typeof describeApi> | undefined
  const exports = createExports(workbench, Date.now)
  const importLog = createImport(workbench)

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname: path, searchParams: query } = new URL(request.url ?? '/', 'http://localhost')
    const method = request.method ?? 'GET'
    const [, exportId, exportPart] = exportRoute.exec(path) ?? []

    const allowed =
      guard.hasToken(bearerToken(request)) || (exportId !== undefined && exportPart === 'file' && exports.hasTicket(exportId, query))
    if (!allowed) {
      response.setHeader('www-authenticate', 'Bearer')
      return answerProblem(response, 401, 'This needs the header "Authorization: Bearer TOKEN" with the token that was printed at start.')
    }
    if (method === 'GET' && path === '/api/openapi.json') return answerJson(response, 200, await (description ??= describeApi(version)))
    if (method === 'GET' && path === '/api/export') return exports.stream(response, query)
    if (method === 'POST' && path === '/api/import') return importLog(request, response, query)
    if (exportId !== undefined && method === 'POST' && exportPart === 'ticket') return exports.ticket(response, exportId)
    if (exportId !== undefined && method === 'GET' && exportPart === 'file') return exports.download(response, exportId)
    if (!(await rest(request, response))) answerProblem(response, 404, `There is no ${method} ${path}.`)
  }
}
