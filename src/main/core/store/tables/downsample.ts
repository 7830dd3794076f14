import type { Sample } from '../../../../shared/domain/timeline.ts'

const quantities = ['powerW', 'currentA', 'voltageV', 'energyWh', 'socPercent'] as const

/**
 * About `most` samples of each connector, in the order of time: from each stretch of equal count, those with the least
 * and the most of each quantity, so that no peak is lost.
 */
export function downsample(samples: readonly Sample[], most: number): Sample[] {
  const byConnector = Map.groupBy(samples, ({ connectorId }) => connectorId)
  const kept = [...byConnector.values()].flatMap((own) => (own.length <= most ? own : thin(own, most)))
  return kept.toSorted((a, b) => a.at - b.at || a.seq - b.seq)
}

function thin(samples: readonly Sample[], most: number): Sample[] {
  const present = quantities.filter((quantity) => samples.some((sample) => sample[quantity] !== null))
  const stretches = Math.max(1, Math.floor(most / Math.max(2, present.length * 2)))
  const size = Math.ceil(samples.length / stretches)
  const kept = new Set<Sample>()
  for (let from = 0; from < samples.length; from += size) {
    const stretch = samples.slice(from, from + size)
    for (const quantity of present) {
      const measured = stretch.filter((sample) => sample[quantity] !== null)
      const by = (a: Sample, b: Sample): Sample => ((a[quantity] ?? 0) <= (b[quantity] ?? 0) ? a : b)
      if (measured.length === 0) continue
      const least = measured.reduce(by)
      kept.add(least)
      kept.add(measured.reduce((a, b) => (by(a, b) === a ? b : a)))
    }
  }
  return [...kept]
}
