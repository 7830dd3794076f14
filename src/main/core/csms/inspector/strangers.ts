import type { IncomingMessage } from 'node:http'
import type { Refusal } from '../handshake.ts'

/** What somebody is told who sends plain HTTP: a person with a browser, a charger that speaks SOAP, or one set to http://. */
export function plainHttpRefusal(request: IncomingMessage): Refusal {
  const type = request.headers['content-type'] ?? ''
  const common = { accept: false, status: '426 Upgrade Required', security: false } as const
  if (/soap|xml/i.test(type) || request.headers['soapaction'] !== undefined) {
    return {
      ...common,
      code: 'soap',
      reason: 'The charger speaks OCPP over SOAP, which is another transport.',
      whatToDo: 'Choose OCPP 1.6 JSON (OCPP-J) in the charger; its address then starts with ws://.',
    }
  }
  if (request.headers.accept?.includes('text/html')) {
    return {
      ...common,
      code: 'web-page',
      reason: 'A browser opened the address that is meant for chargers.',
      whatToDo: 'It can be reached, which is good to know: type the same address with ws:// into the charger.',
    }
  }
  return {
    ...common,
    code: 'not-a-websocket',
    reason: 'Plain HTTP came instead of a WebSocket handshake.',
    whatToDo: "Let the charger's address start with ws:// instead of http://.",
  }
}

/** Plain text on the TLS port. */
export const plainToTls: Refusal = {
  accept: false,
  status: '400 Bad Request',
  code: 'plain-to-tls',
  reason: 'The charger speaks without encryption (ws:// or http://) to the TLS port.',
  whatToDo: "Let the charger's address start with wss://, or type the address of the plain port.",
  security: true,
}

/** A TLS record of a handshake begins so: type 22, version 3.x (RFC 8446 §5.1). */
export function isTls(bytes: Uint8Array): boolean {
  return bytes[0] === 0x16 && bytes[1] === 0x03
}

/** Whether bytes are the start of an HTTP request; null where there are too few of them to tell. */
export function isHttp(bytes: Uint8Array): boolean | null {
  const start = Buffer.from(bytes.subarray(0, 12)).toString('latin1')
  if (/^[A-Z]{3,10} /.test(start)) return true
  return /^[A-Z]{0,10}$/.test(start) ? null : false
}

/** A fatal alert of TLS, so that a TLS client gives up at once with a reason: unsupported protocol version (RFC 8446 §6). */
export const tlsAlert = Buffer.from([0x15, 0x03, 0x01, 0x00, 0x02, 0x02, 0x46])

/** Bytes on the plain port that are no HTTP. @param tlsUrl where TLS is listened on, if it is */
export function strayBytesRefusal(bytes: Uint8Array, tlsUrl: string | null): Refusal {
  if (isTls(bytes)) {
    return {
      accept: false,
      status: '400 Bad Request',
      code: 'tls-to-plain',
      reason: 'The charger speaks TLS (wss://) to the plain port.',
      whatToDo:
        tlsUrl === null
          ? "Let the charger's address start with ws:// and choose security profile 0 or 1; or turn on the TLS port in the settings."
          : `Type ${tlsUrl} into the charger, or let its address start with ws://.`,
      security: true,
    }
  }
  return {
    accept: false,
    status: '400 Bad Request',
    code: 'garbage',
    reason: 'Something came that is neither HTTP nor TLS.',
    whatToDo: 'Check which program or device connects to this port: it is no OCPP-J charger, or its network mangles what it sends.',
    security: false,
  }
}
