import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { ExportQuery } from './export.ts'
import { hasPath } from './rest.ts'

/** The description that `GET /api/openapi.json` answers: the contract's paths, and the files beside them. */
export async function describeApi(version: string): Promise<OpenAPI.Document> {
  const generator = new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] })
  const document = await generator.generate(contract, {
    info: { title: 'Chargebench', version, description: 'Fields and query parameters that are not described here are refused.' },
    servers: [{ url: '/api' }],
    security: [{ token: [] }],
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    filter: hasPath,
  })
  return { ...document, paths: { ...document.paths, ...filePaths() } }
}

function filePaths(): OpenAPI.PathsObject {
  const { properties = {}, required = [] } = z.toJSONSchema(ExportQuery, { io: 'input', unrepresentable: 'any' })
  const parameters = Object.entries(properties).map(([name, schema]): OpenAPI.ParameterObject => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schema as OpenAPI.ParameterObject['schema'],
  }))
  const id: OpenAPI.ParameterObject = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
  const file = { 200: { description: 'The file' } }
  return {
    '/export': { get: { operationId: 'export', summary: 'The log as a file, sent as it is made', parameters, responses: file } },
    '/exports/{id}/file': { get: { operationId: 'exports.file', summary: 'A finished export', parameters: [id], responses: file } },
    '/exports/{id}/ticket': {
      post: {
        operationId: 'exports.ticket',
        summary: 'A path from which a browser can download the finished file once, without a header',
        parameters: [id],
        responses: { 200: { description: '{"path": "/api/exports/…"}' } },
      },
    },
  }
}
