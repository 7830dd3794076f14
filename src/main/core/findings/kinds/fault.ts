import type { FindingSeverity } from '../../../../shared/domain/finding.ts'
import { faultAdvice, vendorCodeMeaning } from '../../../../shared/ocpp/words/faults.ts'
import { chargePointErrorMeaning } from '../../../../shared/ocpp/words/error-codes.ts'
import { plain } from '../../../../shared/ocpp/words/show.ts'
import { kindOf } from '../kind.ts'
import type { Seen } from '../seen.ts'
import { place } from '../words.ts'

interface Fault {
  connectorId: number
  code: string
  /** Whether it keeps the connector from charging. */
  faulted: boolean
  vendorCode: string | null
  words: string | null
}

/** Codes that last, by connector. */
interface State {
  active: Record<string, string>
}

const usualAdvice =
  'Look the code up in the manual of the charger. Restart the charger once the cause is gone; if it comes back, fetch its diagnostics for the maker.'

export const fault = kindOf<State>({
  kind: 'fault',
  severity: 'error',
  title: 'The charger reports a fault',
  clause: 'OCPP 1.6 §4.9, §7.6; OCPP 2.0.1 N07',
  advice: usualAdvice,
  initial: () => ({ active: {} }),
  observe(state, seen, report) {
    for (const { fault: now, connectorId } of faultsIn(seen)) {
      const was = state.active[connectorId]
      if (now === null) {
        if (was !== undefined) report.over(was)
        delete state.active[connectorId]
        continue
      }
      const { code, vendorCode } = now
      const about = `${connectorId}-${code.slice(0, 40)}${vendorCode === null ? '' : `-${vendorCode.slice(0, 40)}`}`
      if (was === about) continue
      if (was !== undefined) report.over(was)
      if (Object.keys(state.active).length < 65) state.active[connectorId] = about
      report.found({
        about,
        title: `Fault: ${plain(code)}`,
        text: wordsOf(now),
        open: true,
        connectorId,
        severity: severityOf(now),
        advice: faultAdvice(code) ?? usualAdvice,
      })
    }
  },
})

/** What the entry says of faults, by connector; null where it says that there is none any more. */
function faultsIn({ facts }: Seen): { connectorId: number; fault: Fault | null }[] {
  return facts.flatMap((fact): { connectorId: number; fault: Fault | null }[] => {
    if (fact.type === 'ConnectorStatusChanged') {
      const { connectorId, errorCode, vendorErrorCode: vendorCode, info: words, status } = fact
      const code = errorCode === null || errorCode === 'NoError' ? null : errorCode
      const faulted = status === 'Faulted'
      if (code === null && !faulted) return [{ connectorId, fault: null }]
      return [{ connectorId, fault: { connectorId, code: code ?? vendorCode ?? 'Faulted', faulted, vendorCode, words } }]
    }
    if (fact.type === 'ConnectorReported' && fact.connectorId > 0) {
      const { connectorId, word } = fact
      if (word !== 'Faulted') return word === null ? [] : [{ connectorId, fault: null }]
      return [{ connectorId, fault: { connectorId, code: 'Faulted', faulted: true, vendorCode: null, words: null } }]
    }
    if (fact.type !== 'FaultReported') return []
    const { connectorId, active, code, text } = fact
    return [{ connectorId, fault: active ? { connectorId, code, faulted: true, vendorCode: null, words: text } : null }]
  })
}

function severityOf({ faulted, code }: Fault): FindingSeverity {
  if (faulted) return 'error'
  return code === 'WeakSignal' ? 'notice' : 'warning'
}

function wordsOf({ connectorId, code, faulted, vendorCode, words }: Fault): string {
  const meaning = chargePointErrorMeaning(code) ?? vendorCodeMeaning(code)
  const vendor = vendorCode === null ? null : vendorCodeMeaning(vendorCode)
  return [
    `${place(connectorId)} reports ${plain(code)}${meaning === null ? '' : `: ${meaning}`}.`,
    vendorCode === null || vendorCode === code ? '' : ` Vendor code ${plain(vendorCode)}${vendor === null ? '' : `: ${vendor}`}.`,
    words === null ? '' : ` It says: ${plain(words, 120)}`,
    faulted ? '' : ' It can charge all the same.',
  ].join('')
}
