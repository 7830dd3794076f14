import { Input, SegmentedControl, Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Section, type SectionProps } from './Section.tsx'
import classes from './Settings.module.css'

const unknownUsers = [
  { value: 'accept', label: 'Accept' },
  { value: 'refuse', label: 'Refuse' },
]

const concurrentSessions = [
  { value: 'accept', label: 'Accept' },
  { value: 'refuse', label: 'Refuse' },
]

/** Who may charge without being in the list, and on what terms. */
export function Terms({ form }: SectionProps) {
  const methods = useQuery(orpc.paymentMethods.list.queryOptions()).data ?? []
  const groups = useQuery(orpc.priceGroups.list.queryOptions()).data ?? []
  return (
    <Section title="Users and payment" meaning="What applies where a user or a start says nothing else.">
      <Input.Wrapper
        label="Unknown User IDs"
        description="How a User ID that is not in the list is answered"
        className={classes.wide}
        size="xs"
      >
        <div>
          <SegmentedControl aria-label="Unknown User IDs" data={unknownUsers} mt={4} {...form.getInputProps('unknownUsers')} />
        </div>
      </Input.Wrapper>
      <Input.Wrapper
        label="A second session of a user"
        description="How a start is answered while the same User ID charges elsewhere (refused: ConcurrentTx)"
        className={classes.wide}
        size="xs"
      >
        <div>
          <SegmentedControl
            aria-label="A second session of a user"
            data={concurrentSessions}
            mt={4}
            {...form.getInputProps('concurrentSessions')}
          />
        </div>
      </Input.Wrapper>
      <Select
        label="Default payment method"
        placeholder="None"
        clearable
        data={methods.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('defaultPaymentMethodId')}
      />
      <Select
        label="Default price group"
        placeholder="None"
        clearable
        data={groups.map(({ id, name }) => ({ value: id, label: name }))}
        {...form.getInputProps('defaultPriceGroupId')}
      />
    </Section>
  )
}
