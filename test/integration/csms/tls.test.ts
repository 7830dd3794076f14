import { createPrivateKey, randomUUID, X509Certificate } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { connect as connectPlain } from 'node:net'
import { connect, type ConnectionOptions } from 'node:tls'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { createAuthority, createServerCertificate, type KeyPair, signCharger } from '../../../src/main/core/certificates/authority.ts'
import { createRequest } from '../../support/certificates.ts'
import { basic, sendBytes } from '../../support/raw-handshake.ts'
import { until } from '../../support/until.ts'
import { type RunningWorkbench, startWorkbench } from '../../support/workbench.ts'

let bench: RunningWorkbench
let url: string
let ca: string
let dataDir: string

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'chargebench-tls-'))
  bench = await startWorkbench({ dataDir })
  await bench.client.settings.change({ tlsPort: 0 })
  const { secure } = await bench.client.server.status()
  url = secure?.urls[0] ?? `no TLS port: ${secure?.problem}`
  ca = (await bench.client.certificates.authority()).pem
})
afterEach(async () => {
  await bench.close()
  rmSync(dataDir, { recursive: true, force: true })
})

/** A charger with TLS: open, or the reason why not. */
async function knock(
  options: ConnectionOptions = {},
  headers: Record<string, string> = {},
): Promise<{ status: number; socket: WebSocket; error: string }> {
  const socket = new WebSocket(`${url}CP1`, ['ocpp1.6'], { ca, headers, ...options })
  return new Promise((resolve) => {
    socket.once('open', () => resolve({ status: 101, socket, error: '' }))
    socket.once('unexpected-response', (_request, response) => {
      resolve({ status: response.statusCode ?? 0, socket, error: '' })
      response.destroy()
    })
    socket.on('error', (error) => resolve({ status: 0, socket, error: error.message }))
  })
}
async function knockAndLeave(options?: ConnectionOptions, headers?: Record<string, string>): Promise<number> {
  const { status, socket } = await knock(options, headers)
  socket.terminate()
  return status
}
const refusal = () => until(async () => (await bench.client.handshakes.list()).find(({ outcome }) => outcome === 'refused'))

test('a charger that trusts the authority connects with TLS 1.2 or later; version and cipher are kept', async () => {
  const { socket } = await knock({ maxVersion: 'TLSv1.2' })
  const answer = once(socket, 'message')
  socket.send('[2,"1","Heartbeat",{}]')
  expect(String((await answer)[0])).toContain('currentTime')
  const [attempt] = await bench.client.handshakes.list()
  expect(attempt?.tls).toMatchObject({ version: 'TLSv1.2', cipher: expect.stringMatching(/^TLS_ECDHE_ECDSA_WITH_AES_(128|256)_GCM_/) })
  socket.terminate()
  expect(await knockAndLeave({ minVersion: 'TLSv1.3' })).toBe(101)
})

test('the certificate is for the addresses of this computer, and the private keys are for their owner only', async () => {
  const { server, authority } = await bench.client.certificates.info()
  expect(server?.names).toEqual(expect.arrayContaining(['localhost', '127.0.0.1']))
  expect(new X509Certificate(ca).ca).toBe(true)
  expect(authority?.subject).toContain('Chargebench CA')
  for (const name of ['ca.key', 'server.key']) expect(statSync(join(dataDir, 'certificates', name)).mode & 0o777).toBe(0o600)
})

test('the authority survives a restart, so that chargers need it once only', async () => {
  await bench.close()
  bench = await startWorkbench({ dataDir })
  expect((await bench.client.certificates.authority()).pem).toBe(ca)
  url = (await bench.client.server.status()).secure?.urls[0] ?? ''
  expect(await knockAndLeave()).toBe(101)
})

test('after a rotation the old authority is worth nothing and the new one opens', async () => {
  await bench.client.certificates.rotate()
  expect(await knockAndLeave()).toBe(0)
  ca = (await bench.client.certificates.authority()).pem
  expect(await knockAndLeave()).toBe(101)
})

test('TLS 1.0 and 1.1 are refused in words, until the technician allows them', async () => {
  const old = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' } as const
  expect(await knockAndLeave(old)).toBe(0)
  expect(await refusal()).toMatchObject({
    code: 'tls-failed',
    security: true,
    remoteAddress: '127.0.0.1',
    reason: expect.stringContaining('only TLS 1.0 or 1.1'),
  })
  await bench.client.settings.change({ tlsOldVersions: true })
  expect(await knockAndLeave(old)).toBe(101)
})

