/** Host 1: Electron. Nothing here may be awaited at the top level: it would hang before 'ready' (electron#40719). */
import { existsSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { app, dialog, session, shell } from 'electron'
import { openAppLog } from './app-log.ts'
import { createWorkbench } from './core/workbench.ts'
import { defaultDataDir } from './data-dir.ts'
import { lockDataDir } from './data-dir-lock.ts'
import { setMenu } from './electron/menu.ts'
import { denyPermissions } from './electron/security.ts'
import { openWindow, showWindow } from './electron/window.ts'
import { startProblem } from './start-problem.ts'
import { startStoreWorker } from './start-store-worker.ts'

const dataDir = resolve(app.commandLine.getSwitchValue('data-dir') || defaultDataDir())
const ocppPort = app.commandLine.getSwitchValue('ocpp-port')

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', showWindow)
  app
    .whenReady()
    .then(start)
    .catch((error: unknown) => {
      dialog.showErrorBox('Chargebench could not start', startProblem(error, dataDir))
      app.exit(1)
    })
} else {
  app.quit()
}

async function start(): Promise<void> {
  const unlock = lockDataDir(dataDir)
  const log = openAppLog(dataDir)
  const exportDir = app.getPath('downloads')
  const workbench = await createWorkbench({
    dataDir,
    ocpp: ocppPort === '' ? {} : { port: Number(ocppPort) },
    info: { version: app.getVersion(), host: 'electron', exportDir },
    log,
    startWorker: startStoreWorker,
    reveal(path) {
      // The page may point at what was exported, not look around the disk.
      if (dirname(resolve(path)) !== resolve(exportDir) || !existsSync(path)) return false
      shell.showItemInFolder(path)
      return true
    },
  })

  denyPermissions(session.defaultSession)
  setMenu()
  const open = () => openWindow({ workbench, log, built: join(import.meta.dirname, '..'), boundsFile: join(dataDir, 'window.json') })
  open()
  app.on('activate', () => showWindow() || open())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })

  let closing: Promise<void> | undefined
  let closed = false
  app.on('will-quit', (event) => {
    if (closed) return
    event.preventDefault()
    closing ??= workbench.close().finally(() => {
      closed = true
      unlock()
      app.quit()
    })
  })
}
