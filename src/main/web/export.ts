import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { basename } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { z } from 'zod'
import { exportFormats } from '../../shared/domain/export.ts'
import { defaultRedaction, redactionClasses, secretClasses, ticketClasses } from '../../shared/domain/redaction.ts'
import { LogFilter } from '../../shared/domain/log-filter.ts'
import type { Workbench } from '../core/workbench.ts'
import { answerJson, answerProblem } from './answer.ts'
import { queryProblem } from './refuse-unknown.ts'

const flag = z
  .enum(['true', 'false', '1', '0', ''], 'Say true or false.')
  .default('false')
  .transform((text) => text !== 'false' && text !== '0')

/** Nothing said is the format's own default; keys and passwords are masked in any case, unless `secrets` asks for them. */
const redaction = z.preprocess(
  (text) => {
    if (typeof text !== 'string') return text
    if (text === '' || text === 'true' || text === '1') return [...ticketClasses]
    return text === 'false' || text === '0' ? [] : text.split(',')
  },
  z.array(z.enum(redactionClasses, `Say true, false, or some of ${redactionClasses.join(', ')}.`)).optional(),
)

/** The query of `GET /api/export`. */
export const ExportQuery = LogFilter.extend({
  format: z.enum(exportFormats, `The format is one of ${exportFormats.join(', ')}.`),
  redact: redaction.describe('What is masked: true (everything but identities of chargers), false, or some of users, keys, …'),
  secrets: flag.describe('Whether authorization keys and passwords are shown as they are'),
  ansi: flag.describe('Colour codes in the text format'),
})

const ticketLifeMs = 60_000

export interface Exports {
  /** `GET /api/export?format=…`: the file, sent as it is made. */
  stream: (response: ServerResponse, query: URLSearchParams) => Promise<void>
  /** `POST /api/exports/{id}/ticket`: an address from which a browser can download the finished file once, without a header. */
  ticket: (response: ServerResponse, id: string) => void
  /** Whether the query carries a ticket for this file. It is used up by asking. */
  hasTicket: (id: string, query: URLSearchParams) => boolean
  /** `GET /api/exports/{id}/file`. */
  download: (response: ServerResponse, id: string) => Promise<void>
}

export function createExports(workbench: Pick<Workbench, 'streamExport' | 'exportFile'>, now: () => number): Exports {
  const tickets = new Map<string, { id: string; until: number }>()

  return {
    async stream(response, query) {
      const read = ExportQuery.safeParse(Object.fromEntries(query))
      const problem = queryProblem(ExportQuery, query)
      if (problem !== null) return answerProblem(response, 400, problem)
      if (!read.success)
        return answerProblem(response, 400, read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`).join(' '))
      const { format, redact, secrets, ansi, ...filter } = read.data
      const classes = redact ?? defaultRedaction(format)
      const leaving = new AbortController()
      response.once('close', () => leaving.abort())
      const shown = redactionClasses.filter((name) => (secretClasses.includes(name) ? !secrets : classes.includes(name)))
      const { mediaType, fileName, chunks } = await workbench.streamExport(filter, { format, redact: shown, ansi }, leaving.signal)
      sendAsFile(response, mediaType, fileName)
      await sent(pipeline(chunks, response))
    },
    ticket(response, id) {
      if (workbench.exportFile(id) === null) return unknown(response, id)
      for (const [ticket, { until }] of tickets) if (until < now()) tickets.delete(ticket)
      const ticket = randomBytes(18).toString('base64url')
      tickets.set(ticket, { id, until: now() + ticketLifeMs })
      answerJson(response, 200, { path: `/api/exports/${encodeURIComponent(id)}/file?ticket=${ticket}` })
    },
    hasTicket(id, query) {
      const ticket = query.get('ticket') ?? ''
      const found = tickets.get(ticket)
      tickets.delete(ticket)
      return found !== undefined && found.id === id && found.until >= now()
    },
    async download(response, id) {
      const file = workbench.exportFile(id)
      const size = file === null ? undefined : (await stat(file).catch(() => undefined))?.size
      if (file === null || size === undefined) return unknown(response, id)
      response.setHeader('content-length', size)
      sendAsFile(response, 'application/octet-stream', basename(file))
      await sent(pipeline(createReadStream(file), response))
    },
  }
}

function unknown(response: ServerResponse, id: string): void {
  answerProblem(response, 404, `There is no finished export ${id}.`)
}

/** Always a download: an exported page must not run as a page of this server. */
function sendAsFile(response: ServerResponse, mediaType: string, fileName: string): void {
  const plain = fileName.replaceAll(/[^\w.-]/g, '_')
  response.writeHead(200, {
    'content-type': mediaType,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(fileName)}`,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
}

/** That the receiver goes away in the middle is its right. */
async function sent(transfer: Promise<void>): Promise<void> {
  try {
    await transfer
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code !== 'ERR_STREAM_PREMATURE_CLOSE' && code !== 'ABORT_ERR' && (error as Error).name !== 'AbortError') throw error
  }
}
