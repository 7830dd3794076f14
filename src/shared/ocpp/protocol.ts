/** OCPP versions by their WebSocket subprotocol, newest first: the order in which they are chosen. */
export const protocols = ['ocpp2.1', 'ocpp2.0.1', 'ocpp1.6'] as const
export type Protocol = (typeof protocols)[number]

/** How a version is called on the screen. */
export const protocolName: Record<Protocol, string> = { 'ocpp2.1': 'OCPP 2.1', 'ocpp2.0.1': 'OCPP 2.0.1', 'ocpp1.6': 'OCPP 1.6J' }

/** The version that a subprotocol names, in whatever case; null for any other. */
export function protocolOf(subprotocol: string | null | undefined): Protocol | null {
  const name = subprotocol?.trim().toLowerCase()
  return protocols.find((protocol) => protocol === name) ?? null
}
