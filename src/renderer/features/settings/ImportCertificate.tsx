import { Button, FileButton, Group, Modal, PasswordInput, Stack, Text, Textarea } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { Certificates } from '../../../shared/domain/certificates.ts'
import { orpc } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

/** A certificate and its key from elsewhere, as files or pasted as PEM. */
export function ImportCertificate({ onImported }: { onImported: (info: Certificates) => void }) {
  const [opened, setOpened] = useState(false)
  const [certificate, setCertificate] = useState('')
  const [privateKey, setPrivateKey] = useState('')
  const [passphrase, setPassphrase] = useState('')
  const locked = privateKey.includes('ENCRYPTED')
  const take = useMutation(
    orpc.certificates.importOwn.mutationOptions({
      onSuccess: (info) => {
        onImported(info)
        close()
      },
    }),
  )
  /** A private key is kept in the page no longer than it takes. */
  const close = () => {
    setOpened(false)
    setPrivateKey('')
    setPassphrase('')
    take.reset()
  }
  return (
    <>
      <Button size="compact-sm" variant="default" onClick={() => setOpened(true)}>
        Import own…
      </Button>
      <Modal opened={opened} onClose={close} title="Import a certificate for the TLS port" size="lg">
        <form
          onSubmit={(event) => {
            event.preventDefault()
            take.mutate({ certificate, privateKey, ...(locked && passphrase !== '' ? { passphrase } : {}) })
          }}
        >
          <Stack gap="sm">
            <PemField label="Certificate, with its chain (PEM)" accept=".pem,.crt,.cer" value={certificate} onChange={setCertificate} />
            <PemField label="Private key (PEM)" accept=".pem,.key" value={privateKey} onChange={setPrivateKey} />
            {locked && (
              <PasswordInput
                label="Passphrase of the private key"
                description="It opens the key once and is not kept."
                autoComplete="off"
                value={passphrase}
                onChange={(event) => setPassphrase(event.currentTarget.value)}
              />
            )}
            {take.error && (
              <Text size="sm" c="var(--bench-bad)" role="alert">
                {problemText(take.error)}
              </Text>
            )}
            <Group justify="flex-end" gap="sm">
              <Button variant="default" onClick={close}>
                Cancel
              </Button>
              <Button type="submit" loading={take.isPending} disabled={certificate.trim() === '' || privateKey.trim() === ''}>
                Import
              </Button>
            </Group>
          </Stack>
        </form>
      </Modal>
    </>
  )
}

interface PemFieldProps {
  label: string
  /** Endings of the files that usually hold it. */
  accept: string
  value: string
  onChange: (text: string) => void
}

function PemField({ label, accept, value, onChange }: PemFieldProps) {
  return (
    <div>
      <Textarea
        label={label}
        rows={7}
        spellCheck={false}
        autoComplete="off"
        classNames={{ input: 'mono' }}
        value={value}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
      <FileButton accept={accept} onChange={(file) => void file?.text().then(onChange)}>
        {(props) => (
          <Button {...props} variant="subtle" size="compact-xs" mt={4}>
            Choose a file…
          </Button>
        )}
      </FileButton>
    </div>
  )
}
