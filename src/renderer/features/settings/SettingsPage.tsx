import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { About } from './About.tsx'
import { CertificatesSection } from './CertificatesSection.tsx'
import { SettingsForm } from './SettingsForm.tsx'

/** How this central system listens, and what it tells chargers. */
export function SettingsPage() {
  const { data, error, refetch } = useQuery(orpc.settings.get.queryOptions())
  return (
    <Page title="Settings">
      {error !== null && data === undefined && <Failed what="the settings" error={error} retry={() => void refetch()} />}
      {error === null && data === undefined && <Waiting what="the settings" />}
      {data && <SettingsForm settings={data} />}
      <CertificatesSection />
      <About />
    </Page>
  )
}
