import { useCallback, useState } from 'react'
import type { ActionRun, RemoteActionName } from '../../../shared/domain/remote-action.ts'
import { client } from '../../api/client.ts'
import { useLive } from '../../api/live.ts'

export type Runs = ReturnType<typeof useRuns>

/** Inputs of the five remote actions, as the contract takes them. */
export type ActionRequest =
  | { action: 'reboot'; type: 'Soft' | 'Hard' }
  | {
      action: 'start'
      connectorId: number
      userId: string
      paymentMethodId?: string | null | undefined
      priceGroupId?: string | null | undefined
    }
  | { action: 'stop' | 'force-stop'; connectorId: number | null }
  | { action: 'check' }

/** The remote actions of one charger: those that ran, newest first, and a way to start one. */
export function useRuns(chargerId: string) {
  const { data: runs, error } = useLive(['runs', chargerId], (signal) => client.remoteActions.watch({ id: chargerId }, { signal }))
  const [asked, setAsked] = useState<RemoteActionName[]>([])

  /** Runs to the action's end. Rejects when the core does not even begin, with the reason as its message. */
  const start = useCallback(
    async (request: ActionRequest): Promise<ActionRun> => {
      setAsked((names) => [...names, request.action])
      try {
        return await call(chargerId, request)
      } finally {
        setAsked((names) => names.toSpliced(names.indexOf(request.action), 1))
      }
    },
    [chargerId],
  )

  const isRunning = (action: RemoteActionName) =>
    asked.includes(action) || (runs?.some((run) => run.action === action && run.outcome === 'running') ?? false)
  return { runs, error, start, isRunning }
}

function call(id: string, request: ActionRequest): Promise<ActionRun> {
  switch (request.action) {
    case 'reboot':
      return client.remoteActions.reboot({ id, type: request.type })
    case 'start': {
      const { connectorId, userId, paymentMethodId, priceGroupId } = request
      return client.remoteActions.start({ id, connectorId, userId, paymentMethodId, priceGroupId })
    }
    case 'stop':
      return client.remoteActions.stop({ id, connectorId: request.connectorId })
    case 'force-stop':
      return client.remoteActions.forceStop({ id, connectorId: request.connectorId })
    case 'check':
      return client.remoteActions.check({ id })
    default:
      return request satisfies never
  }
}
