import { type OpenAPI, OpenAPIGenerator } from '@orpc/openapi'
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4'
import { z } from 'zod'
import { contract } from '../../shared/contract.ts'
import { ExportQuery } from './export.ts'
import { ImportQuery } from './import.ts'
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
  const id: OpenAPI.ParameterObject = { name: 'id', in: 'path', required: true, schema: { type: 'string' } }
  const file = { 200: { description: 'The file' } }
  return {
    '/export': {
      get: { operationId: 'export', summary: 'The log as a file, sent as it is made', parameters: inQuery(ExportQuery), responses: file },
    },
    '/import': {
      post: {
        operationId: 'import',
        summary: 'Makes a recording of a log file, which is the body; answers when it has been read',
        parameters: inQuery(ImportQuery),
        requestBody: { content: { 'application/octet-stream': {} } },
        responses: {
          200: { description: '{"recording": {…}, "entries": 1, "unreadable": {"count": 0, "examples": []}, "notes": []}' },
          422: { description: 'What the file leaves open, with the parameter that answers it; or why it cannot be read' },
        },
      },
    },
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

function inQuery(schema: z.ZodType): OpenAPI.ParameterObject[] {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: property as OpenAPI.ParameterObject['schema'],
  }))
}
