import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import type { Log } from '../core/log.ts'
import type { Workbench } from '../core/workbench.ts'
import { hardenedPreferences, keepOnPage } from './security.ts'
import { keepBounds, readBounds } from './window-bounds.ts'
import { serveWire } from './wire.ts'

export interface WindowOptions {
  workbench: Workbench
  log: Log
  /** Folder of the built preload and page: `out`. */
  built: string
  /** File that remembers where the window was. */
  boundsFile: string
}

export function openWindow({ workbench, log, built, boundsFile }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    ...readBounds(boundsFile),
    minWidth: 960,
    minHeight: 600,
    title: 'Chargebench',
    backgroundColor: '#1a1b1e',
    show: false,
    webPreferences: { ...hardenedPreferences, preload: join(built, 'preload/index.cjs') },
  })
  window.once('ready-to-show', () => window.show())
  keepBounds(window, boundsFile, log)
  keepOnPage(window.webContents)
  serveWire(window.webContents, workbench, log)

  // electron-vite's server while developing; the built page otherwise.
  const devServer = process.env['ELECTRON_RENDERER_URL']
  const loaded = devServer ? window.loadURL(devServer) : window.loadFile(join(built, 'renderer/index.html'))
  loaded.catch((error: unknown) => log.error('the page could not be loaded', { error: String(error) }))
  return window
}

/** Brings the window to the front; false when there is none. */
export function showWindow(): boolean {
  const [window] = BrowserWindow.getAllWindows()
  if (!window) return false
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
  return true
}
