import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Database } from 'better-sqlite3'
import { openForWriting } from '../../../src/main/core/store/open.ts'
import { changeWriter, sessionsIn, userIdsIn } from '../../../src/main/core/store/tables/projections.ts'
import type { Session } from '../../../src/shared/domain/session.ts'

let db: Database
beforeEach(() => {
  db = openForWriting(':memory:')
  const write = changeWriter(db)
  const users = ['ANNA', 'ben', null, 'ANNA', 'Clara "C"', 'ben', 'anna']
  for (const [index, userId] of users.entries()) {
    const row = { id: index + 1, userId, startedAt: index * 10, endedAt: index === 6 ? null : index * 10 + 5 } as Session
    write('GARAGE-07', { table: 'sessions', row })
  }
  write('GARAGE-08', { table: 'sessions', row: { id: 99, userId: 'other', startedAt: 5, endedAt: 6 } as Session })
})
afterEach(() => {
  db.close()
})

test('users of sessions are told each once, as they are spelt, those of the newest sessions first', () => {
  expect(userIdsIn(db, 'GARAGE-07', {})).toEqual(['anna', 'ben', 'Clara "C"', 'ANNA'])
})

test.each([{}, { from: 12 }, { to: 12 }, { from: 12, to: 45 }, { from: 26, to: 29 }])(
  'in the time %o they are those of its sessions',
  (range) => {
    const users = sessionsIn(db, 'GARAGE-07', range).flatMap(({ userId }) => userId ?? [])
    expect(userIdsIn(db, 'GARAGE-07', range)).toEqual([...new Set(users)])
  },
)
