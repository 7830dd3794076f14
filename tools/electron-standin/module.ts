// What `import … from 'electron'` gives in the main process: what our main process and Playwright use, and no more.
import { Application } from './application.ts'
import { Contents } from './contents.ts'
import { strict } from './strict.ts'
import { Window } from './window.ts'

export { ipcMain } from './ipc.ts'

/** For bootstrap.ts. */
export const application = new Application()
Window.app = application
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => application.quit())

export const app = strict('app', application)
export const BrowserWindow = strict('BrowserWindow', Window)
export const webContents = strict('webContents', { fromDevToolsTargetId: (id: string) => Contents.all.get(id) })

// Taken and forgotten: there is no desktop here that they could show anything on.
export const Menu = strict('Menu', { buildFromTemplate: (items: object[]) => items, setApplicationMenu() {} })
export const shell = strict('shell', { openExternal: () => Promise.resolve(), showItemInFolder() {} })
export const session = strict('session', {
  defaultSession: strict('session.defaultSession', { setPermissionRequestHandler() {}, setPermissionCheckHandler() {} }),
})
export const screen = strict('screen', { getDisplayMatching: () => ({ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }) })
export const dialog = strict('dialog', { showErrorBox: (title: string, content: string) => console.error(`${title}: ${content}`) })
