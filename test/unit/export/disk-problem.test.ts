import { expect, test } from 'vitest'
import { diskProblem } from '../../../src/main/core/export/disk-problem.ts'

test.each([
  ['ENOSPC', 'The disk of the export folder /exports is full. Make room and export again.'],
  ['EACCES', 'Chargebench may not write into the export folder /exports.'],
  ['EROFS', 'The export folder /exports is on a disk that can only be read.'],
  ['ENOTDIR', 'The export folder /exports is not there, or is not a folder.'],
  ['EMFILE', 'The export failed: EMFILE: from the system.'],
])('%s is told as a sentence', (code, sentence) => {
  expect(diskProblem(Object.assign(new Error(`${code}: from the system`), { code }), '/exports')).toBe(sentence)
})
