import { Button, CopyButton } from '@mantine/core'
import { IconCopy, IconDownload, IconSettings } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { Attempt } from '../../../shared/domain/handshake.ts'
import type { ServerStatus } from '../../../shared/domain/settings.ts'
import { useServerStatus } from '../../api/bench.tsx'
import { downloadAuthority } from '../settings/downloadAuthority.ts'

/** What helps with a refusal that has to be cured in the charger: the right address, the CA certificate, the TLS settings. */
export function AttemptHelp({ attempt: { code, ways } }: { attempt: Attempt }) {
  const { data: status } = useServerStatus()
  const address = status === undefined ? null : addressFor(code, status)
  return (
    <>
      {code === 'tls-failed' && ways.length === 0 && (
        <Button size="compact-sm" variant="default" leftSection={<IconDownload size={13} />} onClick={() => void downloadAuthority('pem')}>
          Download the CA certificate
        </Button>
      )}
      {address !== null && (
        <CopyButton value={address} timeout={1_500}>
          {({ copied, copy }) => (
            <Button size="compact-sm" variant="default" leftSection={<IconCopy size={13} />} onClick={copy}>
              {copied ? 'Copied' : `Copy ${address}`}
            </Button>
          )}
        </CopyButton>
      )}
      {(code === 'tls-failed' || code === 'tls-to-plain' || code?.startsWith('certificate-')) && (
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconSettings size={13} />}
          renderRoot={(props) => <Link to="/settings" {...props} />}
        >
          TLS settings
        </Button>
      )}
    </>
  )
}

/** The address that the charger should have, without its identity; null where the address is not what is wrong. */
function addressFor(code: string | null, { addresses, secure }: ServerStatus): string | null {
  const plain = (addresses.find(({ loopback }) => !loopback) ?? addresses[0])?.url ?? null
  switch (code) {
    case 'web-page':
    case 'not-a-websocket':
    case 'soap':
      return plain
    case 'tls-to-plain':
      return secure?.urls[0] ?? plain
    case 'plain-to-tls':
      return secure?.urls[0] ?? null
    default:
      return null
  }
}
