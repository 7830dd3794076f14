import { expect, test } from 'vitest'
import { defaultDataDir } from '../../../src/main/data-dir.ts'

test('the recording is kept where each platform keeps a user’s application data', () => {
  expect(defaultDataDir('linux', { XDG_DATA_HOME: '/x' })).toBe('/x/chargebench')
  expect(defaultDataDir('linux', {})).toMatch(/\/\.local\/share\/chargebench$/)
  expect(defaultDataDir('darwin', {})).toMatch(/Library\/Application Support\/Chargebench\/data$/)
  expect(defaultDataDir('win32', { APPDATA: '/roaming' })).toBe('/roaming/Chargebench/data')
})
