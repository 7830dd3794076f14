import type { Charger } from '../../../shared/domain/charger.ts'
import type { Verdict } from '../../../shared/domain/remote-action.ts'
import { stateStyle } from '../../../shared/domain/state.ts'

/** What a check learns beyond what the charger's own page shows. */
export interface Findings {
  /** Round trip of a call in ms, or of a WebSocket ping where no call was answered. */
  latencyMs: number | null
  pingMs: number | null
  /** Which triggers the charger followed. */
  triggers: 'all' | 'some' | 'none' | 'not supported'
  silentAbout: string[]
  configuration: Record<string, string>
  unknownKeys: string[]
  /** Why no call was answered, in words. */
  problem: string | null
}

type Line = Verdict['lines'][number]

/** Beyond this the charger's timestamps mislead whoever reads its sessions. */
const CLOCK_TOLERANCE_MS = 10_000
const SLOW_MS = 2_000

/** What a check found, as a technician would say it. */
export function verdictOf(charger: Charger, findings: Findings, now: number): Verdict {
  const lines: Line[] = [
    reachable(findings),
    booted(charger, now),
    ...connectors(charger, now, findings),
    latency(findings),
    clock(charger),
    firmware(charger),
  ]
  lines.push(running(charger), lastError(charger, now), ...configuration(findings), triggers(findings))
  const bad = lines.filter(({ mark }) => mark === 'bad')
  const headline =
    bad.length === 0
      ? 'The charger is reachable and in order.'
      : findings.problem === null
        ? `The charger is reachable, but ${bad.length === 1 ? 'one thing needs' : `${bad.length} things need`} attention: ${bad.map(({ label }) => label.toLowerCase()).join(', ')}.`
        : 'The charger cannot be checked: it does not answer.'
  return { headline, lines }
}

function reachable({ problem, pingMs }: Findings): Line {
  if (problem === null) return { label: 'Reachable', value: 'Yes, it answers calls', mark: 'good' }
  const ping = pingMs === null ? '' : `; its WebSocket still answers pings (${shortTime(pingMs)})`
  return { label: 'Reachable', value: `${problem}${ping}`, mark: 'bad' }
}

function booted({ bootInfo, registration }: Charger, now: number): Line {
  const label = 'Booted'
  if (registration !== 'accepted') return { label, value: `Its registration is set to ${registration}; it may not charge`, mark: 'bad' }
  if (!bootInfo) return { label, value: 'No BootNotification seen; it booted before it came here', mark: 'notice' }
  return { label, value: `${ago(now - bootInfo.at)} ago, accepted`, mark: 'good' }
}

function connectors({ connectors: all, status, errorCode }: Charger, now: number, { triggers: followed }: Findings): Line[] {
  const whole: Line[] =
    status === 'Faulted' || status === 'Unavailable'
      ? [{ label: 'Whole charger', value: `${stateStyle[status].label}${code(errorCode)}`, mark: 'bad' }]
      : []
  if (all.length === 0) return [...whole, { label: 'Connectors', value: 'It has not reported any connector yet', mark: 'bad' }]
  return [
    ...whole,
    ...all.map((connector): Line => {
      const label = `Connector ${connector.id}`
      if (connector.status === null) return { label, value: 'Not reported yet', mark: 'notice' }
      const age = followed === 'all' ? '' : `, reported ${ago(now - (connector.since ?? now))} ago`
      const faulty = connector.status === 'Faulted' || (connector.errorCode !== null && connector.errorCode !== 'NoError')
      const { label: words } = stateStyle[connector.status]
      const state = words === connector.status ? words : `${words} (${connector.status})`
      const value = `${state}${code(connector.errorCode)}${connector.info ? `, “${connector.info}”` : ''}${age}`
      return { label, value, mark: faulty ? 'bad' : connector.status === 'Unavailable' ? 'notice' : 'good' }
    }),
  ]
}

function latency({ latencyMs, pingMs }: Findings): Line {
  const label = 'Latency'
  if (latencyMs === null) return { label, value: 'Not measured', mark: 'notice' }
  const ping = pingMs === null ? '; no answer to a WebSocket ping' : `; WebSocket ping ${shortTime(pingMs)}`
  return { label, value: `${shortTime(latencyMs)} from call to answer${ping}`, mark: latencyMs > SLOW_MS ? 'bad' : 'good' }
}

function clock({ clockOffsetMs }: Charger): Line {
  const label = 'Clock'
  if (clockOffsetMs === null)
    return {
      label,
      value: 'Not measured yet: that takes a message with a timestamp, sent a minute or more after the charger has connected',
      mark: 'notice',
    }
  const seconds = Math.abs(clockOffsetMs) / 1000
  if (seconds < 1) return { label, value: 'Right, within a second', mark: 'good' }
  const value = `${ago(Math.abs(clockOffsetMs))} ${clockOffsetMs > 0 ? 'ahead of' : 'behind'} this computer`
  return { label, value, mark: Math.abs(clockOffsetMs) > CLOCK_TOLERANCE_MS ? 'bad' : 'good' }
}

function firmware({ bootInfo, firmwareStatus }: Charger): Line {
  const version = bootInfo?.firmwareVersion ?? 'Not reported'
  return { label: 'Firmware', value: firmwareStatus ? `${version}, update status ${firmwareStatus}` : version, mark: 'plain' }
}

function running({ connectors: all }: Charger): Line {
  const sessions = all.flatMap(({ id, session }) =>
    session ? [`connector ${id}: transaction ${session.transactionId}, ${(session.energyWh / 1000).toFixed(2)} kWh`] : [],
  )
  return { label: 'Running session', value: sessions.length > 0 ? sessions.join('; ') : 'None', mark: 'plain' }
}

function lastError({ lastError: error }: Charger, now: number): Line {
  const label = 'Last error'
  return error ? { label, value: `${error.text}, ${ago(now - error.at)} ago`, mark: 'notice' } : { label, value: 'None', mark: 'good' }
}

function configuration({ configuration: values, unknownKeys, problem }: Findings): Line[] {
  if (problem !== null) return []
  const known = Object.entries(values).map(([key, value]) => `${key} ${value || '(empty)'}`)
  const unknown = unknownKeys.length > 0 ? `; it does not know ${unknownKeys.join(', ')}` : ''
  return [
    {
      label: 'Configuration',
      value: known.length > 0 ? `${known.join(', ')}${unknown}` : 'It did not tell',
      mark: known.length > 0 ? 'plain' : 'notice',
    },
  ]
}

function triggers({ triggers: followed, silentAbout, problem }: Findings): Line {
  const label = 'Status on request'
  if (problem !== null) return { label, value: 'Not asked', mark: 'plain' }
  switch (followed) {
    case 'all':
      return { label, value: 'Every status that was asked for came', mark: 'good' }
    case 'not supported':
      return {
        label,
        value: 'This charger cannot be asked (it has no TriggerMessage); states are as it last reported them',
        mark: 'notice',
      }
    case 'some':
    case 'none':
      return { label, value: `Asked for, but not sent: ${silentAbout.join(', ')}`, mark: 'notice' }
  }
}

function code(errorCode: string | null): string {
  return errorCode !== null && errorCode !== 'NoError' ? `, error ${errorCode}` : ''
}

function shortTime(ms: number): string {
  return ms < 1 ? 'under 1 ms' : `${ms} ms`
}

function ago(ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3_600) return `${Math.round(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.round(seconds / 3_600)} h`
  return `${Math.round(seconds / 86_400)} days`
}
