import { whyNotSent } from '../actions/call.ts'
import { ActionProblem, chargerOf, registrationForbids } from '../actions/context.ts'
import type { JsonValue } from '../../../shared/ocpp/frame.ts'
import { protocolOf } from '../../../shared/ocpp/protocol.ts'
import { changeChargerSettings } from '../csms/access/registration-change.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'
import { downsample } from './downsample.ts'

const WATCH_MS = 250

/** Chargers, their settings, projections, and any OCPP call to them. */
export function chargersApi({ store, desk, pipeline, actions }: ApiContext) {
  const all = () =>
    [...pipeline.memories()]
      .map(({ charger }) => chargerOf(actions, charger.id))
      .toSorted((a, b) => a.id.localeCompare(b.id, undefined, { numeric: true }))
  return {
    list: os.chargers.list.handler(() => all()),
    get: os.chargers.get.handler(({ input }) => chargerOf(actions, input.id)),
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
    timeline: os.chargers.timeline.handler(({ input: { id, from, to } }) => store.read.timeline(id, { from, to })),
    quirks: os.chargers.quirks.handler(({ input }) => {
      chargerOf(actions, input.id)
      return store.read.quirks(input.id)
    }),
    sessions: os.chargers.sessions.handler(({ input: { id, from, to } }) => store.read.sessions(id, { from, to })),
    samples: os.chargers.samples.handler(async ({ input: { id, from, to, most } }) => {
      const samples = await store.read.samples(id, { from, to })
      return most === undefined ? samples : downsample(samples, most)
    }),
  }
}
