import { type IpcMainEvent, type WebContents, ipcMain } from 'electron'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { type Wire, createWires } from '../wires.ts'

/**
 * Serves the contract to the page of `contents` over IPC, texts only. Each load of the page gets a wire of its own, so
 * that what the earlier page watched is let go of, and nothing meant for it reaches the new one.
 */
export function serveWire(contents: WebContents, workbench: Workbench, log: Log): void {
  const openWire = createWires(workbench.router, log)
  let current: { load: number; wire: Wire } | undefined

  const drop = (): void => {
    current?.wire.close()
    current = undefined
  }
  const open = (load: number): Wire => {
    drop()
    const wire = openWire((text) => {
      if (!contents.isDestroyed()) contents.send('wire', load, text)
    })
    current = { load, wire }
    return wire
  }
  const receive = ({ sender, senderFrame }: IpcMainEvent, load: unknown, text: unknown): void => {
    // Only the window's own page, not a frame inside it, and nothing but text.
    if (sender !== contents || senderFrame === null || senderFrame.parent !== null) return
    if (typeof load !== 'number' || typeof text !== 'string') return
    const wire = current?.load === load ? current.wire : open(load)
    wire.receive(text)
  }

  ipcMain.on('wire', receive)
  contents.on('render-process-gone', drop)
  contents.on('destroyed', () => {
    ipcMain.off('wire', receive)
    drop()
  })
}
