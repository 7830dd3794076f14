import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'
import type { Browser, Message, Target } from './devtools.ts'
import { ipcMain } from './ipc.ts'
import { assertJson, strict } from './strict.ts'
import { bridge, pageWorld, preloadWorld } from './worlds.ts'

const isolatedWorld = 'Electron Isolated Context'
const channel = 'electronStandIn'

type WindowOpenHandler = (details: { url: string }) => { action: 'deny' }

/** The page of a window: a Chromium target whose preload runs in an isolated world. */
export class Contents extends EventEmitter {
  static readonly all = new Map<string, Contents>()

  targetId = ''
  private page!: Target
  private preloadContext: number | undefined
  private url = ''
  private destroyed = false
  private onWindowOpen: WindowOpenHandler = () => ({ action: 'deny' })
  private attached!: Promise<void>
  private readonly browser: Browser

  private constructor(browser: Browser) {
    super()
    this.browser = browser
  }

  static open(browser: Browser, size: { width: number; height: number }, preload: string): Contents {
    const contents = strict('webContents', new Contents(browser))
    contents.attached = contents.attach(size, preload)
    return contents
  }

  async loadURL(url: string): Promise<void> {
    await this.attached
    const loaded = new Promise((resolve) => this.once('did-finish-load', resolve))
    const { errorText } = await this.page.send('Page.navigate', { url })
    if (errorText) throw new Error(`${errorText} loading '${url}'`)
    await loaded
  }

  send(name: string, ...args: unknown[]): void {
    if (this.destroyed) throw new Error('Object has been destroyed')
    assertJson(args)
    const text = JSON.stringify(JSON.stringify([name, ...args]))
    const expression = `${channel}Receive(${text})`
    // The page may be on its way to another document, as it may be in Electron.
    void this.page.send('Runtime.evaluate', { expression, contextId: this.preloadContext }).catch(() => {})
  }

  setWindowOpenHandler(handler: WindowOpenHandler): void {
    this.onWindowOpen = handler
  }
  getURL(): string {
    return this.url
  }
  isDestroyed(): boolean {
    return this.destroyed
  }
  close(): void {
    void this.attached.then(() => this.browser.target.send('Target.closeTarget', { targetId: this.targetId })).catch(() => {})
  }

  /** Chromium opened something for this page: the handler hears of it, and it goes away whatever the handler says. */
  opened(targetId: string, url: string): void {
    this.onWindowOpen({ url })
    void this.browser.target.send('Target.closeTarget', { targetId }).catch(() => {})
  }
  gone(): void {
    if (this.destroyed) return
    this.destroyed = true
    this.emit('destroyed')
  }

  private async attach({ width, height }: { width: number; height: number }, preload: string): Promise<void> {
    const { targetId } = await this.browser.target.send('Target.createTarget', { url: 'about:blank', width, height, newWindow: true })
    this.targetId = targetId as string
    Contents.all.set(this.targetId, this)
    const page = (this.page = await this.browser.attach(this.targetId))
    page.on('Page.loadEventFired', () => this.emit('did-finish-load'))
    page.on('Page.frameNavigated', ({ frame }: Message) => {
      if (!frame.parentId) this.url = frame.url as string
    })
    page.on('Inspector.targetCrashed', () => this.emit('render-process-gone', {}, { reason: 'crashed', exitCode: 1 }))
    page.on('Runtime.executionContextCreated', ({ context }: Message) => {
      if (context.name === isolatedWorld) this.preloadContext = context.id as number
    })
    page.on('Runtime.bindingCalled', ({ name, payload }: Message) => {
      if (name === channel) this.receive(JSON.parse(payload as string) as [string, ...unknown[]])
    })
    await Promise.all(['Page', 'Runtime', 'Inspector'].map((domain) => page.send(`${domain}.enable`)))
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 0, mobile: false })
    await page.send('Runtime.addBinding', { name: channel, executionContextName: isolatedWorld })
    const makeBridge = bridge.toString()
    await page.send('Page.addScriptToEvaluateOnNewDocument', { source: `(${pageWorld.toString()})(${makeBridge}, '${channel}')` })
    const script = `function (require, module, exports) {\n${readFileSync(preload, 'utf8')}\n}`
    await page.send('Page.addScriptToEvaluateOnNewDocument', {
      worldName: isolatedWorld,
      source: `(${preloadWorld.toString()})(${makeBridge}, '${channel}', ${script})\n//# sourceURL=${pathToFileURL(preload).href}`,
    })
  }

  private receive([name, ...args]: [string, ...unknown[]]): void {
    assertJson(args)
    ipcMain.emit(name, { sender: this, senderFrame: { url: this.url, parent: null } }, ...args)
  }
}
