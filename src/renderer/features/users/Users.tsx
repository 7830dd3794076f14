import { useQuery } from '@tanstack/react-query'
import { client, orpc, queryClient } from '../../api/client.ts'
import { formatDateTime } from '../../ui/format.ts'
import { EditableList } from './EditableList.tsx'
import { UserForm } from './UserForm.tsx'
import { UserStatus } from './UserStatus.tsx'

/** The User IDs that are known here, and what a charger is told of each. */
export function Users() {
  const query = useQuery(orpc.users.list.queryOptions())
  const methods = useQuery(orpc.paymentMethods.list.queryOptions()).data
  const groups = useQuery(orpc.priceGroups.list.queryOptions()).data
  return (
    <EditableList
      title="Users"
      one="user"
      meaning="A User ID is the card number or token that a charger sends. The settings say what becomes of unknown ones."
      query={query}
      columns={[
        { head: 'User ID', cell: (user) => <span className="mono">{user.id}</span> },
        { head: 'Name', cell: (user) => user.name },
        { head: 'Status', cell: (user) => <UserStatus status={user.status} /> },
        { head: 'Expires', cell: (user) => (user.expiresAt === null ? 'never' : formatDateTime(user.expiresAt).slice(0, 16)) },
        { head: 'Payment method', cell: (user) => nameOf(methods, user.paymentMethodId) },
        { head: 'Price group', cell: (user) => nameOf(groups, user.priceGroupId) },
      ]}
      form={(user, close) => <UserForm user={user} onClose={close} />}
      onRemove={async (id) => {
        await client.users.remove({ id })
        await queryClient.invalidateQueries({ queryKey: orpc.users.key() })
      }}
    />
  )
}

function nameOf(list: { id: string; name: string }[] | undefined, id: string | null): string {
  return id === null ? 'default' : (list?.find((each) => each.id === id)?.name ?? id)
}
