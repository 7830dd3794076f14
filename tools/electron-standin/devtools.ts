import { type ChildProcess, spawn } from 'node:child_process'
import { EventEmitter, once } from 'node:events'
import type { Readable } from 'node:stream'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { chromiumFlags, findChromium } from '../browser.ts'

// oxlint-disable-next-line typescript/no-explicit-any -- the protocol's messages; each use names the fields it needs
export type Message = Record<string, any>

/** One thing that the DevTools protocol speaks with: the browser itself, or a page. Its events are emitted by name. */
export class Target extends EventEmitter {
  private readonly browser: Browser
  private readonly sessionId: string | undefined

  constructor(browser: Browser, sessionId?: string) {
    super()
    this.browser = browser
    this.sessionId = sessionId
  }

  send(method: string, params: Message = {}): Promise<Message> {
    return this.browser.request({ method, params, sessionId: this.sessionId })
  }
}

/** A running Chromium, spoken to over the WebSocket of its DevTools protocol. */
export class Browser {
  readonly target = new Target(this)
  private readonly pages = new Map<string, Target>()
  private readonly waiting = new Map<number, PromiseWithResolvers<Message>>()
  private readonly child: ChildProcess
  private readonly socket: WebSocket
  private lastId = 0

  private constructor(child: ChildProcess, socket: WebSocket) {
    this.child = child
    this.socket = socket
    socket.addEventListener('message', ({ data }) => this.receive(JSON.parse(data as string) as Message))
  }

  /** @param port of the DevTools protocol, which is announced on standard error as Playwright expects it */
  static async launch(profile: string, port: string): Promise<Browser> {
    const path = await findChromium()
    if (!path) throw new Error('electron stand-in: no Chromium was found; install one or set CHROMIUM_PATH')
    const flags = [
      ...chromiumFlags,
      '--headless',
      `--remote-debugging-port=${port}`,
      // Ends Chromium when this process is gone, even by SIGKILL, as Electron's pages end with its main process.
      '--remote-debugging-pipe',
      `--user-data-dir=${profile}`,
      '--no-startup-window',
      // Electron lets a page from a file load its scripts from files.
      '--allow-file-access-from-files',
    ]
    const { child, address } = await startUntilFree(path, flags)
    process.once('exit', () => child.kill('SIGKILL'))
    const socket = new WebSocket(address)
    await once(socket, 'open')
    return new Browser(child, socket)
  }

  request(message: Message): Promise<Message> {
    const id = ++this.lastId
    const answer = Promise.withResolvers<Message>()
    this.waiting.set(id, answer)
    this.socket.send(JSON.stringify({ ...message, id }))
    return answer.promise
  }

  async attach(targetId: string): Promise<Target> {
    const { sessionId } = await this.target.send('Target.attachToTarget', { targetId, flatten: true })
    const page = new Target(this, sessionId as string)
    this.pages.set(sessionId as string, page)
    return page
  }

  onEnd(listener: () => void): void {
    this.child.once('exit', listener)
  }

  async close(): Promise<void> {
    this.child.removeAllListeners('exit')
    const ended = once(this.child, 'exit')
    this.target.send('Browser.close').catch(() => {})
    await Promise.race([ended, setTimeout(3_000)])
    this.child.kill('SIGKILL')
  }

  private receive({ id, sessionId, method, params, result, error }: Message): void {
    if (method) {
      const target = sessionId ? this.pages.get(sessionId as string) : this.target
      target?.emit(method as string, params)
      return
    }
    const answer = this.waiting.get(id as number)
    this.waiting.delete(id as number)
    if (error) answer?.reject(new Error(error.message as string))
    else answer?.resolve(result as Message)
  }
}

/** Chromium's exit code when another one still uses the profile: the one of an app that was killed a moment ago. */
const profileInUse = 21
const mostTries = 50

async function startUntilFree(path: string, flags: string[]): Promise<{ child: ChildProcess; address: string }> {
  for (let tries = 1; ; tries++) {
    const child = spawn(path, flags, { stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'] })
    const started = await Promise.race([devtoolsAddress(child), once(child, 'exit').then(([code]) => code as number)])
    if (typeof started === 'string') return { child, address: started }
    if (started !== profileInUse || tries === mostTries)
      throw new Error(`electron stand-in: Chromium ended with ${started} before it was ready`)
    await setTimeout(100)
  }
}

/** Waits for the line that announces the DevTools port, and passes it on, as Playwright looks for it. */
async function devtoolsAddress(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    createInterface(child.stderr as Readable).on('line', (line) => {
      const [, address] = /^DevTools listening on (ws:.*)$/.exec(line) ?? []
      if (!address) return
      console.error(line)
      resolve(address)
    })
  })
}
