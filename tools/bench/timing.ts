export const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** The value below which a share of all lies. */
export const quantile = (values: readonly number[], share: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? Number.NaN

/** How long something takes, ms. */
export async function timed(work: () => unknown): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}

/** The medians of what is done turn about, so that both see the same moods of the machine. Each is done once before, uncounted. */
export async function turnAbout(repeats: number, ours: () => unknown, theirs: () => unknown): Promise<{ ours: number; theirs: number }> {
  const times = { ours: [] as number[], theirs: [] as number[] }
  await ours()
  await theirs()
  for (let turn = 0; turn < repeats; turn++) {
    times.ours.push(await timed(ours))
    times.theirs.push(await timed(theirs))
  }
  return { ours: median(times.ours), theirs: median(times.theirs) }
}
