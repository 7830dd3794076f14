import type { BundleSource } from '../../src/main/core/export/bundle/source.ts'

/** A log without chargers: for what is not about them. */
export const noFacts: BundleSource = {
  chargers: () => Promise.resolve([]),
  findings: () => Promise.resolve([]),
  quirks: () => Promise.resolve([]),
  sessions: () => Promise.resolve([]),
  userIds: () => Promise.resolve([]),
  timeline: () => Promise.resolve({ segments: [], marks: [], heartbeats: [], limits: [], limitsLeftOut: false, extent: null }),
  samples: () => Promise.resolve([]),
  configuration: () => Promise.resolve(null),
  recording: () => null,
}
