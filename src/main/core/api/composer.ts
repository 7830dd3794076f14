import type { Charger } from '../../../shared/domain/charger.ts'
import { writeJson } from '../../../shared/ocpp/frame.ts'
import { protocolName, type Protocol } from '../../../shared/ocpp/protocol.ts'
import { ActionProblem, chargerOf } from '../actions/context.ts'
import { operationsOf, isOperation } from '../composer/catalogue.ts'
import { defaultPayload } from '../composer/defaults.ts'
import { formSchema } from '../composer/form-schema.ts'
import { problemsOf, resend, saveFavourite, send, sendRaw, versionOf } from '../composer/send.ts'
import { type ApiContext, os } from './context.ts'

/** Any operation of the charger's version, made by hand. */
export function composerApi({ store, desk, actions }: ApiContext) {
  const context = { ...actions, store }
  const now = (): number => actions.now()
  /** @throws where the charger's version has no such operation */
  const operation = (id: string, action: string): { charger: Charger; protocol: Protocol } => {
    const charger = chargerOf(actions, id)
    const protocol = versionOf(charger)
    if (!isOperation(protocol, action)) {
      throw new ActionProblem('not-found', `A central system of ${protocolName[protocol]} sends no ${action.slice(0, 60)}.`)
    }
    return { charger, protocol }
  }
  const knownUser = (charger: Charger): string | null => {
    const running = charger.connectors.find(({ session }) => session !== null)?.session?.userId
    const users = desk.users().filter(({ status, expiresAt }) => status === 'Accepted' && (expiresAt === null || expiresAt > now()))
    return running ?? users[0]?.id ?? null
  }

  return {
    operations: os.composer.operations.handler(({ input }) => {
      const protocol = versionOf(chargerOf(actions, input.id))
      return { protocol, operations: operationsOf(protocol) }
    }),
    schema: os.composer.schema.handler(({ input: { id, action } }) => {
      const { protocol } = operation(id, action)
      return { schema: formSchema(protocol, action) ?? {} }
    }),
    defaults: os.composer.defaults.handler(({ input: { id, action } }) => {
      const { charger, protocol } = operation(id, action)
      return { payload: writeJson(defaultPayload(protocol, action, { charger, idTag: knownUser(charger), now: now() }), 2) }
    }),
    validate: os.composer.validate.handler(({ input: { id, action, payload } }) => ({
      problems: problemsOf(actions, id, action, payload),
    })),
    send: os.composer.send.handler(({ input: { id, ...message } }) => send(context, id, message)),
    sendRaw: os.composer.sendRaw.handler(({ input: { id, text } }) => sendRaw(context, id, text)),
    resend: os.composer.resend.handler(({ input: { id, message } }) => resend(context, id, message)),
    history: os.composer.history.handler(({ input: { id, action } }) => store.read.sentMessages(id, action ?? null)),
    forget: os.composer.forget.handler(async ({ input }) => ({ removed: await store.write.forgetSentMessages(input.id) })),
    favourites: os.composer.favourites.handler(({ input }) => store.read.favourites(versionOf(chargerOf(actions, input.id)))),
    saveFavourite: os.composer.saveFavourite.handler(({ input: { id, favouriteId, ...favourite } }) =>
      saveFavourite(context, { ...favourite, id: favouriteId, protocol: versionOf(chargerOf(actions, id)) }),
    ),
    removeFavourite: os.composer.removeFavourite.handler(async ({ input }) => ({
      removed: await store.write.removeFavourite(input.favourite),
    })),
  }
}
