import type { IncomingMessage, ServerResponse } from 'node:http'
import { SmartCoercionPlugin } from '@orpc/json-schema'
import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { OpenAPIHandler } from '@orpc/openapi/node'
import { BodyLimitPlugin } from '@orpc/server/node'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { contract } from '../../shared/contract.ts'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { sayInWords } from '../router-errors.ts'

const largestBodyBytes = 32 * 1024 * 1024

export interface Rest {
  /** False when no procedure has this path. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>
  openApi: () => Promise<OpenAPI.Document>
}

/** The contract over HTTP: every procedure to which the contract gives a path, and no other. */
export function createRest(workbench: Workbench, version: string, log: Log): Rest {
  const schemaConverters = [new ZodToJsonSchemaConverter()]
  const handler = new OpenAPIHandler(workbench.router, {
    filter: ({ contract: procedure }) => procedure['~orpc'].route.path !== undefined,
    // In a URL every value is text; the contract says what it was meant to be.
    plugins: [new SmartCoercionPlugin({ schemaConverters }), new BodyLimitPlugin({ maxBodySize: largestBodyBytes })],
    clientInterceptors: [sayInWords(log)],
  })
  let document: Promise<OpenAPI.Document> | undefined

  return {
    async handle(request, response) {
      const { matched } = await handler.handle(request, response, { prefix: '/api', context: {} })
      return matched
    },
    openApi: () =>
      // Made when first asked for: it takes a while and most never ask.
      (document ??= new OpenAPIGenerator({ schemaConverters }).generate(contract, {
        info: { title: 'Chargebench', version },
        servers: [{ url: '/api' }],
        security: [{ token: [] }],
        components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
        filter: ({ contract: procedure }) => procedure['~orpc'].route.path !== undefined,
      })),
  }
}
