import { ORPCError } from '@orpc/client'
import { notifications } from '@mantine/notifications'

/** What went wrong, as a sentence for the technician. */
export function problemText(error: unknown): string {
  if (error instanceof ORPCError) {
    const said = sentence(error.data)
    if (said !== null) return said
    if (error.code === 'INTERNAL_SERVER_ERROR') return 'Chargebench failed to do this. Its application log says why.'
    return error.message
  }
  if (error instanceof Error && error.message.includes('WebSocket is not open'))
    return 'The connection to Chargebench is lost. Try again when it is back.'
  return error instanceof Error ? error.message : String(error)
}

/** Shows a failure that has no better place. */
export function tellProblem(error: unknown, title = 'That did not work'): void {
  notifications.show({ color: 'red', title, message: problemText(error), autoClose: 8_000 })
}

function sentence(data: unknown): string | null {
  return typeof data === 'object' && data !== null && 'message' in data && typeof data.message === 'string' ? data.message : null
}
