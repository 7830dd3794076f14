import { Button, Group, Popover, Text } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificates } from '../../../shared/domain/certificates.ts'
import { orpc, queryClient } from '../../api/client.ts'
import { formatDateTime } from '../../ui/format.ts'
import { tellProblem } from '../../ui/problem.ts'
import { downloadAuthority } from './downloadAuthority.ts'
import { ImportCertificate } from './ImportCertificate.tsx'
import { Section } from './Section.tsx'
import classes from './Settings.module.css'

const take = (info: Certificates): void => void queryClient.setQueryData(orpc.certificates.info.queryKey(), info)

/** The certificate authority of this app, to be installed in chargers, and the certificate that the TLS port shows. */
export function CertificatesSection() {
  const { data: info } = useQuery(orpc.certificates.info.queryOptions({ refetchInterval: 5_000 }))
  const rotate = useMutation(
    orpc.certificates.rotate.mutationOptions({
      onSuccess: (next) => {
        take(next)
        notifications.show({ title: 'New certificates', message: 'Install the new CA certificate in the chargers.', autoClose: 6_000 })
      },
      onError: (problem) => tellProblem(problem, 'The certificates were not rotated'),
    }),
  )
  const removeOwn = useMutation(
    orpc.certificates.removeOwn.mutationOptions({ onSuccess: take, onError: (problem) => tellProblem(problem, 'It was not removed') }),
  )
  return (
    <div className={classes.about}>
      <Section
        title="Certificates"
        meaning="Chargers have to trust the CA certificate before they accept the TLS port. Private keys stay in the data folder."
      >
        <div className={classes.wide}>
          {info?.authority ? (
            <Text size="sm">
              {info.authority.subject}, valid until {formatDateTime(info.authority.validTo)}
            </Text>
          ) : (
            <Text size="sm" c="dimmed">
              A certificate authority is made when it is first needed.
            </Text>
          )}
          {info?.server && (
            <Text size="sm" c="dimmed">
              {info.imported ? 'The TLS port shows an imported certificate' : 'The TLS port shows a certificate'} for{' '}
              {info.server.names.join(', ') || info.server.subject}, valid until {formatDateTime(info.server.validTo)}
            </Text>
          )}
          <Group gap="xs" mt="xs">
            <Button size="compact-sm" variant="default" onClick={() => void downloadAuthority('pem')}>
              Download the CA certificate (PEM)
            </Button>
            <Button size="compact-sm" variant="default" onClick={() => void downloadAuthority('der')}>
              As DER
            </Button>
            <MakeNewOnes busy={rotate.isPending} onConfirm={() => rotate.mutate({})} />
            {info?.imported ? (
              <Button size="compact-sm" variant="default" loading={removeOwn.isPending} onClick={() => removeOwn.mutate({})}>
                Remove the imported one
              </Button>
            ) : (
              <ImportCertificate onImported={take} />
            )}
          </Group>
        </div>
      </Section>
    </div>
  )
}

/** A second click, because what chargers trust and show is worth nothing afterwards. */
function MakeNewOnes({ busy, onConfirm }: { busy: boolean; onConfirm: () => void }) {
  const [asking, setAsking] = useState(false)
  return (
    <Popover opened={asking} onChange={setAsking} width={330} position="top-start" withArrow trapFocus>
      <Popover.Target>
        <Button size="compact-sm" variant="default" loading={busy} onClick={() => setAsking(true)}>
          Make new ones…
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text size="sm">
          The CA certificate that chargers have installed, and the certificates that were signed for them, are worth nothing afterwards.
          Each charger needs the new ones before it can connect with TLS again.
        </Text>
        <Group gap="xs" mt="sm">
          <Button
            onClick={() => {
              setAsking(false)
              onConfirm()
            }}
          >
            Make new certificates
          </Button>
          <Button variant="subtle" color="gray" onClick={() => setAsking(false)}>
            Cancel
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  )
}
