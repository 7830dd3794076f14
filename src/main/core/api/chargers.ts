import { whyNotSent } from '../actions/call.ts'
import { ActionProblem, chargerOf, registrationForbids } from '../actions/context.ts'
import type { Charger } from '../../../shared/domain/charger.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { protocolOf } from '../../../shared/ocpp/protocol.ts'
import { changeChargerSettings } from '../csms/access/registration-change.ts'
import { watch } from '../live.ts'
import { recordedCharger } from '../recordings/index.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 250

/** Chargers, their settings, projections, and any OCPP call to them. */
export function chargersApi({ desk, pipeline, actions, recordings }: ApiContext) {
  const all = () =>
    [...pipeline.memories()]
      .map(({ charger }) => chargerOf(actions, charger.id))
      .toSorted((a, b) => a.id.localeCompare(b.id, undefined, { numeric: true }))
  const find = async ({ id, recording }: { id: string; recording?: string | undefined }): Promise<Charger> => {
    const from = recordings.meant({ charger: id, recording })
    return from === null ? chargerOf(actions, id) : recordedCharger(recordings, from, id)
  }
  const reader = ({ id, recording }: { id: string; recording?: string | undefined }) => recordings.reader({ charger: id, recording })
  return {
    list: os.chargers.list.handler(({ input }) => (input?.recording === undefined ? all() : recordings.chargers(input.recording))),
    get: os.chargers.get.handler(({ input }) => find(input)),
    watch: os.chargers.watch.handler(({ signal }) => watch(pipeline.changed, all, { everyMs: WATCH_MS, abort: signal })),
    settings: os.chargers.settings.handler(({ input }) => desk.chargerSettings(input.id)),
    changeSettings: os.chargers.changeSettings.handler(({ input: { id, ...change } }) =>
      changeChargerSettings({ desk, pipeline, connection: actions.connection }, id, change),
    ),
    call: os.chargers.call.handler(async ({ input: { id, action, payload } }) => {
      const connection = actions.connection(id)
      const charger = chargerOf(actions, id)
      if (!connection) throw new ActionProblem('conflict', `The charger ${id} is not connected.`)
      const reason = whyNotSent(protocolOf(charger.protocol) ?? 'ocpp1.6', action, payload as JsonValue)
      if (reason !== null) throw new ActionProblem('bad-request', reason)
      const forbidden = registrationForbids(actions, id, action)
      if (forbidden !== null) throw new ActionProblem('conflict', forbidden)
      return connection.call({ action, payload: payload as JsonValue, timeoutMs: desk.settings().callTimeoutS * 1_000 })
    }),
    timeline: os.chargers.timeline.handler(async ({ input }) => (await reader(input)).timeline(input.id, input, input.most)),
    clock: os.chargers.clock.handler(async ({ input }) => (await reader(input)).clock(input.id, input, input.most)),
    quirks: os.chargers.quirks.handler(async ({ input }) => {
      await find(input)
      return (await reader(input)).quirks(input.id)
    }),
    sessions: os.chargers.sessions.handler(async ({ input }) => (await reader(input)).sessions(input.id, input)),
    samples: os.chargers.samples.handler(async ({ input }) => (await reader(input)).samples(input.id, input, input.most)),
  }
}
