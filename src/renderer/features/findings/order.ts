import { findingSeverities, type Finding, type FindingSeverity } from '../../../shared/domain/finding.ts'

/** From the worst on. */
export const severitiesByWeight: readonly FindingSeverity[] = findingSeverities.toReversed()

export function countsOf(findings: readonly Finding[]): { severity: FindingSeverity; count: number }[] {
  return severitiesByWeight
    .map((severity) => ({ severity, count: findings.filter((finding) => finding.severity === severity).length }))
    .filter(({ count }) => count > 0)
}
