import { implement, ORPCError } from '@orpc/server'
import { contract } from '../../../shared/contract.ts'
import type { AppInfo } from '../../../shared/domain/settings.ts'
import { ActionProblem, type ActionContext } from '../actions/context.ts'
import type { CertificateKeeper } from '../certificates/keeper.ts'
import type { Configurations } from '../configuration/index.ts'
import type { Inspector } from '../csms/inspector/inspector.ts'
import type { DeskKeeper } from '../desk.ts'
import type { Exporting } from '../exporting.ts'
import type { Listening } from '../listening.ts'
import type { Recordings } from '../recordings/index.ts'
import type { Securing } from '../securing.ts'
import type { Pipeline } from '../pipeline.ts'
import { type Simulator, SimulatorProblem } from '../simulator/index.ts'
import type { Store } from '../store/client.ts'

/** Everything that the procedures work with. */
export interface ApiContext {
  info: AppInfo
  store: Store
  desk: DeskKeeper
  pipeline: Pipeline
  actions: ActionContext
  listening: Listening
  inspector: Inspector
  certificates: CertificateKeeper
  securing: Securing
  simulator: Simulator
  configurations: Configurations
  exporting: Exporting
  recordings: Recordings
  reveal: (path: string) => boolean
}

const statuses = { 'not-found': ['NOT_FOUND', 404], conflict: ['CONFLICT', 409], 'bad-request': ['BAD_REQUEST', 400] } as const

/** Turns problems that the technician can do something about into answers with that sentence. */
export const os = implement(contract).use(async ({ next }) => {
  try {
    return await next()
  } catch (error) {
    if (error instanceof ActionProblem) {
      const [code, status] = statuses[error.kind]
      throw new ORPCError(code, { status, message: error.message, cause: error })
    }
    if (error instanceof SimulatorProblem) throw new ORPCError('CONFLICT', { status: 409, message: error.message, cause: error })
    throw error
  }
})
