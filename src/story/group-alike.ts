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
  const byStem = new Map<string, number[]>()
  const wordless: number[] = []
  /** What each earlier item shares with the one in hand; all zeros in between. */
  const shared = new Int32Array(items.length)
  items.forEach((item, at) => {
    const stems = stemsOf(item)
    let joined = groups.length
    const hold = (other: number) => {
      if (groupOf[other]! < joined && isSame(item, items[other]!)) joined = groupOf[other]!
    }
    const met: number[] = []
    for (const stem of stems) for (const other of byStem.get(stem) ?? []) if (shared[other]!++ === 0) met.push(other)
    for (const other of met) {
      if (shared[other]! >= Math.min(minShared, stems.size, stemsOf(items[other]!).size)) hold(other)
      shared[other] = 0
    }
    if (stems.size === 0) for (let other = 0; other < at; other++) hold(other)
    else for (const other of wordless) hold(other)
    groupOf[at] = joined
    const group = groups[joined]
    if (group) group.push(item)
    else groups.push([item])
    if (stems.size === 0) wordless.push(at)
    for (const stem of stems) {
      const list = byStem.get(stem)
      if (list) list.push(at)
      else byStem.set(stem, [at])
    }
  })
  return groups
}
