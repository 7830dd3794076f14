import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { z } from 'zod'
import { Columns, ImportChoices } from '../../shared/domain/recording.ts'
import type { ImportJob } from '../../shared/domain/recording.ts'
import { ActionProblem } from '../core/actions/context.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerJson, answerProblem } from './answer.ts'
import { queryProblem } from './refuse-unknown.ts'

const columns = z
  .string()
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown
    } catch {
      context.addIssue('Write the columns as JSON, such as {"time":"Timestamp","frame":"Message"}.')
      return z.NEVER
    }
  })
  .pipe(Columns)

/** The query of `POST /api/import`. */
export const ImportQuery = ImportChoices.extend({
  name: z.string().min(1).max(500).default('log').describe('Name of the file; the recording is called like it'),
  columns: columns.optional().describe('JSON: which column of a table holds what'),
  turned: z
    .enum(['true', 'false'], 'Say true or false.')
    .transform((text) => text === 'true')
    .optional()
    .describe('Turns every direction round'),
})

const wholeFile = 'Send the file itself as the body: curl --data-binary @FILE.'

/** `POST /api/import?name=…`: the body is a log file of any known format, and becomes a recording. Answers when it has been read. */
export function createImport({ imports }: Pick<Workbench, 'imports'>) {
  return async (request: IncomingMessage, response: ServerResponse, query: URLSearchParams): Promise<void> => {
    const problem = queryProblem(ImportQuery, query)
    if (problem !== null) return refuse(request, response, 400, problem)
    const read = ImportQuery.safeParse(Object.fromEntries(query))
    if (!read.success)
      return refuse(request, response, 400, read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '))
    if (/^multipart\//i.test(request.headers['content-type'] ?? '')) return refuse(request, response, 415, wholeFile)

    const { name, ...choices } = read.data
    const { id } = await imports.begin(name, Number(request.headers['content-length'] ?? 0))
    try {
      let bytes = 0
      for await (const piece of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>)
        bytes = (await imports.append(id, piece)).bytesRead
      if (bytes === 0) throw new ActionProblem('bad-request', `The body is empty. ${wholeFile}`)
      await imports.preview(id)
      imports.start(id, choices)
      answerWith(response, await finished(imports.watch(id)))
    } catch (error) {
      await imports.cancel(id).catch(() => null)
      if (error instanceof ActionProblem) return refuse(request, response, 422, error.message)
      // Who hangs up in the middle wants nothing any more.
      if ((error as NodeJS.ErrnoException).code === 'ECONNRESET') return
      throw error
    }
  }
}

async function finished(jobs: AsyncIterable<ImportJob>): Promise<ImportJob> {
  let last: ImportJob | undefined
  for await (const job of jobs) last = job
  if (last === undefined) throw new Error('an import told nothing')
  return last
}

function answerWith(response: ServerResponse, { recording, problem }: ImportJob): void {
  if (recording === null) return answerProblem(response, 422, problem ?? 'The import was cancelled.')
  const { entries, unreadable, notes } = recording
  answerJson(response, 200, { recording, entries, unreadable, notes })
}

/** Reads what still comes to its end: whoever stops reading cannot be answered. */
async function refuse(request: IncomingMessage, response: ServerResponse, status: number, message: string): Promise<void> {
  if (!request.readableEnded) {
    request.resume()
    await once(request, 'end').catch(() => null)
  }
  answerProblem(response, status, message)
}
