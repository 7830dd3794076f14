import { Button, Text } from '@mantine/core'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useChargers } from '../../api/bench.tsx'
import { Page } from '../../ui/Page.tsx'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { ConfigurationView } from './ConfigurationView.tsx'

const route = getRouteApi('/chargers/$id/configuration')

/** The settings of one charger. */
export function ConfigurationPage() {
  const { id } = route.useParams()
  const { data: chargers, error } = useChargers()
  const charger = chargers?.find((each) => each.id === id)
  if (charger !== undefined) return <ConfigurationView key={id} charger={charger} />
  return (
    <Page title="Configuration">
      {chargers === undefined && error === null && <Waiting what="the charger" />}
      {chargers === undefined && error !== null && <Failed what="the charger" error={error} />}
      {chargers !== undefined && (
        <>
          <Text size="sm">No charger of this identity has connected.</Text>
          <Button mt="md" variant="default" renderRoot={(props) => <Link to="/" {...props} />}>
            All chargers
          </Button>
        </>
      )}
    </Page>
  )
}
