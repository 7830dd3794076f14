import { EventEmitter, once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { Contents } from './contents.ts'
import { Browser, type Message } from './devtools.ts'

export interface Configuration {
  appPath: string
  name: string
  version: string
  switches: Map<string, string>
}

/** Electron's `app`, with the methods that the stand-in itself needs. */
export class Application extends EventEmitter {
  browser!: Browser
  private configuration!: Configuration
  private readonly ready = Promise.withResolvers<void>()
  private quitting = false
  readonly commandLine = {
    appendSwitch: (name: string, value = '') => void this.configuration.switches.set(name, value),
    getSwitchValue: (name: string) => this.configuration.switches.get(name) ?? '',
  }

  configure(configuration: Configuration): void {
    this.configuration = configuration
  }

  // Playwright replaces the next three to hold the app back until it has attached itself.
  isReady = (): boolean => this.browser !== undefined
  whenReady = (): Promise<void> => this.ready.promise
  requestSingleInstanceLock(): boolean {
    return true
  }

  getVersion(): string {
    return this.configuration.version
  }
  getAppPath(): string {
    return this.configuration.appPath
  }
  getPath(name: 'userData' | 'downloads'): string {
    switch (name) {
      case 'userData':
        return this.commandLine.getSwitchValue('user-data-dir') || join(homedir(), '.config', this.configuration.name)
      case 'downloads':
        return join(homedir(), 'Downloads')
    }
  }

  async becomeReady(): Promise<void> {
    const profile = join(this.getPath('userData'), 'standin-chromium')
    mkdirSync(profile, { recursive: true })
    this.browser = await Browser.launch(profile, this.commandLine.getSwitchValue('remote-debugging-port') || '0')
    this.browser.onEnd(() => {
      console.error('electron stand-in: Chromium ended')
      process.exit(1)
    })
    const events = this.browser.target
    await events.send('Target.setDiscoverTargets', { discover: true })
    events.on('Target.targetDestroyed', ({ targetId }: Message) => Contents.all.get(targetId as string)?.gone())
    events.on('Target.targetCreated', ({ targetInfo }: Message) => {
      Contents.all.get(targetInfo.openerId as string)?.opened(targetInfo.targetId as string, targetInfo.url as string)
    })
    this.ready.resolve()
    this.emit('ready', {}, {})
  }

  lastWindowClosed(): void {
    if (!this.quitting && !this.emit('window-all-closed')) this.quit()
  }

  /** before-quit, then the windows go, then will-quit; each of the two can be prevented. */
  quit(): void {
    if (this.quitting || !this.allowed('before-quit')) return
    this.quitting = true
    void this.closeWindows().then(() => {
      if (this.allowed('will-quit')) this.exit(0)
      else this.quitting = false
    })
  }

  exit(code = 0): void {
    void this.browser?.close().finally(() => process.exit(code))
    if (!this.browser) process.exit(code)
  }

  private async closeWindows(): Promise<void> {
    const open = [...Contents.all.values()].filter((contents) => !contents.isDestroyed())
    const closed = open.map((contents) => once(contents, 'destroyed'))
    for (const contents of open) contents.close()
    await Promise.all(closed)
  }

  private allowed(name: string): boolean {
    let allowed = true
    this.emit(name, { preventDefault: () => (allowed = false) })
    return allowed
  }
}
