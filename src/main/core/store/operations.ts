import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import type { Favourite, SentMessage } from '../../../shared/domain/composer.ts'
import type { ChargerSettingsChange } from '../../../shared/domain/charger.ts'
import type { PaymentMethod, PriceGroup } from '../../../shared/domain/money.ts'
import type { Recording } from '../../../shared/domain/recording.ts'
import type { SavedFilter } from '../../../shared/domain/saved-filter.ts'
import type { User } from '../../../shared/domain/user.ts'
import { ALIVE, committer } from './commit.ts'
import { logOperations } from './log/operations.ts'
import { rebuild, rebuildIfOutdated } from './rebuild.ts'
import * as bookmarks from './tables/bookmarks.ts'
import * as composer from './tables/composer.ts'
import * as snapshots from './tables/configuration-snapshots.ts'
import * as entries from './tables/entries.ts'
import { clockIn } from './tables/clock.ts'
import { downsample } from './tables/downsample.ts'
import { findingsIn, findingsPerCharger, findingsPerSession } from './tables/findings.ts'
import * as kept from './tables/kept.ts'
import * as lists from './tables/lists.ts'
import { newestSessions, sessionCounts } from './tables/newest-sessions.ts'
import * as projections from './tables/projections.ts'
import * as recordings from './tables/recordings.ts'
import { quirksOf } from './tables/quirks.ts'
import * as savedFilters from './tables/saved-filters.ts'
import { timelineIn } from './tables/timeline.ts'
import type { TimeRange } from './tables/projections.ts'

/** What the main thread needs to go on where the last run stopped. */
function readEverythingKept(db: Database) {
  return {
    lastSeq: entries.lastSeq(db),
    lastConnectionId: entries.lastConnectionId(db),
    entryCount: entries.entryCount(db),
    aliveAt: kept.readKept(db, ALIVE) as number | null,
    settings: kept.readKept(db, 'settings'),
    virtualChargers: kept.readKept(db, 'virtual-chargers'),
    lastTransactionId: kept.readKept(db, 'last-transaction-id') as number | null,
    memories: kept.readMemories(db),
    chargerSettings: kept.readChargerSettings(db),
    users: lists.readUsers(db),
    paymentMethods: lists.readPaymentMethods(db),
    priceGroups: lists.readPriceGroups(db),
  }
}
export type KeptState = ReturnType<typeof readEverythingKept>

/** Operations of the writer thread, by name. */
export function writerOperations(db: Database) {
  rebuildIfOutdated(db)
  return {
    commit: committer(db),
    load: () => readEverythingKept(db),
    /** Answers as soon as the database is of this version, with every row as it is read now. */
    ready: () => true,
    rebuild: () => rebuild(db),
    keep: (name: string, value: unknown) => kept.keep(db, name, value),
    saveChargerSettings: (chargerId: string, settings: ChargerSettingsChange) => kept.saveChargerSettings(db, chargerId, settings),
    saveUser: (user: User) => lists.saveUser(db, user),
    savePaymentMethod: (method: PaymentMethod) => lists.savePaymentMethod(db, method),
    savePriceGroup: (group: PriceGroup) => lists.savePriceGroup(db, group),
    keepSentMessage: (message: SentMessage) => composer.keepSentMessage(db, message),
    forgetSentMessages: (chargerId: string) => composer.forgetSentMessages(db, chargerId),
    saveFavourite: (favourite: Favourite) => composer.saveFavourite(db, favourite),
    removeFavourite: (id: string) => composer.removeFavourite(db, id),
    removeFromList: (list: lists.ListName, id: string) => lists.removeFromList(db, list, id),
    saveConfigurationSnapshot: (snapshot: snapshots.Snapshot) => snapshots.saveSnapshot(db, snapshot),
    removeConfigurationSnapshot: (id: string) => snapshots.removeSnapshot(db, id),
    saveRecording: (recording: Recording) => recordings.saveRecording(db, recording),
    removeRecording: (id: string) => recordings.removeRecording(db, id),
    saveBookmark: (bookmark: bookmarks.SavedBookmark) => bookmarks.saveBookmark(db, bookmark),
    removeBookmark: (seq: number) => bookmarks.removeBookmark(db, seq),
    saveFilter: (filter: SavedFilter) => savedFilters.saveFilter(db, filter),
    removeSavedFilter: (id: string) => savedFilters.removeSavedFilter(db, id),
  }
}

/** Operations of the reader thread, by name. */
export function readerOperations(db: Database) {
  return {
    ...logOperations(db),
    entryDetail: (seq: number) => {
      const found = entries.entryBySeq(db, seq)
      if (!found) return null
      const { sessionId } = found.entry
      return { ...found, session: sessionId === null ? null : projections.sessionById(db, sessionId) }
    },
    quirks: (chargerId: string) => quirksOf(db, chargerId),
    findings: (chargerId: string, range: TimeRange & { session?: number | undefined }) => findingsIn(db, chargerId, range),
    findingsPerSession: (newest: number | null) => findingsPerSession(db, newest),
    findingsPerCharger: () => findingsPerCharger(db),
    recordings: () => recordings.readRecordings(db),
    bookmarks: () => bookmarks.readBookmarks(db),
    savedFilters: () => savedFilters.readSavedFilters(db),
    /** Every charger as it was after its last entry. */
    chargers: () => kept.readMemories(db).map(({ charger }) => charger),
    timeline: (chargerId: string, range: TimeRange, most?: number) => timelineIn(db, chargerId, range, most),
    clock: (chargerId: string, range: TimeRange, most: number) => clockIn(db, chargerId, range, most),
    sessions: (chargerId: string | null, range: TimeRange) => projections.sessionsIn(db, chargerId, range),
    userIds: (chargerId: string, range: TimeRange) => projections.userIdsIn(db, chargerId, range),
    samples: (chargerId: string, range: TimeRange, most?: number) => {
      const samples = projections.samplesIn(db, chargerId, range)
      return most === undefined ? samples : downsample(samples, most)
    },
    newestSessions: (most: number) => newestSessions(db, most),
    sessionCounts: () => sessionCounts(db),
    configurationSnapshots: () => snapshots.readSnapshots(db),
    configurationSnapshot: (id: string) => snapshots.readSnapshot(db, id),
    sentMessages: (chargerId: string, action: string | null) => composer.sentMessages(db, chargerId, action),
    sentMessage: (id: string) => composer.sentMessage(db, id),
    favourites: (protocol: string) => composer.favourites(db, protocol),
    /** The database with its write-ahead log. */
    databaseBytes: () => [db.name, `${db.name}-wal`].reduce((sum, file) => sum + (statSync(file, { throwIfNoEntry: false })?.size ?? 0), 0),
  }
}

export type WriterOperations = ReturnType<typeof writerOperations>
export type ReaderOperations = ReturnType<typeof readerOperations>
