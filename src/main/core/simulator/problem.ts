/** A command that makes no sense now; the message is a sentence for the technician. */
export class SimulatorProblem extends Error {
  override name = 'SimulatorProblem'
}
