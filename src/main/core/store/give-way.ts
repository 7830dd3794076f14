import { constants, setPriority } from 'node:os'

/**
 * Lets every other thread of the app go first where there are fewer cores than threads with work: what goes through a whole
 * log may take longer, an answer to a charger may not. Only Linux knows priorities of threads; elsewhere this would be the
 * whole app's.
 */
export function giveWay(): void {
  if (process.platform !== 'linux') return
  try {
    setPriority(0, constants.priority.PRIORITY_BELOW_NORMAL)
  } catch {
    // It works all the same.
  }
}
