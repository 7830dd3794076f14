import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'
import { contentSecurityPolicy } from './content-security-policy.ts'

/** Serves the built page from `root`. */
export function createPage(root: string): (request: IncomingMessage, response: ServerResponse, notFound: () => void) => void {
  return sirv(root, {
    etag: true,
    setHeaders(response) {
      response.setHeader('content-security-policy', `${contentSecurityPolicy}; frame-ancestors 'none'`)
      response.setHeader('x-content-type-options', 'nosniff')
      response.setHeader('referrer-policy', 'no-referrer')
    },
  })
}
