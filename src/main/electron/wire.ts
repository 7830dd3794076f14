import { RPCHandler } from '@orpc/server/message-port'
import { type IpcMainEvent, type WebContents, ipcMain } from 'electron'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { sayInWords } from '../router-errors.ts'
import { WirePort } from './wire-port.ts'

/**
 * Serves the contract to the page of `contents` over IPC, texts only. Each load of the page gets a new port, so that
 * what the earlier page watched is let go of, and nothing meant for it reaches the new one.
 */
export function serveWire(contents: WebContents, workbench: Workbench, log: Log): void {
  const handler = new RPCHandler(workbench.router, { clientInterceptors: [sayInWords(log)] })
  let port: WirePort | undefined

  const receive = ({ sender, senderFrame }: IpcMainEvent, data: unknown): void => {
    // Only the window's own page, not a frame inside it, and nothing but text.
    if (sender !== contents || senderFrame === null || senderFrame.parent !== null || typeof data !== 'string') return
    if (!port) {
      port = new WirePort((text) => {
        if (!contents.isDestroyed()) contents.send('wire', text)
      }, log)
      handler.upgrade(port, { context: {} })
    }
    port.receive(data)
  }
  const drop = (): void => {
    port?.close()
    port = undefined
  }

  ipcMain.on('wire', receive)
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) drop()
  })
  contents.on('render-process-gone', drop)
  contents.on('destroyed', () => {
    ipcMain.off('wire', receive)
    drop()
  })
}
