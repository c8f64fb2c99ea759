/** Of what several documents say the first of each, in the order given, and nothing of the one that stands in front. */
export function onePerDocument<Item>(items: readonly Item[], memberOf: (item: Item) => number, front: number): Item[] {
  const seen = new Set([front])
  return items.filter((item) => !seen.has(memberOf(item)) && seen.add(memberOf(item)))
}
