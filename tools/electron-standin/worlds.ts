// Functions that run inside the page. Each is sent there as source text and may use nothing from outside itself.
//
// A page has two worlds that share the document but no objects: the page's own, and the isolated one in which the
// preload runs. They speak by events on the document, which arrive at once. Our preload exposes one object of functions
// that take texts and listeners, so that is all that can cross: JSON values, and functions as stand-ins of themselves.

/** Runs in both worlds: `expose` on the preload's side, `receive` on the page's. */
export function bridge(own: string, other: string, onExpose: (name: string, value: unknown) => void) {
  type Wrapped = { json: unknown } | { call: number } | { fields: Record<string, Wrapped> }
  type Crossing = { expose: string; value: Wrapped } | { call: number; args: Wrapped[] }
  const functions: ((...args: unknown[]) => unknown)[] = []

  const send = (crossing: Crossing) => document.dispatchEvent(new CustomEvent(other, { detail: JSON.stringify(crossing) }))
  const wrap = (value: unknown): Wrapped => {
    if (typeof value === 'function') return { call: functions.push(value as () => unknown) - 1 }
    if (value === null || ['string', 'number', 'boolean', 'undefined'].includes(typeof value)) return { json: value }
    if (Object.getPrototypeOf(value) !== Object.prototype) throw new TypeError('electron stand-in: this cannot cross the context bridge')
    return { fields: Object.fromEntries(Object.entries(value as object).map(([name, field]) => [name, wrap(field)])) }
  }
  const unwrap = (wrapped: Wrapped): unknown => {
    if ('call' in wrapped) return (...args: unknown[]) => void send({ call: wrapped.call, args: args.map(wrap) })
    if (!('fields' in wrapped)) return wrapped.json
    return Object.freeze(Object.fromEntries(Object.entries(wrapped.fields).map(([name, field]) => [name, unwrap(field)])))
  }

  document.addEventListener(own, (event) => {
    const crossing = JSON.parse((event as CustomEvent<string>).detail) as Crossing
    if ('expose' in crossing) onExpose(crossing.expose, unwrap(crossing.value))
    else functions[crossing.call]?.(...crossing.args.map(unwrap))
  })
  return (name: string, value: unknown) => send({ expose: name, value: wrap(value) })
}

/** The page's own world: what the preload exposes becomes a property of the window. */
export function pageWorld(makeBridge: typeof bridge, channel: string): void {
  if (window !== window.top) return
  makeBridge(`${channel}:page`, `${channel}:preload`, (name, value) => {
    Object.defineProperty(window, name, { value, enumerable: true })
  })
}

/** The preload's world: `require('electron')` with a context bridge and IPC in both directions. */
export function preloadWorld(
  makeBridge: typeof bridge,
  channel: string,
  preload: (require: (id: string) => unknown, module: object, exports: object) => void,
): void {
  if (window !== window.top) return
  type Receive = (event: object, ...args: unknown[]) => void
  const listeners: [string, Receive][] = []
  const world = globalThis as unknown as Record<string, (argument: string) => void>

  world[`${channel}Receive`] = (text) => {
    const [name, ...args] = JSON.parse(text) as [string, ...unknown[]]
    for (const [wanted, listener] of listeners) if (wanted === name) listener({}, ...args)
  }
  const electron = {
    contextBridge: { exposeInMainWorld: makeBridge(`${channel}:preload`, `${channel}:page`, () => undefined) },
    ipcRenderer: {
      send: (...message: unknown[]) => world[channel]?.(JSON.stringify(message)),
      on: (name: string, listener: Receive) => void listeners.push([name, listener]),
    },
  }
  const module = { exports: {} }
  const require = (id: string): unknown => {
    if (id === 'electron') return electron
    throw new Error(`module not found: ${id}`)
  }
  preload(require, module, module.exports)
}
