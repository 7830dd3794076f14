import { expect, test } from 'vitest'
import { filterWords } from '../../../src/main/core/export/filter-words.ts'

test('no filter is said to be the whole log', () => {
  expect(filterWords({}, 'UTC')).toBe('None: the whole log')
  expect(filterWords({ category: [], action: [] }, 'UTC')).toBe('None: the whole log')
})

test('every condition of a filter is told', () => {
  const words = filterWords(
    {
      charger: 'GARAGE-07',
      category: ['state', 'connection', 'security'],
      direction: 'in',
      action: ['Heartbeat'],
      severity: ['warning', 'error'],
      from: Date.UTC(2026, 4, 1, 12),
      to: Date.UTC(2026, 4, 1, 13),
      text: 'Faulted',
      run: 'r1',
      session: 9,
    },
    'Europe/Berlin',
  )
  expect(words).toBe(
    'Charger GARAGE-07, category State, Connection or Security, from the charger only, action Heartbeat, severity warning or error, ' +
      'from 2026-05-01 14:00:00.000, before 2026-05-01 15:00:00.000, containing “Faulted”, one remote action (r1), session 9',
  )
})