test('ciphers outside the security profiles are refused, until a click allows what is old', async () => {
  const old = { maxVersion: 'TLSv1.2', ciphers: 'ECDHE-ECDSA-AES128-SHA' } as const
  expect(await knockAndLeave(old)).toBe(0)
  const attempt = await refusal()
  expect(attempt).toMatchObject({ code: 'tls-failed', reason: expect.stringContaining('cipher'), ways: ['allow-old-tls'] })
  await bench.client.handshakes.solve({ id: attempt.id, way: 'allow-old-tls' })
  expect((await bench.client.settings.get()).tlsOldVersions).toBe(true)
  expect(await knockAndLeave(old)).toBe(101)
})

test.each(['TLSv1.2', 'TLSv1.3'] as const)('a charger that does not trust the certificate is told of, with %s', async (version) => {
  const stranger = await createAuthority(Date.now())
  expect(await knockAndLeave({ ca: stranger.certificate, minVersion: version, maxVersion: version })).toBe(0)
  expect(await refusal()).toMatchObject({
    code: 'tls-failed',
    remoteAddress: '127.0.0.1',
    whatToDo: expect.stringContaining('CA certificate'),
  })
})

test('plain text to the TLS port is answered in plain text', async () => {
  const answer = (await sendBytes(url, 'GET /CP1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n')).toString()
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(answer).toContain('wss://')
  expect(await refusal()).toMatchObject({ code: 'plain-to-tls', url: '/CP1' })
})

test.each([
  ['byte by byte', [1]],
  ['cut in its first word', [2, 1000]],
])('plain text that comes %s is recognised all the same', async (_name, sizes) => {
  const request = 'GET /CP1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
  const { hostname, port } = new URL(url)
  const socket = connectPlain({ host: hostname, port: Number(port), noDelay: true })
  let answer = ''
  socket.on('data', (data: Buffer) => (answer += data.toString('latin1')))
  for (let at = 0, index = 0; at < request.length; index++) {
    const size = sizes[Math.min(index, sizes.length - 1)] ?? 1
    socket.write(request.slice(at, at + size))
    at += size
    await new Promise((resolve) => setTimeout(resolve, 5))
  }
  await until(() => socket.closed)
  expect(answer).toMatch(/^HTTP\/1.1 400 /)
  expect(await refusal()).toMatchObject({ code: 'plain-to-tls', url: '/CP1' })
})

test('a few letters and then nothing are answered in plain text, too', async () => {
  expect((await sendBytes(url, 'HELO')).toString()).toMatch(/^HTTP\/1.1 400 /)
  expect(await knockAndLeave()).toBe(101)
})

test('garbage to the TLS port is kept and hurts nobody', async () => {
  await sendBytes(url, Buffer.from([0x00, 0x01, 0x02, 0x03, 0xff]))
  expect(await refusal()).toMatchObject({ code: 'garbage', status: null, ways: [] })
  expect(await knockAndLeave()).toBe(101)
})

test('the password is asked for under TLS too (profile 2)', async () => {
  await bench.client.chargers.changeSettings({ id: 'CP1', basicAuthPassword: 'secret of CP1' })
  expect(await knockAndLeave()).toBe(401)
  expect(await knockAndLeave({}, { Authorization: basic('CP1', 'secret of CP1') })).toBe(101)
})

