import { keepKnownChargers } from '../csms/access/registration-change.ts'
import { watch } from '../live.ts'
import { bookmarksApi } from './bookmarks.ts'
import { certificatesApi } from './certificates.ts'
import { chargersApi } from './chargers.ts'
import { composerApi } from './composer.ts'
import { configurationApi } from './configuration.ts'
import { type ApiContext, os } from './context.ts'
import { sessionsApi } from './sessions.ts'
import { exportsApi } from './exports.ts'
import { findingsApi } from './findings.ts'
import { handshakesApi } from './handshakes.ts'
import { listsApi } from './lists.ts'
import { logApi } from './log.ts'
import { recordingsApi } from './recordings.ts'
import { remoteActionsApi } from './remote-actions.ts'
import { savedFiltersApi } from './saved-filters.ts'

const WATCH_MS = 500

/** The contract's implementation over one core. */
export function createRouter(context: ApiContext) {
  const { info, desk, listening, simulator } = context
  return os.router({
    app: {
      info: os.app.info.handler(() => info),
      reveal: os.app.reveal.handler(({ input }) => ({ shown: context.reveal(input.path) })),
    },
    server: {
      status: os.server.status.handler(() => listening.status()),
      watch: os.server.watch.handler(({ signal }) => watch(listening.changed, listening.status, { everyMs: WATCH_MS, abort: signal })),
      listen: os.server.listen.handler(async ({ input }) => {
        await listening.listen(desk.settings().ocppHost, input.port)
        const status = await listening.status()
        if (status.problem === null) await desk.changeSettings({ ocppPort: input.port })
        return status
      }),
    },
    chargers: chargersApi(context),
    sessions: sessionsApi(context),
    remoteActions: remoteActionsApi(context),
    log: logApi(context),
    bookmarks: bookmarksApi(context),
    savedFilters: savedFiltersApi(context),
    ...recordingsApi(context),
    findings: findingsApi(context),
    handshakes: handshakesApi(context),
    certificates: certificatesApi(context),
    configuration: configurationApi(context),
    composer: composerApi(context),
    ...listsApi(context),
    settings: {
      get: os.settings.get.handler(() => desk.settings()),
      watch: os.settings.watch.handler(({ signal }) => {
        let changes = 0
        return watch(desk.changed, () => changes++, { everyMs: WATCH_MS, abort: signal })
      }),
      change: os.settings.change.handler(async ({ input }) => {
        const before = desk.settings()
        const after = await desk.changeSettings(input)
        await keepKnownChargers(context, before, after)
        if (after.ocppHost !== before.ocppHost || after.ocppPort !== before.ocppPort) await listening.listen(after.ocppHost, after.ocppPort)
        await context.securing.apply(after)
        return after
      }),
    },
    simulator: {
      list: os.simulator.list.handler(() => simulator.list()),
      watch: os.simulator.watch.handler(({ signal }) =>
        watch({ on: (listener) => simulator.onChange(listener) }, () => simulator.list(), { everyMs: 250, abort: signal }),
      ),
      add: os.simulator.add.handler(async ({ input }) => {
        const added = simulator.add(input)
        // Whoever adds a virtual charger wants it.
        if (desk.settings().access !== 'accept') await desk.changeChargerSettings(added.id, { registration: 'accepted' })
        return added
      }),
      command: os.simulator.command.handler(({ input }) => simulator.command(input.id, input.do)),
      remove: os.simulator.remove.handler(async ({ input }) => ({ removed: await simulator.remove(input.id) })),
    },
    exports: exportsApi(context),
  })
}

export type WorkbenchRouter = ReturnType<typeof createRouter>
