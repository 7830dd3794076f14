import { describe, expect, it } from 'vitest'
import { Feed } from '../../support/feed.ts'

function sampled(...sampledValue: object[]) {
  const feed = new Feed().connect()
  const reading = feed
    .wait(60)
    .exchange('in', 'MeterValues', { connectorId: 1, meterValue: [{ timestamp: feed.iso(), sampledValue }] }).call
  const [sample] = feed.rows.samples
  return { sample, reading, feed, connector: feed.memory.charger.connectors[0] }
}

describe('meter values', () => {
  it('are read in W, A, V, Wh and percent, whatever unit they come in', () => {
    const { sample, reading } = sampled(
      { value: '7.2', measurand: 'Power.Active.Import', unit: 'kW' },
      { value: '31.2', measurand: 'Current.Import' },
      { value: '230.4', measurand: 'Voltage' },
      { value: '2.41', unit: 'kWh' },
      { value: '54', measurand: 'SoC', unit: 'Percent' },
    )
    expect(sample).toMatchObject({ powerW: 7200, currentA: 31.2, voltageV: 230.4, energyWh: 2410, socPercent: 54 })
    expect(reading.entry.summary).toBe('Connector 1: 7.2 kW, 31.2 A, 230.4 V, 2.41 kWh, SoC 54 %')
  })

  it('of three phases become one: power summed, current the highest, voltage the mean', () => {
    const phases = (measurand: string, values: number[]) =>
      values.map((value, index) => ({ value: String(value), measurand, phase: `L${index + 1}` }))
    const { sample } = sampled(
      ...phases('Power.Active.Import', [3600, 3500, 3400]),
      ...phases('Current.Import', [16, 15.5, 15]),
      ...phases('Voltage', [230, 231, 232]),
    )
    expect(sample).toMatchObject({ powerW: 10_500, currentA: 16, voltageV: 231, energyWh: null, socPercent: null })
  })

  it('of all phases together go before single phases, phase voltages before line voltages, the outlet before the inlet', () => {
    const { sample } = sampled(
      { value: '1', measurand: 'Power.Active.Import', phase: 'L1' },
      { value: '11000', measurand: 'Power.Active.Import' },
      { value: '400', measurand: 'Voltage', phase: 'L1-L2' },
      { value: '230', measurand: 'Voltage', phase: 'L1-N' },
      { value: '99', measurand: 'Energy.Active.Import.Register', location: 'Inlet' },
      { value: '42', measurand: 'Energy.Active.Import.Register', location: 'Outlet' },
    )
    expect(sample).toMatchObject({ powerW: 11_000, voltageV: 230, energyWh: 42 })
  })

  it('with energy only give no power', () => {
    expect(sampled({ value: '100' }).sample).toMatchObject({ energyWh: 100, powerW: null })
  })

  it('that are empty, unknown or no numbers are left out with a word', () => {
    const { sample, reading, feed } = sampled(
      { value: 'a lot', measurand: 'Voltage' },
      { value: '5', measurand: 'Current.Import', unit: 'Hz' },
      { value: '50', measurand: 'Frequency', unit: 'Hz' },
    )
    expect(sample).toBeUndefined()
    expect(feed.codes(reading)).toEqual(expect.arrayContaining(['unreadable-value', 'unknown-unit']))
    expect(feed.codes(sampled().reading)).toContain('empty-meter-value')
  })

  it('show on the connector, each quantity as last reported', () => {
    const { feed } = sampled({ value: '7200', measurand: 'Power.Active.Import' })
    feed.wait(10).meter(1500)
    expect(feed.memory.charger.connectors[0]).toMatchObject({ powerW: 7200, energyWh: 1500, measuredAt: feed.at })
  })

  it('do not turn the card back when they arrive late', () => {
    const { feed } = sampled({ value: '2000' })
    feed.meter(1000, { meterValue: [{ timestamp: feed.iso(feed.at - 3_600_000), sampledValue: [{ value: '1000' }] }] })
    expect(feed.memory.charger.connectors[0]?.energyWh).toBe(2000)
    expect(feed.rows.samples.at(-1)?.at).toBe(feed.at - 3_600_000)
  })
})
