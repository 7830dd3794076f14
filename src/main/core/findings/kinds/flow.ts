import type { Sample } from '../../../../shared/domain/timeline.ts'
import { type Seen } from '../seen.ts'

/** What the readings of one session say together: the register, and the power over time. */
export interface Flow {
  transactionId: string
  first: { at: number; wh: number }
  last: { at: number; wh: number; powerW: number }
  /** What the reported power makes of the time, Wh. */
  poweredWh: number
  /** How long power was known for, ms. */
  knownMs: number
  samples: number
  firstSeq: number
  lastSeq: number
}

/** By connector. */
export type Flows = Record<string, Flow>

/** Readings further apart than this say nothing of the power between them. */
const apartMs = 15 * 60_000
const most = 64

/** Takes in what an entry brings; gives back the flows that it has added to. */
export function takeFlow(flows: Flows, seen: Seen): [Sample, Flow][] {
  const added: [Sample, Flow][] = []
  for (const sample of seen.samples) {
    const { connectorId, at, energyWh, powerW, transactionId } = sample
    if (energyWh === null || powerW === null || transactionId === null) continue
    const flow = flows[connectorId]
    if (flow === undefined || flow.transactionId !== transactionId) {
      if (flow === undefined && Object.keys(flows).length >= most) continue
      const point = { at, wh: energyWh }
      flows[connectorId] = {
        transactionId,
        first: point,
        last: { ...point, powerW },
        poweredWh: 0,
        knownMs: 0,
        samples: 1,
        firstSeq: seen.seq,
        lastSeq: seen.seq,
      }
      continue
    }
    const ms = at - flow.last.at
    if (ms <= 0) continue
    if (ms <= apartMs) {
      flow.poweredWh += (((flow.last.powerW + powerW) / 2) * ms) / 3_600_000
      flow.knownMs += ms
    }
    flow.last = { at, wh: energyWh, powerW }
    flow.samples += 1
    flow.lastSeq = seen.seq
    added.push([sample, flow])
  }
  return added
}
