/** What the code does with every action of every OCPP version, read from its own catalogues, handlers and words. */
import { globSync, readFileSync } from 'node:fs'
import { isOperation } from '../../src/main/core/composer/catalogue.ts'
import { handlersOf } from '../../src/main/core/csms/answer.ts'
import { actionsOf, isUnanswered } from '../../src/main/core/interpret/validate.ts'
import { categoryOfAction, categoryStyle } from '../../src/shared/ocpp/category.ts'
import { explain } from '../../src/shared/ocpp/explain.ts'
import { type Protocol, protocolName, protocols } from '../../src/shared/ocpp/protocol.ts'
import { summariseCall } from '../../src/shared/ocpp/summary.ts'

export interface Coverage {
  action: string
  /** The central system can send it. */
  sent: boolean
  /** The central system answers it; a SEND is taken in, because nobody answers one. */
  answered: boolean
  taken: boolean
  /** The log's category, where it has a summary and an explanation of its own too; null where one is missing. */
  shown: string | null
  /** A test names it. */
  tested: boolean
}

/** @param testTexts the texts of all test files */
export function coverageOf(protocol: Protocol, testTexts: readonly string[]): Coverage[] {
  return actionsOf(protocol).map((action) => {
    const raw = `[2,"1","${action}",{}]`
    const named = new RegExp(`\\b${action}\\b`)
    const answered = Object.hasOwn(handlersOf[protocol], action)
    const sent = isOperation(protocol, action)
    const summary = summariseCall(action, {}, { direction: answered ? 'in' : 'out', statusBefore: null, protocol })
    const explanation = explain({ kind: 'frame', messageType: 'call', action, raw }, protocol)
    const inWords = !summary.includes('an action that') && !explanation.includes('is no action')
    return {
      action,
      sent,
      answered,
      taken: isUnanswered(action),
      shown: inWords ? categoryStyle[categoryOfAction(action)].label : null,
      tested: testTexts.some((text) => named.test(text)),
    }
  })
}

/** Every test that runs something; the one about this table only repeats its names. */
export function readTests(): string[] {
  return globSync('test/{unit,integration,e2e}/**/*.{test,spec}.ts')
    .filter((file) => !file.includes('coverage'))
    .map((file) => readFileSync(file, 'utf8'))
}

export function coverageDocument(tests: readonly string[]): string {
  return [
    '# What is covered of OCPP',
    '',
    'Made by `npm run coverage` from the catalogues, handlers and words of the code; a test fails where it is out of date.',
    '',
    '- **Sent**: the central system can send it, from the composer, by REST, and where it serves one in a remote action.',
    '- **Answered**: the central system answers it when a charger sends it (a SEND is taken in; nobody answers one).',
    '- **Shown**: it has a summary and an explanation of its own in the log; the word is its category.',
    '- **Tested**: a test names it.',
    '',
    ...protocols.toReversed().flatMap((protocol) => section(protocol, coverageOf(protocol, tests))),
  ].join('\n')
}

function section(protocol: Protocol, rows: readonly Coverage[]): string[] {
  const done = rows.filter(({ sent, answered, taken, shown, tested }) => (sent || answered || taken) && shown !== null && tested)
  return [
    `## ${protocolName[protocol]}`,
    '',
    `${rows.length} actions, ${done.length} of them covered in full.`,
    '',
    '| action | sent | answered | shown | tested |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map(
      ({ action, sent, answered, taken, shown, tested }) =>
        `| ${action} | ${sent ? 'yes' : '–'} | ${answered ? 'yes' : taken ? 'taken' : '–'} | ${shown ?? '**no**'} | ${tested ? 'yes' : '**no**'} |`,
    ),
    '',
  ]
}
