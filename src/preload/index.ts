/**
 * The page's only way out of its sandbox: one duplex wire that carries texts. What the texts mean (oRPC requests and
 * answers) is no business of this file.
 *
 * The page sees `window.chargebenchWire`:
 *   post(data: string): void            sends one text to the main process
 *   onMessage(listener): void           calls `listener(data: string)` for each text from the main process
 * Each load of the page starts a new wire; texts of an earlier load never arrive in a later one. A page without this
 * object is in a browser and connects to the WebSocket `/wire` instead, with the subprotocol `token.TOKEN`, where
 * the token comes from the address (`#token=…`).
 */
import { contextBridge, ipcRenderer } from 'electron'

/** Tells the loads of the page apart: the main process lets go of what an earlier load was watching. */
const load = performance.timeOrigin

contextBridge.exposeInMainWorld('chargebenchWire', {
  post(data: string): void {
    ipcRenderer.send('wire', load, data)
  },
  onMessage(listener: (data: string) => void): void {
    ipcRenderer.on('wire', (_event, of: number, data: string) => {
      if (of === load) listener(data)
    })
  },
})
