/**
 * THE contract: what the window, the browser page, the REST automation API and the tests can ask of the core.
 * Paths are a public interface. Times are epoch ms; every field carries its unit.
 */
import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import { BookmarkedEntry, bookmarkPlace } from './domain/bookmark.ts'
import { Certificates } from './domain/certificates.ts'
import { Charger, ChargerSettings, ChargerSettingsChange } from './domain/charger.ts'
import { Favourite, Operations, PayloadProblem, Sent, SentMessage } from './domain/composer.ts'
import {
  ChangeOutcome,
  Comparison,
  Configuration,
  ConfigurationSource,
  RestoreJob,
  RestorePlan,
  SnapshotInfo,
} from './domain/configuration.ts'
import { Bookmark, Entry } from './domain/entry.ts'
import { ExportJob, ExportOptions } from './domain/export.ts'
import { Finding, FoundInSession, FoundOnCharger } from './domain/finding.ts'
import { Attempt, ways } from './domain/handshake.ts'
import { LogFilter } from './domain/log-filter.ts'
import { LogHistogram, LogHits, LogSearch } from './domain/log-search.ts'
import { PaymentMethod, PriceGroup } from './domain/money.ts'
import { ImportChoices, ImportJob, ImportPreview, Merge, Recording } from './domain/recording.ts'
import { Quirk } from './domain/quirk.ts'
import { RedactionPreview } from './domain/redaction.ts'
import { ActionRun, CallOutcome, RebootInput, StartInput, StopInput } from './domain/remote-action.ts'
import { SavedFilter } from './domain/saved-filter.ts'
import { Session, SessionCounts } from './domain/session.ts'
import { AppInfo, ServerStatus, Settings } from './domain/settings.ts'
import { SimulatorCommand, VirtualCharger } from './domain/simulator.ts'
import { ClockReading, Sample, Timeline } from './domain/timeline.ts'
import { User } from './domain/user.ts'

const problem = { message: z.string() }
/** Expected failures; their message is a sentence for the technician. */
const base = oc.errors({
  NOT_FOUND: { status: 404, data: z.object(problem).optional() },
  CONFLICT: { status: 409, data: z.object(problem).optional() },
  BAD_REQUEST: { status: 400, data: z.object(problem).optional() },
})

const id = z.object({ id: z.string() })
const time = z.preprocess((value) => {
  if (typeof value !== 'string') return value
  return /^-?\d+$/.test(value) ? Number(value) : Date.parse(value)
}, z.number('A time is epoch milliseconds or an ISO 8601 date.').optional())
const recording = z.string().optional().describe('id of a recording; without it the live charger, or else the newest recording that has it')
const recorded = id.extend({ recording })
const range = recorded.extend({ from: time, to: time })
const newest = z
  .object({ recording, limit: z.coerce.number().int().min(1).max(100_000).optional().describe('Only of the sessions that began last') })
  .optional()
const findingsAsked = range.extend({ session: z.coerce.number().int().optional().describe('id of a session, for those of it') })

const EntryDetail = z.object({
  entry: Entry,
  counterpart: Entry.nullable().describe('The call of an answer, or the answer of a call'),
  session: Session.nullable(),
})

