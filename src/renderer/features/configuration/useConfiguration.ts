import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { ChangeOutcome } from '../../../shared/domain/configuration.ts'
import type { Charger } from '../../../shared/domain/charger.ts'
import { client, orpc, queryClient } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'

export type SettingChange = { state: 'sending' } | { state: 'told'; told: ChangeOutcome } | { state: 'failed'; problem: string }

/** A charger's configuration: as last read, a way to read it again, and the changes made on this screen. */
export function useConfiguration(charger: Charger) {
  const { id, connected } = charger
  const options = orpc.configuration.last.queryOptions({
    input: { id },
    refetchOnMount: 'always',
    // A boot ends what waits for one, and tells nobody.
    refetchInterval: ({ state }) => (state.data && state.data.rebootFor.length > 0 ? 2_000 : false),
  })
  const last = useQuery(options)
  const { refetch } = last
  const read = useMutation({
    mutationFn: () => client.configuration.read({ id }),
    onSuccess: (configuration) => queryClient.setQueryData(options.queryKey, configuration),
    networkMode: 'always',
  })
  // A map, because keys come from the charger: one may be called `constructor`.
  const [changes, setChanges] = useState<ReadonlyMap<string, SettingChange>>(new Map())
  const note = (key: string, change: SettingChange | undefined) =>
    setChanges(
      (before) => new Map([...[...before].filter(([each]) => each !== key), ...(change === undefined ? [] : [[key, change] as const])]),
    )

  // Reading changes nothing at the charger, so the page that shows it reads what nobody has read yet.
  const tried = useRef(false)
  const { mutate } = read
  useEffect(() => {
    if (last.data !== null || !connected || tried.current) return
    tried.current = true
    mutate()
  }, [last.data, connected, mutate])

  const change = async (key: string, value: string): Promise<void> => {
    note(key, { state: 'sending' })
    try {
      const told = await client.configuration.change({ id, key, value })
      note(key, { state: 'told', told })
      await refetch()
    } catch (error) {
      note(key, { state: 'failed', problem: problemText(error) })
    }
  }
  return {
    configuration: last.data ?? null,
    loading: last.data === undefined && last.error === null,
    error: read.error ?? last.error,
    reading: read.isPending,
    read: () => {
      setChanges(new Map())
      read.mutate()
    },
    refetch: () => void refetch(),
    changes,
    change,
    dismiss: (key: string) => note(key, undefined),
  }
}
export type ShownConfiguration = ReturnType<typeof useConfiguration>
