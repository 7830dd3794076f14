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
  let current: { load: number; port: WirePort } | undefined

  const drop = (): void => {
    current?.port.close()
    current = undefined
  }
  const open = (load: number): WirePort => {
    drop()
    const port = new WirePort((text) => {
      if (!contents.isDestroyed()) contents.send('wire', load, text)
    }, log)
    handler.upgrade(port, { context: {} })
    current = { load, port }
    return port
  }
  const receive = ({ sender, senderFrame }: IpcMainEvent, load: unknown, data: unknown): void => {
    // Only the window's own page, not a frame inside it, and nothing but text.
    if (sender !== contents || senderFrame === null || senderFrame.parent !== null) return
    if (typeof load !== 'number' || typeof data !== 'string') return
    const port = current?.load === load ? current.port : open(load)
    port.receive(data)
  }

  ipcMain.on('wire', receive)
  contents.on('render-process-gone', drop)
  contents.on('destroyed', () => {
    ipcMain.off('wire', receive)
    drop()
  })
}
