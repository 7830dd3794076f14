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

const wire = {
  post(data: string): void {
    ipcRenderer.send('wire', String(data))
  },
  onMessage(listener: (data: string) => void): void {
    ipcRenderer.on('wire', (_event, data: string) => listener(data))
  },
}

contextBridge.exposeInMainWorld('chargebenchWire', wire)
