import type { Charger } from '../domain/charger.ts'
import type { Finding } from '../domain/finding.ts'
import { plain } from './words/show.ts'

const severityWords = { notice: 'notice', warning: 'warning', error: 'error' } as const

type Named = Pick<Charger, 'id'> & Partial<Pick<Charger, 'protocol' | 'bootInfo'>>

/** Findings as Markdown, for a ticket: what happened, since when, where it shows, and what to do next. */
export function findingsTicket({ id, protocol, bootInfo }: Named, findings: readonly Finding[]): string {
  const what = bootInfo ? [bootInfo.vendor, bootInfo.model, bootInfo.firmwareVersion && `firmware ${bootInfo.firmwareVersion}`] : []
  const head = [
    `# Findings of charger ${escaped(id)}`,
    '',
    `- Charger: ${escaped(what.filter(Boolean).join(' ') || 'not known')}, ${protocol ?? 'protocol not known'}`,
    `- Found: ${findings.length}, by Chargebench`,
  ]
  return `${[...head, ...findings.flatMap((finding, index) => section(finding, index + 1))].join('\n')}\n`
}

function section(finding: Finding, number: number): string[] {
  const { severity, title, text, firstAt, lastAt, count, state, evidence, clause, advice, connectorId } = finding
  const often = count === 1 ? '' : `, ${count} times`
  const last = lastAt - firstAt < 1_000 ? '' : `, last ${new Date(lastAt).toISOString()}`
  return [
    '',
    `## ${number}. ${escaped(title)} (${severityWords[severity]})`,
    '',
    `- What: ${escaped(text)}`,
    ...(connectorId === null || connectorId === 0 ? [] : [`- Connector: ${connectorId}`]),
    `- When: ${new Date(firstAt).toISOString()}${last}${often}${state === 'open' ? ', still so at the last entry' : ''}`,
    `- Entries of the log: ${evidence.join(', ')}`,
    ...(clause === null ? [] : [`- Standard: ${clause}`]),
    `- What to do: ${escaped(advice)}`,
  ]
}

/** A text of the charger that Markdown cannot read as anything else. */
function escaped(text: string): string {
  return plain(text, 600).replace(/[\\`*_[\]<>#|!]/g, String.raw`\$&`)
}
