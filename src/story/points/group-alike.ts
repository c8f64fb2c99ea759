import { nth } from '../../core/nth.ts'
import { createWordIndex } from '../related/word-index.ts'

/** Two equal items share at least this many content words, or all those of the shorter. */
const minShared = 3

/**
 * Groups items in the given order: each joins the first group with an equal item. Only items that share three content words, or all those
 * of one of them, are compared, so `isSame` must be false for others. An item without content words is compared with all.
 */
export function groupAlike<Item>(
  items: readonly Item[],
  stemsOf: (item: Item) => ReadonlySet<string>,
  isSame: (item: Item, earlier: Item) => boolean,
): Item[][] {
  const groups: Item[][] = []
  const groupOf = new Int32Array(items.length)
  const index = createWordIndex(items.length)
  const wordless: number[] = []
  items.forEach((item, at) => {
    const stems = stemsOf(item)
    let joined = groups.length
    const hold = (other: number) => {
      if (groupOf[other]! < joined && isSame(item, nth(items, other))) joined = groupOf[other]!
    }
    index.find(stems, (other, count) => {
      if (count >= Math.min(minShared, stems.size, stemsOf(nth(items, other)).size)) hold(other)
    })
    if (stems.size === 0) for (let other = 0; other < at; other++) hold(other)
    else for (const other of wordless) hold(other)
    groupOf[at] = joined
    const group = groups[joined]
    if (group) group.push(item)
    else groups.push([item])
    if (stems.size === 0) wordless.push(at)
    index.put(at, stems)
  })
  return groups
}
