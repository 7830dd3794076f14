import { takeToken } from '../../api/token.ts'

/**
 * Has the browser download a finished export. The token goes in a header, never in an address that histories keep: it buys
 * a ticket that opens this one file once.
 */
export async function downloadExport(id: string): Promise<void> {
  const answer = await fetch(`/api/exports/${encodeURIComponent(id)}/ticket`, {
    method: 'POST',
    headers: { authorization: `Bearer ${takeToken()}` },
  })
  if (!answer.ok) throw new Error('The file is no longer there. Export it again.')
  const { path } = (await answer.json()) as { path: string }
  const link = document.createElement('a')
  link.href = path
  link.download = ''
  link.click()
}
