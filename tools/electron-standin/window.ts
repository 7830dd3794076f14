import { EventEmitter } from 'node:events'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Application } from './application.ts'
import { Contents } from './contents.ts'

export interface WindowOptions {
  width: number
  height: number
  webPreferences: { preload: string; sandbox: boolean; contextIsolation: boolean; nodeIntegration: boolean }
}

const windows = new Set<Window>()

/** Electron's `BrowserWindow`. */
export class Window extends EventEmitter {
  static app: Application
  static getAllWindows = (): Window[] => [...windows]
  static fromWebContents = (contents: Contents): Window | null => [...windows].find((window) => window.webContents === contents) ?? null

  readonly webContents: Contents
  private readonly size: { width: number; height: number }

  constructor({ width, height, webPreferences }: WindowOptions) {
    super()
    if (!Window.app.isReady()) throw new Error('Cannot create BrowserWindow before app is ready')
    if (webPreferences.nodeIntegration || !webPreferences.sandbox || !webPreferences.contextIsolation) {
      throw new Error('electron stand-in: a window must be sandboxed and isolated, without Node.js in the page')
    }
    this.size = { width, height }
    this.webContents = Contents.open(Window.app.browser, this.size, webPreferences.preload)
    this.webContents.once('did-finish-load', () => this.emit('ready-to-show'))
    this.webContents.once('destroyed', () => this.closed())
    windows.add(this)
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url)
  }
  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(resolve(Window.app.getAppPath(), file)).href)
  }
  close(): void {
    this.webContents.close()
  }
  getNormalBounds(): { x: number; y: number; width: number; height: number } {
    return { x: 0, y: 0, ...this.size }
  }
  show(): void {}
  focus(): void {}
  restore(): void {}
  isMinimized(): boolean {
    return false
  }

  private closed(): void {
    this.emit('close', { preventDefault() {} })
    windows.delete(this)
    this.emit('closed')
    if (windows.size === 0) Window.app.lastWindowClosed()
  }
}