describe('certificates of chargers (profile 3)', () => {
  let authority: KeyPair
  beforeEach(async () => {
    await bench.client.settings.change({ tlsClientCertificates: 'required' })
    const folder = join(dataDir, 'certificates')
    const { readFile } = await import('node:fs/promises')
    authority = { certificate: ca, privateKey: await readFile(join(folder, 'ca.key'), 'utf8') }
  })
  const own = async (chargerId: string, { by = authority, at = Date.now() }: { by?: KeyPair; at?: number } = {}) => {
    const { csr, privateKey } = await createRequest(randomUUID())
    return { cert: await signCharger(by, csr, chargerId, at), key: privateKey }
  }

  test('one that was signed here opens, without a password', async () => {
    await bench.client.chargers.changeSettings({ id: 'CP1', basicAuthPassword: 'not needed' })
    const { status, socket } = await knock(await own('CP1'))
    expect(status).toBe(101)
    const [attempt] = await bench.client.handshakes.list()
    expect(attempt?.tls?.clientCertificate).toMatchObject({ name: 'CP1', problem: null })
    socket.terminate()
  })

  test.each([
    ['expired', async () => own('CP1', { at: Date.now() - 500 * 86_400_000 }), 'certificate-untrusted', 'has expired'],
    ['not valid yet', async () => own('CP1', { at: Date.now() + 5 * 86_400_000 }), 'certificate-untrusted', 'not valid yet'],
    [
      'signed by somebody else',
      async () => own('CP1', { by: await createAuthority(Date.now()) }),
      'certificate-untrusted',
      'not trusted here',
    ],
    ["another charger's", async () => own('CP2'), 'certificate-name', 'belongs to CP2'],
    ['of one who quotes the name', async () => own('EVIL"CP1"'), 'certificate-name', 'belongs to EVIL"CP1"'],
    ['of one who spells the name in bytes', async () => own('#0c03435031'), 'certificate-name', 'belongs to #0c03435031'],
    [
      'for a server',
      async () => {
        const { certificate, privateKey } = await createServerCertificate(authority, ['CP1'], Date.now())
        return { cert: certificate, key: privateKey }
      },
      'certificate-untrusted',
      'certificate of CP1',
    ],
    ['missing', () => Promise.resolve({}), 'certificate-missing', 'shows no certificate'],
  ])('one that is %s is refused in words', async (_name, certificate, code, words) => {
    expect(await knockAndLeave(await certificate())).toBe(403)
    expect(await refusal()).toMatchObject({ code, security: true, reason: expect.stringContaining(words) })
  })

  test('a click lets chargers in without one, or with any', async () => {
    expect(await knockAndLeave()).toBe(403)
    await bench.client.handshakes.solve({ id: (await refusal()).id, way: 'certificates-optional' })
    expect(await knockAndLeave()).toBe(101)
    const theirs = await own('CP2')
    expect(await knockAndLeave(theirs)).toBe(403)
    const wrong = await until(async () => (await bench.client.handshakes.list()).find(({ code }) => code === 'certificate-name'))
    await bench.client.handshakes.solve({ id: wrong.id, way: 'ignore-certificates' })
    expect(await knockAndLeave(theirs)).toBe(101)
  })

  test('asking for one begins and ends at once, on the port that is open already', async () => {
    const mine = await own('CP1')
    const shown = async () => {
      const { status, socket } = await knock(mine)
      socket.terminate()
      expect(status).toBe(101)
      return (await bench.client.handshakes.list())[0]?.tls?.clientCertificate?.name
    }
    await bench.client.settings.change({ tlsClientCertificates: 'off' })
    expect(await shown()).toBeUndefined()
    await bench.client.settings.change({ tlsClientCertificates: 'required' })
    expect(await shown()).toBe('CP1')
    expect((await bench.client.server.status()).secure?.urls[0]).toBe(url)
  })

  test('a charger asks for one with SignCertificate, is sent it, and comes in with it', async () => {
    await bench.client.settings.change({ tlsClientCertificates: 'optional' })
    const { csr, privateKey } = await createRequest('whatever the charger calls itself')
    const { socket } = await knock()
    const sent: unknown[][] = []
    socket.on('message', (data) => sent.push(JSON.parse((data as Buffer).toString()) as unknown[]))
    socket.send(JSON.stringify([2, 'sign', 'SignCertificate', { csr }]))
    const call = await until(() => sent.find(([type, , action]) => type === 2 && action === 'CertificateSigned'))
    expect(sent.find(([type, id]) => type === 3 && id === 'sign')?.[2]).toEqual({ status: 'Accepted' })
    socket.send(JSON.stringify([3, call[1], { status: 'Accepted' }]))
    const { certificateChain } = call[3] as { certificateChain: string }
    expect(new X509Certificate(certificateChain).checkPrivateKey(createPrivateKey(privateKey))).toBe(true)
    socket.terminate()
    await bench.client.settings.change({ tlsClientCertificates: 'required' })
    expect(await knockAndLeave({ cert: certificateChain, key: privateKey })).toBe(101)
  })
})

