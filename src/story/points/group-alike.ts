import { createWordIndex } from '../related/word-index.ts'

/** Two that are the same share at least so many content words, or all of those the shorter has. */
const minShared = 3

/**
 * Groups items in the order given: each joins the first group that has one it is the same as. Only those are held against each other
 * that share three content words, or all that one of them has, so `isSame` must not be true of others; an item without any is held
 * against all.
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
      if (groupOf[other]! < joined && isSame(item, items[other]!)) joined = groupOf[other]!
    }
    index.meet(stems, (other, count) => {
      if (count >= Math.min(minShared, stems.size, stemsOf(items[other]!).size)) hold(other)
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
