/** One sampled value in its base unit, with where it was taken. */
export interface Phased {
  value: number
  /** L1, L1-N, L1-L2 …; null for all phases together. */
  phase: string | null
  /** Cable, EV, Inlet, Outlet or Body; null means Outlet. */
  location: string | null
}

/**
 * One number for the connector: the value of all phases where it was given, else made of the phases. Values taken at the
 * outlet go before those taken elsewhere. Line-to-line voltages count only where there are no others.
 */
export function quantity(values: readonly Phased[] | undefined, of: 'sum' | 'max' | 'mean'): number | null {
  if (values === undefined || values.length === 0) return null
  const atOutlet = values.filter(({ location }) => location === null || location === 'Outlet')
  const here = atOutlet.length > 0 ? atOutlet : values.filter(({ location }) => location === values[0]?.location)
  const total = here.find(({ phase }) => phase === null)
  if (total !== undefined) return rounded(total.value)
  const toNeutral = here.filter(({ phase }) => /^L[123](-N)?$/.test(phase ?? ''))
  const lines = (toNeutral.length > 0 ? toNeutral : here).map(({ value }) => value)
  const sum = lines.reduce((a, b) => a + b, 0)
  switch (of) {
    case 'sum':
      return rounded(sum)
    case 'max':
      return rounded(Math.max(...lines))
    case 'mean':
      return rounded(sum / lines.length)
  }
}

/** Without the noise of binary fractions. */
function rounded(value: number): number {
  const exact = Math.round(value * 1000) / 1000
  return Number.isFinite(exact) ? exact + 0 : value
}
