import type { AppInfo } from '../../shared/domain/settings.ts'
import type { WorkbenchRouter } from './api/router.ts'
import type { Log } from './log.ts'

export interface WorkbenchOptions {
  /** Folder of the database and the exports; ':memory:' for a folder that is deleted at the end. */
  dataDir: string
  /** Overrides the settings for this run: where the central system listens. Port 0 is any free port. */
  ocpp?: { host?: string; port?: number }
  info: Pick<AppInfo, 'version' | 'host'> & { exportDir?: string }
  log: Log
  /** Starts the store's worker thread: hosts that are bundled bring their own way. */
  startWorker: StartWorker
  /** Shows a file in the system's file manager, where there is one. */
  reveal?: (path: string) => boolean
}

export interface Workbench {
  /** The contract's implementation, for any wire. */
  router: WorkbenchRouter
  /** ws:// URLs that chargers can be given, without identity. */
  ocppUrls: () => string[]
  /** A streamed export for GET /api/export. */
  close: () => Promise<void>
}
