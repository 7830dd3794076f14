import type { FindingKind } from '../kind.ts'
import { ourSchema, theirSchema } from './against-schema.ts'
import { authorizationRefused } from './authorization-refused.ts'
import { bootPending } from './boot-pending.ts'
import { bootRejected } from './boot-rejected.ts'
import { chargingWithoutPower } from './charging-without-power.ts'
import { clockWrong } from './clock-wrong.ts'
import { connectionFlapping } from './connection-flapping.ts'
import { connectionRefused } from './connection-refused.ts'
import { currentAboveLimit } from './current-above-limit.ts'
import { duplicateStop } from './duplicate-stop.ts'
import { energyMismatch } from './energy-mismatch.ts'
import { fault } from './fault.ts'
import { heartbeatMissed } from './heartbeat-missed.ts'
import { meterBackwards } from './meter-backwards.ts'
import { meterJump } from './meter-jump.ts'
import { meterUnit } from './meter-unit.ts'
import { missingAnswers, ourMissingAnswers } from './missing-answers.ts'
import { rebootLoop } from './reboot-loop.ts'
import { rebootUnasked } from './reboot-unasked.ts'
import { secretsInClear } from './secrets-in-clear.ts'
import { sessionNotEnded } from './session-not-ended.ts'
import { ourSlowAnswers, slowAnswers } from './slow-answers.ts'
import { startRefused } from './start-refused.ts'
import { startWithoutSession } from './start-without-session.ts'
import { statusTransition } from './status-transition.ts'
import { stopWithoutStart } from './stop-without-start.ts'
import { suspendedByCar } from './suspended-by-car.ts'
import { suspendedByCharger } from './suspended-by-charger.ts'
import { firmwareFailed, uploadFailed } from './transfer-failed.ts'
import { unsupportedRepeated } from './unsupported-repeated.ts'

/** Every kind of finding, in the order in which each entry is shown to them. */
export const kinds: readonly [FindingKind, ...FindingKind[]] = [
  connectionFlapping,
  connectionRefused,
  heartbeatMissed,
  slowAnswers,
  ourSlowAnswers,
  missingAnswers,
  ourMissingAnswers,
  rebootLoop,
  rebootUnasked,
  clockWrong,
  bootRejected,
  bootPending,
  authorizationRefused,
  startRefused,
  startWithoutSession,
  suspendedByCar,
  suspendedByCharger,
  chargingWithoutPower,
  currentAboveLimit,
  meterBackwards,
  meterJump,
  meterUnit,
  energyMismatch,
  sessionNotEnded,
  stopWithoutStart,
  duplicateStop,
  fault,
  statusTransition,
  firmwareFailed,
  uploadFailed,
  theirSchema,
  ourSchema,
  secretsInClear,
  unsupportedRepeated,
]