describe('a request for a certificate that cannot be granted is rejected, and the log says why', () => {
  const notices = async () =>
    (await bench.client.log.list({})).entries.filter(({ kind }) => kind === 'notice').map(({ summary }) => summary)
  const ask = async (socket: WebSocket, csrs: string[]): Promise<unknown[]> => {
    const answers: unknown[] = []
    socket.on('message', (data) => {
      const [type, , payload] = JSON.parse((data as Buffer).toString()) as [number, string, { status: string }]
      if (type === 3) answers.push(payload.status)
    })
    for (const [index, csr] of csrs.entries()) socket.send(JSON.stringify([2, `sign ${index}`, 'SignCertificate', { csr }]))
    await until(() => answers.length === csrs.length)
    return answers
  }

  test('one that is damaged', async () => {
    const { csr } = await createRequest('CP1')
    const { socket } = await knock()
    // Whether it can be read is known only after the answer.
    expect(await ask(socket, [csr.replace(/MI../, 'MIZZ')])).toEqual(['Accepted'])
    const [notice] = await until(async () => ((await notices()).length > 0 ? notices() : null))
    expect(notice).toContain('could not be signed: it cannot be read; it is damaged, cut off')
    socket.terminate()
  })

  test('one that is far too long', async () => {
    const { socket } = await knock()
    expect(await ask(socket, [`-----BEGIN CERTIFICATE REQUEST-----${'A'.repeat(30_000)}`])).toEqual(['Rejected'])
    expect(await notices()).toEqual([expect.stringContaining('characters')])
    socket.terminate()
  })

  test('the second within ten seconds, also over another connection; it is told once', async () => {
    const { csr } = await createRequest('CP1')
    const first = await knock()
    expect(await ask(first.socket, [csr, csr, csr])).toEqual(['Accepted', 'Rejected', 'Rejected'])
    const second = await knock()
    expect(await ask(second.socket, [csr])).toEqual(['Rejected'])
    expect((await notices()).filter((summary) => summary.includes('again within 10 s'))).toHaveLength(1)
    first.socket.terminate()
    second.socket.terminate()
  })
})

test('an own certificate is shown instead, and one that does not fit its key is refused in words', async () => {
  const company = await createAuthority(Date.now())
  const { certificate, privateKey } = await createServerCertificate(company, ['127.0.0.1', 'bench.example'], Date.now())
  const other = await createServerCertificate(company, ['127.0.0.1'], Date.now())
  await expect(bench.client.certificates.importOwn({ certificate, privateKey: other.privateKey })).rejects.toThrow('does not belong')
  await expect(bench.client.certificates.importOwn({ certificate: 'nonsense', privateKey })).rejects.toThrow('no certificate')
  const encrypted = createPrivateKey(privateKey).export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'abcd' })
  const later = await createServerCertificate(company, ['127.0.0.1'], Date.now() + 5 * 86_400_000)
  const earlier = await createServerCertificate(company, ['127.0.0.1'], Date.now() - 2_000 * 86_400_000)
  const refused: [KeyPair, string][] = [
    [{ certificate, privateKey: String(encrypted) }, 'has a passphrase'],
    [{ certificate: privateKey, privateKey: certificate }, 'A private key stands where the certificate belongs.'],
    [{ certificate, privateKey: certificate }, 'There is no private key in PEM'],
    [{ certificate: company.certificate + certificate, privateKey }, 'put the certificate of this computer first'],
    [later, 'is valid only from'],
    [earlier, 'has expired on'],
  ]
  for (const [pair, words] of refused) await expect(bench.client.certificates.importOwn(pair)).rejects.toThrow(words)
  const locked = { certificate, privateKey: String(encrypted) }
  await expect(bench.client.certificates.importOwn({ ...locked, passphrase: 'wrong' })).rejects.toThrow('The passphrase does not open')
  expect(await bench.client.certificates.importOwn({ ...locked, passphrase: 'abcd' })).toMatchObject({ imported: true })
  expect(readFileSync(join(dataDir, 'certificates', 'own.key'), 'utf8')).not.toContain('ENCRYPTED')
  expect(await bench.client.certificates.removeOwn()).toMatchObject({ imported: false })
  expect(await bench.client.certificates.importOwn({ certificate, privateKey })).toMatchObject({ imported: true })
  expect(await knockAndLeave({ ca: company.certificate })).toBe(101)
  expect(await bench.client.certificates.removeOwn()).toMatchObject({ imported: false })
  expect(existsSync(join(dataDir, 'certificates', 'own.key'))).toBe(false)
  expect(await knockAndLeave()).toBe(101)
})

test('turned off, nobody listens there any more', async () => {
  await bench.client.settings.change({ tlsPort: null })
  expect((await bench.client.server.status()).secure).toBeNull()
  const { hostname, port } = new URL(url)
  const socket = connect({ host: hostname, port: Number(port) })
  const [error] = (await once(socket, 'error')) as [NodeJS.ErrnoException]
  expect(error.code).toBe('ECONNREFUSED')
})
