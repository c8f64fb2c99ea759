import { setImmediate } from 'node:timers/promises'
import type { PipelineContext } from './pipeline-context.ts'

/** So many stories in one step: what arrives now comes between. */
const STEP = 50

/**
 * Writes what dossiers say of people and outlets for those kept before there was such a page, so that an upgrade reaches
 * them. Ends when all have it or on `signal`; begun again it passes over what is there.
 */
export async function fillFacts({ store }: PipelineContext, signal?: AbortSignal): Promise<void> {
  for (let after: string | undefined = ''; after !== undefined && !signal?.aborted; ) {
    after = await store.entities.fill(after, STEP)
    await setImmediate()
  }
}
