import escapeHtml from 'escape-html'
import type { Charger } from '../../../../shared/domain/charger.ts'
import type { Finding } from '../../../../shared/domain/finding.ts'
import type { Quirk } from '../../../../shared/domain/quirk.ts'
import type { Session } from '../../../../shared/domain/session.ts'
import { isoInZone, spacedTime } from '../local-time.ts'
import { visible } from '../visible.ts'
import { formatDuration } from '../../../../shared/format.ts'
import type { OfCharger } from './of-charger.ts'

/** A page is read from its top: more of a kind would push the log off it. The files beside it hold them all. */
const most = { findings: 200, sessions: 300, quirks: 100 }

/** What the report of a bundle tells of one charger before the log, as HTML. */
export async function sectionOf(of: OfCharger, timeZone: string): Promise<string> {
  const { charger } = of
  const [findings, quirks, sessions] = [await of.findings(), await of.quirks(), await of.sessions()]
  const picture = await of.picture()
  const when = (at: number): string => spacedTime(isoInZone(at, timeZone)).slice(0, 19)
  return [
    `<section class="charger"><h2>${text(charger.id)}</h2>`,
    device(charger, when),
    `<h3>Findings</h3>`,
    findings.length === 0 ? '<p class="soft">Nothing was found that a technician should know.</p>' : '',
    ...findings.slice(0, most.findings).map((finding) => findingHtml(finding, when)),
    more(findings.length - most.findings, 'findings.txt'),
    picture === null ? '' : `<h3>Timeline</h3><div class="picture">${picture}</div>`,
    `<h3>Sessions</h3>`,
    sessions.length === 0 ? '<p class="soft">No session.</p>' : sessionTable(sessions.slice(0, most.sessions), when),
    more(sessions.length - most.sessions, 'sessions.csv'),
    `<h3>What differs from OCPP</h3>`,
    quirks.length === 0 ? '<p class="soft">Nothing.</p>' : quirkTable(quirks.slice(0, most.quirks)),
    more(quirks.length - most.quirks, 'quirks.txt'),
    '</section>',
  ].join('\n')
}

function device(charger: Charger, when: (at: number) => string): string {
  const { bootInfo: boot } = charger
  const items: [string, string | null | undefined][] = [
    ['Vendor and model', boot && [boot.vendor, boot.model].filter(Boolean).join(' ')],
    ['Firmware', boot?.firmwareVersion],
    ['Serial number', boot?.serialNumber],
    ['Charge box serial number', boot?.chargeBoxSerialNumber],
    ['Meter', boot && [boot.meterType, boot.meterSerialNumber].filter(Boolean).join(' ')],
    ['ICCID', boot?.iccid],
    ['IMSI', boot?.imsi],
    ['Protocol', charger.protocol],
    ['Address', charger.remoteAddress],
    ['Last boot', boot && when(boot.at)],
    ['Seen', `${when(charger.firstSeenAt)} to ${when(charger.lastSeenAt)}`],
    ['Clock', charger.clockOffsetMs === null ? null : clockWords(charger.clockOffsetMs)],
    ['Connectors', charger.connectors.map(({ id, status }) => `${id} ${status ?? 'not known'}`).join(', ')],
  ]
  const shown = items.flatMap(([term, said]) => (said ? [`<dt>${term}</dt><dd>${text(said)}</dd>`] : []))
  return `<dl>${shown.join('')}</dl>`
}

function clockWords(offsetMs: number): string {
  if (Math.abs(offsetMs) < 1_000) return 'right'
  return `${formatDuration(Math.abs(offsetMs))} ${offsetMs > 0 ? 'ahead' : 'behind'}`
}

function findingHtml(finding: Finding, when: (at: number) => string): string {
  const { severity, title, text: what, firstAt, lastAt, count, state, evidence, clause, advice, connectorId } = finding
  const mark = { notice: 'notice', warning: '▲ warning', error: '✕ error' }[severity]
  const last = lastAt - firstAt < 1_000 ? '' : ` to ${when(lastAt)}`
  const seen = [
    connectorId === null || connectorId === 0 ? '' : `connector ${connectorId}`,
    `${when(firstAt)}${last}`,
    count === 1 ? '' : `${count} times`,
    state === 'open' ? 'still so at the last entry' : '',
  ]
  return [
    `<article class="finding"><h4><b class="mark ${severity}">${mark}</b>${text(title)}</h4>`,
    `<p>${text(what)}</p><p>What to do: ${text(advice)}</p>`,
    `<p class="soft">${seen.filter(Boolean).join(', ')}. Entries: ${evidence.map((seq) => `<a href="#e${seq}">${seq}</a>`).join(', ')}.`,
    clause === null ? '' : ` ${text(clause)}.`,
    '</p></article>',
  ].join('')
}

function sessionTable(sessions: readonly Session[], when: (at: number) => string): string {
  const rows = sessions.map((session) => [
    when(session.startedAt),
    session.endedAt === null ? 'running' : when(session.endedAt),
    session.endedAt === null ? '' : formatDuration(session.endedAt - session.startedAt),
    String(session.connectorId),
    session.transactionId,
    session.userId ?? '',
    `${(session.energyWh / 1_000).toFixed(3)} kWh`,
    session.reason ?? '',
  ])
  return table(['Started', 'Ended', 'Lasted', 'Connector', 'Transaction', 'User ID', 'Energy', 'Reason for the end'], rows)
}

function quirkTable(quirks: readonly Quirk[]): string {
  return table(
    ['What', 'Times', 'In', 'Example', 'Rule', 'How it was coped with'],
    quirks.map(({ title, count, actions, text: what, rule, coped }) => [title, String(count), actions.join(', '), what, rule, coped]),
  )
}

function table(heads: string[], rows: string[][]): string {
  return `<div class="wide"><table><thead>${line('th', heads)}</thead><tbody>${rows.map((row) => line('td', row)).join('\n')}</tbody></table></div>`
}

function line(tag: 'th' | 'td', cells: string[]): string {
  return `<tr>${cells.map((cell) => `<${tag}>${text(cell)}</${tag}>`).join('')}</tr>`
}

function more(count: number, file: string): string {
  return count > 0 ? `<p class="soft">and ${count.toLocaleString('en')} more, in ${file}</p>` : ''
}

function text(value: string): string {
  return escapeHtml(visible(value))
}
