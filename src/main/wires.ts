import { RPCHandler } from '@orpc/server/websocket'
import type { Log } from './core/log.ts'
import type { Workbench } from './core/workbench.ts'
import { sayInWords } from './router-errors.ts'

/** One page's connection to the core, whatever carries it. */
export interface Wire {
  receive: (text: string) => void
  /** Lets go of everything that the page was watching. */
  close: () => void
}

/** Serves the contract to pages: IPC in Electron and WebSockets in the serve host carry the same texts. */
export function createWires(router: Workbench['router'], log: Log): (send: (text: string) => void) => Wire {
  const handler = new RPCHandler(router, { clientInterceptors: [sayInWords(log)] })
  return (send) => {
    // All that the handler wants of a WebSocket, when it is told of messages and of the end.
    const socket = {
      addEventListener: () => {},
      send(message: unknown) {
        // Bytes are for files in an answer, and the contract has none.
        if (typeof message !== 'string') throw new TypeError('Only texts cross the wire.')
        send(message)
      },
    }
    return {
      receive(text) {
        handler.message(socket, text, { context: {} }).catch((error: unknown) => {
          log.warn('a message of the page could not be read', { error: String(error) })
        })
      },
      close: () => handler.close(socket),
    }
  }
}
