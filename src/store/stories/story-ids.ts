import { randomUUID } from 'node:crypto'
import { asId, type StoryId } from '../../core/ids.ts'

/** Mints a story id: a UUID version 7 (RFC 9562 §5.7), so that ids ascend with time. */
export function newStoryId(nowMs: number = Date.now()): StoryId {
  const time = nowMs.toString(16).padStart(12, '0')
  const random = randomUUID()
  return asId<StoryId>(`${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(15)}`)
}
