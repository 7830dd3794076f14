import { check } from '../actions/check.ts'
import { forceStop } from '../actions/force-stop.ts'
import { reboot } from '../actions/reboot.ts'
import { start } from '../actions/start.ts'
import { stop } from '../actions/stop.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 50

/** The five remote actions. */
export function remoteActionsApi({ actions }: ApiContext) {
  return {
    reboot: os.remoteActions.reboot.handler(({ input: { id, ...input } }) => reboot(actions, id, input)),
    start: os.remoteActions.start.handler(({ input: { id, ...input } }) => start(actions, id, input)),
    stop: os.remoteActions.stop.handler(({ input: { id, ...input } }) => stop(actions, id, input)),
    forceStop: os.remoteActions.forceStop.handler(({ input: { id, ...input } }) => forceStop(actions, id, input)),
    check: os.remoteActions.check.handler(({ input }) => check(actions, input.id)),
    watch: os.remoteActions.watch.handler(({ input, signal }) =>
      watch(actions.runs.changed, () => actions.runs.of(input.id), { everyMs: WATCH_MS, abort: signal }),
    ),
  }
}
