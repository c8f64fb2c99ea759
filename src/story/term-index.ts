import type { Term } from '../core/story.ts'

/** The terms of many stories in flat arrays: the number of each stem, story after story. */
export type TermIndex = {
  readonly stems: Int32Array
  /** Where each story's terms start; one more at the end. */
  readonly starts: Int32Array
  /** How many stories have each stem. A story has each of its stems once. */
  readonly counts: Int32Array
}

/** Numbers the stems of stories in the order they are met. */
export function indexTerms(stories: readonly (readonly Term[])[]): TermIndex {
  const starts = new Int32Array(stories.length + 1)
  for (const [story, terms] of stories.entries()) starts[story + 1] = (starts[story] as number) + terms.length
  const stems = new Int32Array(starts[stories.length] as number)
  const numbers = new Map<string, number>()
  let at = 0
  for (const terms of stories)
    for (const { stem } of terms) {
      let number = numbers.get(stem)
      if (number === undefined) {
        number = numbers.size
        numbers.set(stem, number)
      }
      stems[at++] = number
    }
  const counts = new Int32Array(numbers.size)
  for (const stem of stems) counts[stem]!++
  return { stems, starts, counts }
}