export const contract = {
  app: {
    info: base.route({ method: 'GET', path: '/app' }).output(AppInfo),
    /** Shows a file of the export folder in the system's file manager; only where there is a desktop. */
    reveal: base.input(z.object({ path: z.string() })).output(z.object({ shown: z.boolean() })),
  },

  server: {
    status: base.route({ method: 'GET', path: '/server' }).output(ServerStatus),
    watch: base.output(eventIterator(ServerStatus)),
    /** Listens on another port, and keeps it as the setting. */
    listen: base
      .route({ method: 'POST', path: '/server/listen' })
      .input(z.object({ port: z.number().int().min(0).max(65_535) }))
      .output(ServerStatus),
  },

  chargers: {
    /** The chargers of this app, or those of a recording. */
    list: base
      .route({ method: 'GET', path: '/chargers' })
      .input(z.object({ recording: z.string().optional() }).optional())
      .output(z.array(Charger)),
    get: base.route({ method: 'GET', path: '/chargers/{id}' }).input(recorded).output(Charger),
    /** The whole list at once and after each change, a few times a second at most. */
    watch: base.output(eventIterator(z.array(Charger))),
    settings: base.route({ method: 'GET', path: '/chargers/{id}/settings' }).input(id).output(ChargerSettings),
    changeSettings: base
      .route({ method: 'PATCH', path: '/chargers/{id}/settings' })
      .input(id.extend(ChargerSettingsChange.shape))
      .output(ChargerSettings),
    call: base
      .route({ method: 'POST', path: '/chargers/{id}/calls/{action}' })
      .input(z.object({ id: z.string(), action: z.string().min(1), payload: z.record(z.string(), z.unknown()).default({}) }))
      .output(CallOutcome),
    timeline: base
      .route({ method: 'GET', path: '/chargers/{id}/timeline' })
      .input(
        range.extend({
          most: z.coerce
            .number()
            .int()
            .min(10)
            .max(100_000)
            .optional()
            .describe('Of segments a lane and of marks, about; those too short to be told apart are merged. Without it there are all'),
        }),
      )
      .output(Timeline),
    /** How far the charger's clock was off, over time. */
    clock: base
      .route({ method: 'GET', path: '/chargers/{id}/clock' })
      .input(range.extend({ most: z.coerce.number().int().min(10).max(100_000).default(1_000).describe('Thinned out to about so many') }))
      .output(z.array(ClockReading)),
    /** What the charger does against the standard, counted over its whole log, the most frequent first. */
    quirks: base.route({ method: 'GET', path: '/chargers/{id}/quirks' }).input(recorded).output(z.array(Quirk)),
    sessions: base.route({ method: 'GET', path: '/chargers/{id}/sessions' }).input(range).output(z.array(Session)),
    samples: base
      .route({ method: 'GET', path: '/chargers/{id}/samples' })
      .input(
        range.extend({
          most: z.coerce
            .number()
            .int()
            .min(10)
            .max(100_000)
            .optional()
            .describe('Downsampled to about so many a connector, keeping minima and maxima'),
        }),
      )
      .output(z.array(Sample)),
  },

  /** What a technician should know of a charger, found in its log; the latest first. */
  findings: {
    list: base.route({ method: 'GET', path: '/chargers/{id}/findings' }).input(findingsAsked).output(z.array(Finding)),
    /** How much was found in each session, for lists of sessions; those without anything are left out. */
    perSession: base.route({ method: 'GET', path: '/session-findings' }).input(newest).output(z.array(FoundInSession)),
    /** The same for each charger, for lists of chargers. */
    perCharger: base
      .route({ method: 'GET', path: '/charger-findings' })
      .input(z.object({ recording: z.string().optional() }).optional())
      .output(z.array(FoundOnCharger)),
    /** All of them at once, and again when they have changed. */
    watch: base.input(findingsAsked).output(eventIterator(z.array(Finding))),
  },

  /** Who tried to connect since the start, accepted or not, newest first; the log keeps them all. */
  handshakes: {
    list: base.route({ method: 'GET', path: '/handshakes' }).output(z.array(Attempt)),
    watch: base.output(eventIterator(z.array(Attempt))),
    /** Takes a way out of a refusal; the charger comes in at its next attempt. */
    solve: base
      .route({ method: 'POST', path: '/handshakes/{id}/ways/{way}' })
      .input(z.object({ id: z.coerce.number().int(), way: z.enum(ways) }))
      .output(Attempt),
    /** Marks it as dealt with. */
    settle: base
      .route({ method: 'POST', path: '/handshakes/{id}/settle' })
      .input(z.object({ id: z.coerce.number().int() }))
      .output(z.array(Attempt)),
  },

  certificates: {
    info: base.route({ method: 'GET', path: '/certificates' }).output(Certificates),
    /** The certificate that chargers have to trust, to be installed in them. */
    authority: base.route({ method: 'GET', path: '/certificates/authority' }).output(z.object({ pem: z.string(), derBase64: z.string() })),
    /** A new authority and a new certificate: chargers that trust the old one have to be given the new one. */
    rotate: base.route({ method: 'POST', path: '/certificates/rotate' }).output(Certificates),
    /** A certificate from elsewhere for the TLS port, PEM with its chain, and its private key. */
    importOwn: base
      .route({ method: 'POST', path: '/certificates/own' })
      .input(
        z.object({
          certificate: z.string().max(100_000),
          privateKey: z.string().max(100_000),
          passphrase: z.string().max(1_000).optional().describe('Of the private key, where it has one; it is not kept'),
        }),
      )
      .output(Certificates),
    removeOwn: base.route({ method: 'DELETE', path: '/certificates/own' }).output(Certificates),
  },

  sessions: {
    /** Newest first. */
    list: base.route({ method: 'GET', path: '/sessions' }).input(newest).output(z.array(Session)),
    count: base
      .route({ method: 'GET', path: '/session-count' })
      .input(z.object({ recording: z.string().optional() }).optional())
      .output(SessionCounts),
  },

  /** Each runs to its end and answers with what happened; `watch` shows the steps meanwhile. */
  remoteActions: {
    reboot: base
      .route({ method: 'POST', path: '/chargers/{id}/remote-actions/reboot' })
      .input(id.extend(RebootInput.shape))
      .output(ActionRun),
    start: base.route({ method: 'POST', path: '/chargers/{id}/remote-actions/start' }).input(id.extend(StartInput.shape)).output(ActionRun),
    stop: base.route({ method: 'POST', path: '/chargers/{id}/remote-actions/stop' }).input(id.extend(StopInput.shape)).output(ActionRun),
    forceStop: base
      .route({ method: 'POST', path: '/chargers/{id}/remote-actions/force-stop' })
      .input(id.extend(StopInput.shape))
      .output(ActionRun),
    check: base.route({ method: 'POST', path: '/chargers/{id}/remote-actions/check' }).input(id).output(ActionRun),
    /** The last runs of a charger, newest first, at once and after each change. */
    watch: base.input(id).output(eventIterator(z.array(ActionRun))),
  },

  log: {
    /** Newest first. `cursor` is the seq before which to go on; `after` instead reads on from a seq, oldest first. */
    list: base
      .route({ method: 'GET', path: '/log' })
      .input(
        LogFilter.extend({
          cursor: z.coerce.number().int().optional(),
          after: z.coerce.number().int().optional(),
          limit: z.coerce.number().int().min(1).max(1_000).default(100),
        }),
      )
      .output(z.object({ entries: z.array(Entry), nextCursor: z.number().int().nullable() })),
    /** `roughly` takes the last of very many hits of a text from the index, without reading them, and says so by `about`. */
    count: base
      .input(LogFilter.extend({ roughly: z.boolean().optional() }))
      .output(z.object({ count: z.number().int(), about: z.boolean().optional() })),
    /** Hits of a text among the entries that a filter shows, told while they are counted. */
    search: base.input(LogSearch).output(eventIterator(LogHits)),
    /** Over the filter's time, or all of it; null where there is nothing. */
    histogram: base.input(LogFilter.extend({ buckets: z.number().int().min(1).max(1_000) })).output(LogHistogram.nullable()),
    /** How many entries that match are older than one. */
    place: base.input(LogFilter.extend({ seq: z.number().int() })).output(z.object({ index: z.number().int() })),
    /** The entry that so many matching ones are older than; null where that cannot be told quickly. */
    at: base.input(LogFilter.extend({ index: z.number().int().min(0) })).output(z.object({ seq: z.number().int().nullable() })),
    /** Entries that came late, by when they happened rather than by when they came, the earliest first. */
    toldLater: base
      .input(LogFilter.omit({ from: true, to: true }).extend({ happenedFrom: z.number(), happenedTo: z.number() }))
      .output(z.array(Entry)),
    /** Actions that occur in the log, for the filter's list. */
    actions: base.input(z.object({ charger: z.string().optional(), recording: z.string().optional() })).output(z.array(z.string())),
    get: base
      .route({ method: 'GET', path: '/log/{seq}' })
      .input(z.object({ seq: z.coerce.number().int(), recording: z.string().optional() }))
      .output(EntryDetail),
    /** New entries that match, in batches of at most ten a second, each entry once and in order, after `after`. */
    follow: base.input(LogFilter.extend({ after: z.number().int() })).output(eventIterator(z.array(Entry))),
  },

  /** What somebody put on entries to find them again; they travel with exports. */
  bookmarks: {
    /** In the order of the log. */
    list: base
      .route({ method: 'GET', path: '/bookmarks' })
      .input(z.object({ recording: z.string().optional(), charger: z.string().optional() }).optional())
      .output(z.array(BookmarkedEntry)),
    /** Puts one on an entry, or writes its note anew. */
    save: base
      .route({ method: 'POST', path: '/bookmarks' })
      .input(bookmarkPlace.extend({ note: Bookmark.shape.note.default('') }))
      .output(BookmarkedEntry),
    remove: base
      .route({ method: 'DELETE', path: '/bookmarks/{seq}' })
      .input(bookmarkPlace)
      .output(z.object({ removed: z.boolean() })),
    /** All of them at once, and again when one has changed. */
    watch: base.input(z.object({ recording: z.string().optional() })).output(eventIterator(z.array(BookmarkedEntry))),
  },

  /** Filters of the log worth using again; one of the same name is replaced. */
  savedFilters: {
    list: base.output(z.array(SavedFilter)),
    save: base.input(SavedFilter.omit({ id: true })).output(z.array(SavedFilter)),
    remove: base.input(id).output(z.array(SavedFilter)),
  },

  /** Somebody's logs, each a store of its own that is only looked at. */
  recordings: {
    /** Newest first. */
    list: base.route({ method: 'GET', path: '/recordings' }).output(z.array(Recording)),
    watch: base.output(eventIterator(z.array(Recording))),
    get: base.route({ method: 'GET', path: '/recordings/{id}' }).input(id).output(Recording),
    rename: base
      .route({ method: 'PATCH', path: '/recordings/{id}' })
      .input(id.extend({ name: z.string().trim().min(1, 'Give the recording a name.').max(120) }))
      .output(Recording),
    /** Makes one recording of two of the same incident; its times are those of the first. Answers when it is done. */
    merge: base.route({ method: 'POST', path: '/recordings/merge' }).input(Merge).output(Recording),
    remove: base
      .route({ method: 'DELETE', path: '/recordings/{id}' })
      .input(id)
      .output(z.object({ removed: z.boolean() })),
  },

  /** A log file on its way to being a recording, from the window; scripts send it whole to `POST /import`. */
  imports: {
    begin: base.input(z.object({ fileName: z.string().min(1).max(500), bytes: z.number().min(0) })).output(ImportJob),
    /** The pieces that follow are of another file of the same log, such as that of the day after. */
    next: base.input(id.extend({ fileName: z.string().min(1).max(500) })).output(ImportJob),
    /** The file's next bytes, a few hundred kB; the one after when this has been answered. */
    piece: base.input(id.extend({ base64: z.string() })).output(ImportJob),
    /** After the last piece: what the file is, and what it leaves open. */
    preview: base.input(id).output(ImportPreview),
    /** The same as `recordings.merge`, to be watched and cancelled. */
    merge: base.input(Merge).output(ImportJob),
    start: base.input(id.extend({ choices: ImportChoices, name: z.string().trim().min(1).max(120).optional() })).output(ImportJob),
    watch: base.input(id).output(eventIterator(ImportJob)),
    cancel: base.input(id).output(ImportJob),
  },

  /** Configuration keys of 1.6 and device-model variables of 2.x alike. Secrets can be set, and are never told. */
  configuration: {
    /** Reads it from the charger. */
    read: base.route({ method: 'GET', path: '/chargers/{id}/configuration' }).input(id).output(Configuration),
    /** As it was last read; null where it was not since the app started. */
    last: base.input(id).output(Configuration.nullable()),
    change: base
      .route({ method: 'POST', path: '/chargers/{id}/configuration' })
      .input(id.extend({ key: z.string().trim().min(1), value: z.string() }))
      .output(ChangeOutcome),
    compare: base
      .route({ method: 'POST', path: '/configuration-comparison' })
      .input(z.object({ a: ConfigurationSource, b: ConfigurationSource }))
      .output(Comparison),
    snapshots: {
      list: base.route({ method: 'GET', path: '/configuration-snapshots' }).output(z.array(SnapshotInfo)),
      save: base
        .route({ method: 'POST', path: '/chargers/{id}/configuration-snapshots' })
        .input(id.extend({ name: z.string().trim().min(1, 'Give the snapshot a name.').max(80) }))
        .output(SnapshotInfo),
      remove: base
        .route({ method: 'DELETE', path: '/configuration-snapshots/{id}' })
        .input(id)
        .output(z.object({ removed: z.boolean() })),
      /** From the text of an exported JSON file, or of a GetConfiguration answer. */
      import: base
        .route({ method: 'POST', path: '/configuration-snapshots/import' })
        .input(z.object({ text: z.string(), name: z.string().trim().min(1).max(80).optional() }))
        .output(SnapshotInfo),
    },
    export: base
      .route({ method: 'POST', path: '/configuration-export' })
      .input(z.object({ from: z.enum(['snapshot', 'charger']), id: z.string(), format: z.enum(['json', 'csv']) }))
      .output(z.object({ fileName: z.string(), mediaType: z.string(), text: z.string() })),
    restore: {
      /** What would have to be changed; reads the charger first. */
      plan: base
        .route({ method: 'GET', path: '/chargers/{id}/configuration-restore' })
        .input(id.extend({ snapshot: z.string() }))
        .output(RestorePlan),
      /** Begins the changes, one after the other; `get` and `watch` tell how far they are. */
      start: base
        .route({ method: 'POST', path: '/chargers/{id}/configuration-restore' })
        .input(
          id.extend({
            changes: z
              .array(z.object({ key: z.string(), value: z.string() }))
              .min(1)
              .max(5_000),
          }),
        )
        .output(RestoreJob),
      get: base.route({ method: 'GET', path: '/configuration-restores/{id}' }).input(id).output(RestoreJob),
      watch: base.input(id).output(eventIterator(RestoreJob)),
      cancel: base.route({ method: 'POST', path: '/configuration-restores/{id}/cancel' }).input(id).output(RestoreJob),
    },
  },

  users: {
    list: base.route({ method: 'GET', path: '/users' }).output(z.array(User)),
    save: base.route({ method: 'POST', path: '/users' }).input(User).output(User),
    remove: base
      .route({ method: 'DELETE', path: '/users/{id}' })
      .input(id)
      .output(z.object({ removed: z.boolean() })),
  },
  paymentMethods: {
    list: base.route({ method: 'GET', path: '/payment-methods' }).output(z.array(PaymentMethod)),
    save: base.route({ method: 'POST', path: '/payment-methods' }).input(PaymentMethod).output(PaymentMethod),
    remove: base
      .route({ method: 'DELETE', path: '/payment-methods/{id}' })
      .input(id)
      .output(z.object({ removed: z.boolean() })),
  },
  priceGroups: {
    list: base.route({ method: 'GET', path: '/price-groups' }).output(z.array(PriceGroup)),
    save: base.route({ method: 'POST', path: '/price-groups' }).input(PriceGroup).output(PriceGroup),
    remove: base
      .route({ method: 'DELETE', path: '/price-groups/{id}' })
      .input(id)
      .output(z.object({ removed: z.boolean() })),
  },

  settings: {
    get: base.route({ method: 'GET', path: '/settings' }).output(Settings),
    change: base.route({ method: 'PATCH', path: '/settings' }).input(Settings.partial()).output(Settings),
    /** Tells that settings, users, payment methods or price groups have changed, from wherever. The number only counts. */
    watch: base.output(eventIterator(z.number().int())),
  },

  simulator: {
    list: base.route({ method: 'GET', path: '/virtual-chargers' }).output(z.array(VirtualCharger)),
    watch: base.output(eventIterator(z.array(VirtualCharger))),
    add: base
      .route({ method: 'POST', path: '/virtual-chargers' })
      .input(
        z.object({
          id: z
            .string()
            .regex(/^[A-Za-z0-9_-]{1,20}$/, 'The id of a virtual charger is 1 to 20 letters, digits, - or _.')
            .optional(),
          connectors: z.number().int().min(1).max(8).default(2),
        }),
      )
      .output(VirtualCharger),
    command: base
      .route({ method: 'POST', path: '/virtual-chargers/{id}/command' })
      .input(z.object({ id: z.string(), do: SimulatorCommand }))
      .output(VirtualCharger),
    remove: base
      .route({ method: 'DELETE', path: '/virtual-chargers/{id}' })
      .input(id)
      .output(z.object({ removed: z.boolean() })),
  },

  /** Any operation of the charger's version, made by hand. `payload` is JSON text, so that no digit of a number is lost. */
  composer: {
    operations: base.route({ method: 'GET', path: '/chargers/{id}/composer/operations' }).input(id).output(Operations),
    /** JSON Schema of the payload, as a form is made of it. */
    schema: base
      .route({ method: 'GET', path: '/chargers/{id}/composer/operations/{action}/schema' })
      .input(id.extend({ action: z.string() }))
      .output(z.object({ schema: z.record(z.string(), z.unknown()) })),
    /** A payload to begin with, filled from what is known. */
    defaults: base
      .route({ method: 'GET', path: '/chargers/{id}/composer/operations/{action}/defaults' })
      .input(id.extend({ action: z.string() }))
      .output(z.object({ payload: z.string() })),
    validate: base
      .route({ method: 'POST', path: '/chargers/{id}/composer/validate' })
      .input(id.extend({ action: z.string(), payload: z.string() }))
      .output(z.object({ problems: z.array(PayloadProblem) })),
    /** Waits for the answer. With `anyway` an invalid payload is sent on purpose, and marked in the log. */
    send: base
      .route({ method: 'POST', path: '/chargers/{id}/composer/send' })
      .input(id.extend({ action: z.string().min(1).max(200), payload: z.string(), anyway: z.boolean().default(false) }))
      .output(Sent),
    /** Sends any text as it is; no answer is waited for. */
    sendRaw: base
      .route({ method: 'POST', path: '/chargers/{id}/composer/send-raw' })
      .input(id.extend({ text: z.string().min(1).max(1_000_000) }))
      .output(SentMessage),
    /** Sends a message of the history again. */
    resend: base
      .route({ method: 'POST', path: '/chargers/{id}/composer/history/{message}/resend' })
      .input(id.extend({ message: z.string() }))
      .output(SentMessage),
    /** Newest first. */
    history: base
      .route({ method: 'GET', path: '/chargers/{id}/composer/history' })
      .input(id.extend({ action: z.string().optional() }))
      .output(z.array(SentMessage)),
    forget: base
      .route({ method: 'DELETE', path: '/chargers/{id}/composer/history' })
      .input(id)
      .output(z.object({ removed: z.number().int() })),
    /** Favourites of the charger's version, by name. */
    favourites: base.route({ method: 'GET', path: '/chargers/{id}/composer/favourites' }).input(id).output(z.array(Favourite)),
    saveFavourite: base
      .route({ method: 'POST', path: '/chargers/{id}/composer/favourites' })
      .input(
        id.extend({
          ...Favourite.pick({ name: true, action: true, payload: true }).shape,
          favouriteId: z.string().optional().describe('To replace one'),
        }),
      )
      .output(Favourite),
    removeFavourite: base
      .route({ method: 'DELETE', path: '/favourites/{favourite}' })
      .input(z.object({ favourite: z.string() }))
      .output(z.object({ removed: z.boolean() })),
  },

  exports: {
    /** What of a log would be masked, again and again while it is looked through. */
    preview: base.input(z.object({ filter: LogFilter })).output(eventIterator(RedactionPreview)),
    /** Writes a file into the export folder; `watch` tells how far it is. */
    start: base.input(z.object({ filter: LogFilter, options: ExportOptions })).output(ExportJob),
    watch: base.input(id).output(eventIterator(ExportJob)),
    cancel: base.input(id).output(ExportJob),
  },
}
