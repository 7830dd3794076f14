import { Button, Modal, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificates } from '../../../shared/domain/certificates.ts'
import { orpc } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

/** A certificate and its key from elsewhere, pasted as PEM. */
export function ImportCertificate({ onImported }: { onImported: (info: Certificates) => void }) {
  const [opened, setOpened] = useState(false)
  const [certificate, setCertificate] = useState('')
  const [privateKey, setPrivateKey] = useState('')
  const take = useMutation(
    orpc.certificates.importOwn.mutationOptions({
      onSuccess: (info) => {
        onImported(info)
        setOpened(false)
        setPrivateKey('')
      },
    }),
  )
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        Import own…
      </Button>
      <Modal opened={opened} onClose={() => setOpened(false)} title="Import a certificate for the TLS port" size="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            take.mutate({ certificate, privateKey })
          }}
        >
          <Stack gap="sm">
            <Textarea
              label="Certificate, with its chain (PEM)"
              rows={7}
              ff="monospace"
              value={certificate}
              onChange={(event) => setCertificate(event.currentTarget.value)}
            />
            <Textarea
              label="Private key (PEM, without passphrase)"
              rows={7}
              ff="monospace"
              autoComplete="off"
              value={privateKey}
              onChange={(event) => setPrivateKey(event.currentTarget.value)}
            />
            {take.error && (
              <Text size="sm" c="var(--bench-bad)" role="alert">
                {problemText(take.error)}
              </Text>
            )}
            <Button type="submit" loading={take.isPending} disabled={certificate.trim() === '' || privateKey.trim() === ''}>
              Import
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
