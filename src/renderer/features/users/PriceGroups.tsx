import { useQuery } from '@tanstack/react-query'
import { client, orpc, queryClient } from '../../api/client.ts'
import { formatMoney } from '../../ui/format.ts'
import { EditableList } from './EditableList.tsx'
import { PriceGroupForm } from './PriceGroupForm.tsx'

/** What a session costs. */
export function PriceGroups() {
  const query = useQuery(orpc.priceGroups.list.queryOptions())
  return (
    <EditableList
      title="Price groups"
      one="price group"
      meaning="What a session costs. Changes apply to sessions that start afterwards."
      query={query}
      columns={[
        { head: 'Name', cell: (group) => group.name },
        { head: 'Per kWh', right: true, cell: (group) => formatMoney(group.pricePerKWh, group.currency) },
        { head: 'To start', right: true, cell: (group) => formatMoney(group.startFee, group.currency) },
        { head: 'Per minute', right: true, cell: (group) => formatMoney(group.feePerMinute, group.currency) },
        { head: 'Per idle minute', right: true, cell: (group) => formatMoney(group.idleFeePerMinute, group.currency) },
      ]}
      form={(group, close) => <PriceGroupForm group={group} taken={query.data ?? []} onClose={close} />}
      onRemove={async (id) => {
        await client.priceGroups.remove({ id })
        await queryClient.invalidateQueries({ queryKey: orpc.priceGroups.key() })
      }}
    />
  )
}
