import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compact, effectiveFilter, isFiltered, toggled, type LogFilter } from '../../../src/renderer/features/log/model/filter.ts'
import { filterToSearch, logSearch, searchToFilter, seqOf } from '../../../src/renderer/features/log/model/search.ts'
import { severities } from '../../../src/shared/domain/entry.ts'
import { categories } from '../../../src/shared/ocpp/category.ts'

const name = fc.string({ minLength: 1, maxLength: 30, unit: 'binary' })
const time = fc.integer({ min: 0, max: 4_102_444_800_000 })
const filter: fc.Arbitrary<LogFilter> = fc.record(
  {
    charger: name,
    category: fc.uniqueArray(fc.constantFrom(...categories), { minLength: 1 }),
    direction: fc.constantFrom('in' as const, 'out' as const),
    action: fc.uniqueArray(name, { minLength: 1, maxLength: 4 }),
    severity: fc.uniqueArray(fc.constantFrom(...severities), { minLength: 1 }),
    from: time,
    to: time,
    text: name,
    run: name,
    session: fc.integer({ min: 1 }),
    notAction: fc.uniqueArray(name, { minLength: 1, maxLength: 2 }),
    connector: fc.integer({ min: 0 }),
    connection: fc.integer({ min: 1 }),
    messageId: name,
    bookmarked: fc.constant(true as const),
  },
  { requiredKeys: [] },
)

describe('a filter in the address', () => {
  test('comes back as it was, also with commas and percent signs in names that chargers chose', () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(searchToFilter({ ...filterToSearch(given) })).toEqual(compact(given))
      }),
    )
  })

  test('is brought into one form, whoever wrote it', () => {
    fc.assert(
      fc.property(filter, (given) => {
        expect(logSearch({ ...logSearch(given) })).toEqual(filterToSearch(given))
      }),
    )
  })

  test('reads well', () => {
    expect(filterToSearch({ category: ['state', 'security'], from: Date.UTC(2025, 10, 22), text: ' EV ' })).toEqual({
      category: 'state,security',
      from: '2025-11-22T00:00:00.000Z',
      text: 'EV',
    })
  })

  test('may be typed by hand: nonsense is left out, and what the router took for a number is a text', () => {
    expect(searchToFilter({ category: 'red', direction: 'up', text: 1234, from: 'yesterday', charger: {}, unknown: 'x' })).toEqual({
      text: '1234',
    })
    expect(searchToFilter({ category: ['state'], from: '1700000000000', session: 12 })).toEqual({
      category: ['state'],
      from: 1_700_000_000_000,
      session: 12,
    })
  })

  test('may point at an entry beside it', () => {
    expect(logSearch({ seq: 17, text: 'x' })).toEqual({ seq: 17, text: 'x' })
    expect(seqOf({ seq: 'first' })).toBeNull()
  })
})

describe('the filter that is asked', () => {
  test('holds the conditions of the page and those of the technician', () => {
    const scope = { chargerId: 'GARAGE-07', range: { from: 100, to: 200 }, runId: 'r1', sessionId: 12 }
    expect(effectiveFilter({ direction: 'in', from: 150, to: 900 }, scope)).toEqual({
      charger: 'GARAGE-07',
      direction: 'in',
      from: 150,
      to: 200,
      run: 'r1',
      session: 12,
    })
  })

  test('is nothing where nothing is chosen', () => {
    expect(effectiveFilter({ text: '  ', category: [] }, { range: null, runId: null })).toEqual({})
    expect(isFiltered({ text: '', action: [] })).toBe(false)
    expect(isFiltered({ action: toggled(undefined, 'Heartbeat') })).toBe(true)
    expect(toggled(['Heartbeat'], 'Heartbeat')).toEqual([])
  })
})
