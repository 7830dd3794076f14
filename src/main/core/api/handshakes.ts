import { solve } from '../csms/inspector/solve.ts'
import { watch } from '../live.ts'
import { type ApiContext, os } from './context.ts'

const WATCH_MS = 500

/** The handshake inspector: who tried to connect, what was decided, and the ways out of a refusal. */
export function handshakesApi({ inspector, desk, securing }: ApiContext) {
  return {
    list: os.handshakes.list.handler(() => inspector.list()),
    watch: os.handshakes.watch.handler(({ signal }) => watch(inspector.changed, inspector.list, { everyMs: WATCH_MS, abort: signal })),
    solve: os.handshakes.solve.handler(({ input: { id, way } }) => solve({ inspector, desk, securing }, id, way)),
    settle: os.handshakes.settle.handler(({ input: { id } }) => {
      inspector.settle(id)
      return inspector.list()
    }),
  }
}
