import { Stack } from '@mantine/core'
import { Page } from '../../ui/Page.tsx'
import { PaymentMethods } from './PaymentMethods.tsx'
import { PriceGroups } from './PriceGroups.tsx'
import { Users } from './Users.tsx'

/** Who may charge and on what terms: three small lists. */
export function UsersPage() {
  return (
    <Page title="Users & prices" note="What the Start charge dialog offers, and what chargers are told when they ask">
      <Stack gap={32} maw={1080}>
        <Users />
        <PaymentMethods />
        <PriceGroups />
      </Stack>
    </Page>
  )
}
