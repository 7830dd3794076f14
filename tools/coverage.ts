/** `npm run coverage`: writes docs/ocpp-coverage.md. */
import { writeFileSync } from 'node:fs'
import { coverageDocument, readTests } from './coverage/table.ts'

writeFileSync('docs/ocpp-coverage.md', coverageDocument(readTests()))
console.log('docs/ocpp-coverage.md is up to date.')
