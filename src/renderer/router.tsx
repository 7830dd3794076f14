import { createHashHistory, createRootRoute, createRoute, createRouter } from '@tanstack/react-router'
import { z } from 'zod'
import { ChargerPage } from './features/charger/ChargerPage.tsx'
import { ChargersPage } from './features/chargers/ChargersPage.tsx'
import { ComposerPage } from './features/composer/ComposerPage.tsx'
import { ConfigurationPage } from './features/configuration/ConfigurationPage.tsx'
import { FindingsPage } from './features/findings/FindingsPage.tsx'
import { FindingsSearch } from './features/findings/search.ts'
import { HandshakesPage } from './features/handshakes/HandshakesPage.tsx'
import { logSearch } from './features/log/model/search.ts'
import { LogPage } from './features/shell/LogPage.tsx'
import { Missing } from './features/shell/Missing.tsx'
import { QuirksPage } from './features/quirks/QuirksPage.tsx'
import { RecordedCharger } from './features/recordings/RecordedCharger.tsx'
import { RecordedLog } from './features/recordings/RecordedLog.tsx'
import { RecordedSessions } from './features/recordings/RecordedSessions.tsx'
import { RecordingAbout } from './features/recordings/RecordingAbout.tsx'
import { RecordingPage } from './features/recordings/RecordingPage.tsx'
import { RecordingScope } from './features/recordings/RecordingScope.tsx'
import { RecordingsPage } from './features/recordings/RecordingsPage.tsx'
import { Shell } from './features/shell/Shell.tsx'
import { SessionsPage } from './features/sessions/SessionsPage.tsx'
import { SettingsPage } from './features/settings/SettingsPage.tsx'
import { UsersPage } from './features/users/UsersPage.tsx'

/** What of a charger is looked at: an entry, a stretch of time, a remote action, or a session. */
const Selection = z.object({
  seq: z.number().int().optional().catch(undefined),
  from: z.number().optional().catch(undefined),
  to: z.number().optional().catch(undefined),
  run: z.string().optional().catch(undefined),
  session: z.number().int().optional().catch(undefined),
})
export type Selection = z.infer<typeof Selection>

/** Which message is composed: one of an operation, or a raw text. */
const Composed = z.object({
  action: z.string().optional().catch(undefined),
  raw: z.boolean().optional().catch(undefined),
})

const root = createRootRoute({ component: Shell, notFoundComponent: Missing })
const chargers = createRoute({ getParentRoute: () => root, path: '/', component: ChargersPage })
const charger = createRoute({
  getParentRoute: () => root,
  path: '/chargers/$id',
  validateSearch: (search) => Selection.parse(search),
  component: ChargerPage,
})
const compose = createRoute({
  getParentRoute: () => root,
  path: '/chargers/$id/compose',
  validateSearch: (search) => Composed.parse(search),
  component: ComposerPage,
})
const configuration = createRoute({ getParentRoute: () => root, path: '/chargers/$id/configuration', component: ConfigurationPage })
const log = createRoute({
  getParentRoute: () => root,
  path: '/log',
  validateSearch: logSearch,
  component: LogPage,
})
const findings = createRoute({
  getParentRoute: () => root,
  path: '/chargers/$id/findings',
  validateSearch: (search) => FindingsSearch.parse(search),
  component: FindingsPage,
})
const quirks = createRoute({ getParentRoute: () => root, path: '/chargers/$id/quirks', component: QuirksPage })
const sessions = createRoute({ getParentRoute: () => root, path: '/sessions', component: SessionsPage })
const handshakes = createRoute({ getParentRoute: () => root, path: '/handshakes', component: HandshakesPage })
const recordings = createRoute({ getParentRoute: () => root, path: '/recordings', component: RecordingsPage })
const recording = createRoute({ getParentRoute: () => root, path: '/recordings/$recording', component: RecordingScope })
const recordingStart = createRoute({ getParentRoute: () => recording, path: '/', component: RecordingPage })
const recordingAbout = createRoute({ getParentRoute: () => recording, path: '/about', component: RecordingAbout })
const recordedCharger = createRoute({
  getParentRoute: () => recording,
  path: '/chargers/$id',
  validateSearch: (search) => Selection.parse(search),
  component: RecordedCharger,
})
const recordedFindings = createRoute({
  getParentRoute: () => recording,
  path: '/chargers/$id/findings',
  validateSearch: (search) => FindingsSearch.parse(search),
  component: FindingsPage,
})
const recordedQuirks = createRoute({ getParentRoute: () => recording, path: '/chargers/$id/quirks', component: QuirksPage })
const recordedLog = createRoute({ getParentRoute: () => recording, path: '/log', validateSearch: logSearch, component: RecordedLog })
const recordedSessions = createRoute({ getParentRoute: () => recording, path: '/sessions', component: RecordedSessions })
const insideRecording = recording.addChildren([
  recordingStart,
  recordingAbout,
  recordedCharger,
  recordedFindings,
  recordedQuirks,
  recordedLog,
  recordedSessions,
])
const users = createRoute({ getParentRoute: () => root, path: '/users', component: UsersPage })
const settings = createRoute({ getParentRoute: () => root, path: '/settings', component: SettingsPage })

export const router = createRouter({
  routeTree: root.addChildren([
    chargers,
    charger,
    findings,
    quirks,
    configuration,
    compose,
    log,
    handshakes,
    sessions,
    recordings,
    insideRecording,
    users,
    settings,
  ]),
  history: createHashHistory(),
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
