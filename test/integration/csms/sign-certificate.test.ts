import { expect, test } from 'vitest'
import { createRequest } from '../../support/certificates.ts'
import { connectRaw } from '../../support/raw-charger.ts'
import { startWorkbench } from '../../support/workbench.ts'

test.each([
  ['ocpp2.1', { requestId: 4711 }],
  // Which has no such field.
  ['ocpp2.0.1', {}],
])('a charger of %s knows its certificate by the number of its request, where the version has one', async (protocol, echoed) => {
  const bench = await startWorkbench()
  const charger = await connectRaw(bench.ocppUrl, 'SIGN-ME', [protocol])
  const { csr } = await createRequest('SIGN-ME')
  expect(await charger.ask(JSON.stringify([2, 'sign', 'SignCertificate', { csr, requestId: 4711 }]))).toEqual([
    3,
    'sign',
    { status: 'Accepted' },
  ])
  const { payload } = await charger.called('CertificateSigned')
  expect(payload).toEqual({ certificateChain: expect.stringContaining('BEGIN CERTIFICATE'), ...echoed })
  charger.socket.terminate()
  await bench.close()
})
