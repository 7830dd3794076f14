import { findingSeverities, type Finding, type FindingSeverity } from '../../../shared/domain/finding.ts'

/** From the worst on. */
export const severitiesByWeight: readonly FindingSeverity[] = findingSeverities.toReversed()

const weight = ({ severity }: Finding): number => severitiesByWeight.indexOf(severity)
const rest = ({ state }: Finding): number => (state === 'open' ? 0 : 1)

/** The worst first; of those alike, what lasts, and then the latest. */
export function byWeight(a: Finding, b: Finding): number {
  return weight(a) - weight(b) || rest(a) - rest(b) || b.lastAt - a.lastAt
}

export function countsOf(findings: readonly Finding[]): { severity: FindingSeverity; count: number }[] {
  return severitiesByWeight
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
}
