import { Anchor, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { Page } from '../../ui/Page.tsx'

/** An address that names no page. */
export function Missing() {
  return (
    <Page title="No such page">
      <Text size="sm">
        This address leads nowhere. <Anchor renderRoot={(props) => <Link to="/" {...props} />}>Go to the chargers</Anchor>
      </Text>
    </Page>
  )
}
