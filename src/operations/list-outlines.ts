import type { PlacedOutline } from '../core/subscription-list.ts'
import type { ReadList } from '../pipeline/read-list.ts'

/** The outlines of a list that was read, in their order. */
export function outlinesOf({ batches }: Pick<ReadList, 'batches'>): readonly PlacedOutline[] {
  return batches.flatMap((batch) => JSON.parse(batch) as readonly PlacedOutline[])
}
