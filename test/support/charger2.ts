/** What a charger of OCPP 2.0.1 or 2.1 says. */
type Params = Record<string, unknown>

export const boot2 = {
  reason: 'PowerUp',
  chargingStation: { vendorName: 'Vendor', model: 'X2', serialNumber: 'SN-2', firmwareVersion: '9.1.0' },
}

export const status2 = (evseId: number, connectorStatus: string, connectorId = 1): Params => ({
  timestamp: new Date().toISOString(),
  connectorStatus,
  evseId,
  connectorId,
})

export const idToken = (userId: string): Params => ({ idToken: userId, type: 'ISO14443' })

/** The messages of one transaction, numbered in order. */
export function transaction(transactionId: string, evseId = 1) {
  let seqNo = 0
  return (eventType: 'Started' | 'Updated' | 'Ended', triggerReason: string, info: Params = {}, more: Params = {}): Params => ({
    eventType,
    triggerReason,
    timestamp: new Date().toISOString(),
    seqNo: seqNo++,
    transactionInfo: { transactionId, ...info },
    ...(eventType === 'Started' ? { evse: { id: evseId, connectorId: 1 } } : {}),
    ...more,
  })
}

/** One reading of the meter, in Wh and W. */
export const reading = (energyWh: number, powerW: number): Params => ({
  meterValue: [
    {
      timestamp: new Date().toISOString(),
      sampledValue: [
        { value: energyWh, measurand: 'Energy.Active.Import.Register' },
        { value: powerW, measurand: 'Power.Active.Import' },
      ],
    },
  ],
})
