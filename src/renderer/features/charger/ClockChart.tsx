import { CartesianGrid, ComposedChart, Line, ReferenceLine, Tooltip, XAxis, YAxis } from 'recharts'
import type { ClockReading } from '../../../shared/domain/timeline.ts'
import { ticks } from '../../../shared/timeline/ticks.ts'
import { formatDateTime } from '../../ui/format.ts'
import classes from './ChargerHeader.module.css'

const size = { width: 428, height: 170 }
const margin = { top: 8, right: 8, bottom: 0, left: 0 }
const axisWidth = 62

/** The offset over time, with what each message measured. */
export function ClockChart({ readings }: { readings: ClockReading[] }) {
  const [first, last] = [readings[0], readings.at(-1)]
  if (!first || !last) return <p className={classes.noClock}>No message has told the time yet.</p>
  const range = { from: first.at, to: Math.max(last.at, first.at + 60_000) }
  const times = ticks(range, size.width - axisWidth)
  const labels = new Map(times.map(({ at, label }) => [at, label]))
  return (
    <div role="img" aria-label={spoken(first, last)}>
      <ComposedChart data={readings} {...size} margin={margin} accessibilityLayer={false}>
        <CartesianGrid stroke="var(--bench-line)" vertical={false} />
        <XAxis
          dataKey="at"
          type="number"
          domain={[range.from, range.to]}
          ticks={times.map(({ at }) => at)}
          tickFormatter={(at: number) => labels.get(at) ?? ''}
          tick={{ fontSize: 10, fill: 'var(--mantine-color-dimmed)' }}
          stroke="var(--bench-line)"
        />
        <YAxis
          width={axisWidth}
          tickFormatter={signed}
          tick={{ fontSize: 10, fill: 'var(--mantine-color-dimmed)' }}
          stroke="var(--bench-line)"
        />
        <ReferenceLine y={0} stroke="var(--mantine-color-dimmed)" />
        <Tooltip
          isAnimationActive={false}
          labelFormatter={(at) => formatDateTime(Number(at))}
          formatter={(ms) => signed(Number(ms))}
          contentStyle={{ background: 'var(--bench-surface)', border: '1px solid var(--bench-line)', fontSize: 11 }}
        />
        <Line
          name="Offset"
          dataKey="offsetMs"
          type="stepAfter"
          stroke="var(--mantine-color-bench-5)"
          strokeWidth={1.5}
          dot={readings.length === 1}
          isAnimationActive={false}
        />
        <Line
          name="This message"
          dataKey="measuredMs"
          stroke="none"
          dot={{ r: 1.6, fill: 'var(--mantine-color-dimmed)', stroke: 'none' }}
          activeDot={{ r: 3 }}
          isAnimationActive={false}
        />
      </ComposedChart>
    </div>
  )
}

/** Short and exact enough for an axis: `+4 s`, `−1.5 min`. */
function signed(ms: number): string {
  const much = Math.abs(ms)
  const [unit, word] = much >= 7_200_000 ? [3_600_000, 'h'] : much >= 120_000 ? [60_000, 'min'] : much >= 1_000 ? [1_000, 's'] : [1, 'ms']
  const sign = ms < 0 ? '−' : ms > 0 ? '+' : ''
  return `${sign}${Math.round((much / unit) * 100) / 100} ${word}`
}

function spoken(first: ClockReading, last: ClockReading): string {
  return `From ${signed(first.offsetMs)} at ${formatDateTime(first.at)} to ${signed(last.offsetMs)} at ${formatDateTime(last.at)}`
}
