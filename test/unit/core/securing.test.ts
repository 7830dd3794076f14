import { expect, test } from 'vitest'
import type { CertificateKeeper } from '../../../src/main/core/certificates/keeper.ts'
import type { CentralSystem } from '../../../src/main/core/csms/server.ts'
import { createSecuring } from '../../../src/main/core/securing.ts'
import { defaultSettings } from '../../../src/shared/domain/settings.ts'

test('a TLS port that is turned off while its certificate is made stays closed', async () => {
  const pair = { certificate: 'certificate', privateKey: 'key' }
  const made = Promise.withResolvers<typeof pair & { changed: boolean }>()
  const done: string[] = []
  const securing = createSecuring({
    centralSystem: {
      listenSecurely: async () => {
        done.push('open')
        return { address: '127.0.0.1', family: 'IPv4', port: 1 }
      },
      closeSecure: () => void done.push('close'),
    } as Partial<CentralSystem> as CentralSystem,
    certificates: { server: () => made.promise, authority: async () => pair } as Partial<CertificateKeeper> as CertificateKeeper,
    host: () => '127.0.0.1',
    changed: () => {},
  })
  const applied = [null, 1, null].map((tlsPort) => securing.apply({ ...defaultSettings, tlsPort }))
  await applied[0]
  made.resolve({ ...pair, changed: true })
  await Promise.all(applied)
  securing.close()
  expect(done.at(-1)).toBe('close')
  expect(securing.status()).toBeNull()
})
