import type { ConfigurationItem } from '../../../shared/domain/configuration.ts'
import { fields, list } from '../../../shared/ocpp/payload.ts'
import { ActionProblem } from '../actions/context.ts'
import type { Read } from './read-keys.ts'
import { createReportJoiner, type ReportJoiner, valueText } from './report.ts'
import type { Task } from './task.ts'
import { variableAddress, wireVariable } from './variable-name.ts'
import { callProblem, statusOf } from '../actions/outcome.ts'

/** How long the next part of a report may take. */
const NEXT_PART_MS = 30_000
/** A whole report may take so many times that: a charger may repeat parts for ever. */
const MOST_PARTS_LONG = 60

/**
 * GetBaseReport (OCPP 2.0.1 part 2, B07): the full inventory, or what of it the charger can tell, joined from as many
 * NotifyReport as it takes.
 * @throws where no report comes, with a sentence
 */
export async function readDeviceModel(task: Pick<Task, 'call' | 'hear'>, nextPartMs = NEXT_PART_MS): Promise<Read> {
  const notes: string[] = []
  for (const reportBase of ['FullInventory', 'ConfigurationInventory'] as const) {
    const requestId = Math.floor(Math.random() * 1_000_000_000)
    const report = createReportJoiner(requestId)
    const arrival = createArrival(nextPartMs)
    const off = task.hear('NotifyReport', (payload) => report.take(payload) && arrival.came(report.complete()))
    try {
      const outcome = await task.call('GetBaseReport', { requestId, reportBase })
      const problem = callProblem(outcome)
      if (problem !== null && outcome.outcome !== 'error') throw new ActionProblem('conflict', `${problem}.`)
      const status = statusOf(outcome)
      if (status === 'EmptyResultSet')
        return { items: [], unknownKeys: [], notes: [...notes, 'The charger says that it has nothing to report (EmptyResultSet).'] }
      if (status !== 'Accepted') {
        notes.push(`The charger does not give its ${words[reportBase]} (${problem ?? (status || 'no status')}).`)
        continue
      }
      if (!(await arrival.whole)) notes.push(whatIsMissing(report, nextPartMs))
      if (report.leftOut() > 0) notes.push(`The report is too large: ${report.leftOut()} settings are not shown.`)
      const items = report.items()
      if (items.length > 0) return { items, unknownKeys: [], notes }
    } finally {
      off()
      arrival.stop()
    }
  }
  throw new ActionProblem('conflict', notes.join(' ') || 'The charger told nothing of its configuration.')
}

const words = { FullInventory: 'full inventory', ConfigurationInventory: 'configuration inventory' }

function whatIsMissing(report: ReportJoiner, nextPartMs: number): string {
  const missing = report.missing()
  const lost =
    missing.length === 0
      ? 'its last part'
      : `part ${missing
          .map((seqNo) => seqNo + 1)
          .slice(0, 5)
          .join(', ')}`
  return `The report is not complete: ${lost} did not come within ${Math.round(nextPartMs / 1_000)} s.`
}

/** Waits for a report's parts: `whole` is true when all are there, false when none has come for too long. */
function createArrival(nextPartMs: number): { came: (complete: boolean) => void; whole: Promise<boolean>; stop: () => void } {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  let timer = setTimeout(resolve, nextPartMs, false)
  const end = setTimeout(resolve, nextPartMs * MOST_PARTS_LONG, false)
  return {
    whole: promise,
    stop: () => {
      clearTimeout(timer)
      clearTimeout(end)
    },
    came: (complete) => {
      clearTimeout(timer)
      if (complete) resolve(true)
      else timer = setTimeout(resolve, nextPartMs, false)
    },
  }
}

/** GetVariables for one attribute: its value, with everything else as it was known. */
export async function readVariable(task: Pick<Task, 'call'>, known: ConfigurationItem): Promise<ConfigurationItem | null> {
  const address = variableAddress(known.key)
  if (address === null || known.secret) return null
  const outcome = await task.call('GetVariables', { getVariableData: [wireVariable(address)] })
  if (outcome.outcome !== 'result') return null
  const answer = fields(list(fields(outcome.payload)['getVariableResult'])[0])
  return answer['attributeStatus'] === 'Accepted' ? { ...known, value: valueText(answer['attributeValue']) } : null
}
