import type { Figure } from '../../core/story.ts'
import type { Reader } from '../reader.ts'

/** The number of a reading as its sentence bounds it: `at least 12`, `30 to 40`. */
export function figureNumber({ value, low, high }: Figure['readings'][number], { words }: Reader): string {
  const number = words.number(value)
  if (low !== undefined && high !== undefined && low < high)
    return words.figureBounds.between(words.number(low), words.number(high))
  if (low !== undefined && high === undefined) return words.figureBounds.atLeast(number)
  if (high !== undefined && low === undefined) return words.figureBounds.atMost(number)
  return number
}
