import type { Charger } from '../domain/charger.ts'
import type { Quirk } from '../domain/quirk.ts'
import { hideSecrets } from './secrets.ts'
import { plain } from './words/show.ts'

/** More of a frame says nothing new to its vendor. */
const longestExample = 2_000

/** The list of a charger's quirks as Markdown, for a ticket to its vendor. Secrets are masked. */
export function quirkTicket(charger: Pick<Charger, 'id' | 'protocol' | 'bootInfo'>, quirks: readonly Quirk[]): string {
  const { bootInfo: boot } = charger
  const head = [
    `# Deviations from OCPP of charger ${code(charger.id)}`,
    '',
    `- Vendor and model: ${boot === null ? 'not known' : `${code(boot.vendor)} ${code(boot.model)}`}`,
    `- Firmware: ${boot?.firmwareVersion ? code(boot.firmwareVersion) : 'not known'}`,
    `- Protocol: ${charger.protocol ?? 'not known'}`,
    `- Found: ${quirks.length}, by Chargebench`,
  ]
  return `${[...head, ...quirks.flatMap((quirk, index) => section(quirk, index + 1))].join('\n')}\n`
}

function section(quirk: Quirk, number: number): string[] {
  const { title, text, rule, coped, count, actions, firstAt, lastAt, example } = quirk
  const { text: raw } = hideSecrets(example.raw)
  return [
    '',
    `## ${number}. ${title} (${count} ${count === 1 ? 'time' : 'times'})`,
    '',
    `- What: ${escaped(text)}`,
    `- Rule: ${rule}`,
    ...(actions.length > 0 ? [`- In: ${actions.map(code).join(', ')}`] : []),
    `- First: ${new Date(firstAt).toISOString()}, last: ${new Date(lastAt).toISOString()}`,
    `- How it was coped with: ${coped}`,
    '',
    ...block(raw.length > longestExample ? `${raw.slice(0, longestExample)} …` : raw),
  ]
}

/** A text of the charger as code, which Markdown cannot read as anything else. */
function code(text: string): string {
  const fence = '`'.repeat(longestRun(text) + 1)
  return fence.length > 1 ? `${fence} ${plain(text)} ${fence}` : `\`${plain(text)}\``
}

function block(text: string): string[] {
  const fence = '`'.repeat(Math.max(3, longestRun(text) + 1))
  return [`${fence}json`, text, fence]
}

function longestRun(text: string): number {
  return Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length))
}

function escaped(text: string): string {
  return plain(text, 300).replace(/[\\`*_[\]<>#|!]/g, String.raw`\$&`)
}
