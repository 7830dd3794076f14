import { useMutation } from '@tanstack/react-query'
import type { SentMessage } from '../../../shared/domain/composer.ts'
import { client, orpc, queryClient } from '../../api/client.ts'
import { dropDraft } from './drafts.ts'
import { problemText } from '../../ui/problem.ts'

type Asked = { action: string; payload: string; anyway: boolean } | { raw: string } | { again: string }

/** Sends a message, and keeps what came of the last one. */
export function useSend(id: string) {
  /** What was sent is in the history, and no draft any more. */
  const sent = async <T>(sending: Promise<T>, action: string | null): Promise<T> => {
    const done = await sending
    dropDraft(id, action)
    return done
  }
  const { mutate, data, error, isPending, variables } = useMutation({
    mutationFn: async (asked: Asked): Promise<SentMessage> => {
      if ('raw' in asked) return sent(client.composer.sendRaw({ id, text: asked.raw }), null)
      if ('again' in asked) return client.composer.resend({ id, message: asked.again })
      return (await sent(client.composer.send({ id, ...asked }), asked.action)).message
    },
    onSettled: () => queryClient.invalidateQueries({ queryKey: orpc.composer.history.key() }),
  })
  return {
    send: (asked: Asked) => mutate(asked),
    /** What was sent last, whatever came of it. */
    asked: variables ?? null,
    last: data ?? null,
    problem: error ? problemText(error) : null,
    busy: isPending,
  }
}
