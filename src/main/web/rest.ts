import type { IncomingMessage, ServerResponse } from 'node:http'
import type { TraverseContractProcedureCallbackOptions } from '@orpc/server'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerProblem } from './answer.ts'
import { keepDigits } from './json-body.ts'
import { sayInWords } from '../router-errors.ts'
import { refuseUnknown } from './refuse-unknown.ts'

/** Where a body holds an OCPP payload, whose numbers may have more digits than a JavaScript number. */
const carriesPayload = /^\/api\/chargers\/[^/]+\/calls\//
const largestBodyBytes = 32 * 1024 * 1024

/** The public part of the contract: a procedure without a path of its own is for the page only. */
export function hasPath({ contract }: TraverseContractProcedureCallbackOptions): boolean {
  return contract['~orpc'].route.path !== undefined
}

/** The contract over HTTP. Answers false when no procedure has the request's path. */
export function createRest(workbench: Workbench, log: Log): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const handler = new OpenAPIHandler(workbench.router, {
    filter: hasPath,
    plugins: [
      // In a URL every value is text; the contract says what it was meant to be.
      new SmartCoercionPlugin({ schemaConverters: [new ZodToJsonSchemaConverter()] }),
      new BodyLimitPlugin({ maxBodySize: largestBodyBytes }),
    ],
    clientInterceptors: [sayInWords(log), refuseUnknown],
  })
  return async (request, response) => {
    // Every body here is JSON. curl's -d calls it a form, whose fields would be dropped without a word.
    request.headers['content-type'] = 'application/json'
    const { method = 'GET', url = '/' } = request
    const [name] = method === 'GET' ? [] : new URL(url, 'http://localhost').searchParams.keys()
    if (name !== undefined) {
      answerProblem(
        response,
        400,
        `A ${method} takes no query parameters, such as "${name.slice(0, 80)}": its fields belong into the JSON body.`,
      )
      return true
    }
    if (carriesPayload.test(request.url ?? '')) {
      const problem = await keepDigits(request, largestBodyBytes)
      if (problem !== null) {
        answerProblem(response, problem.status, problem.message)
        return true
      }
    }
    return (await handler.handle(request, response, { prefix: '/api', context: {} })).matched
  }
}
