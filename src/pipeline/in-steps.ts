import { setImmediate as nextTurn } from 'node:timers/promises'

/** Does a long piece of work step by step, and lets others have their turn after each. */
export async function inSteps<Result>(steps: Iterator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await nextTurn()
  }
}
