/** The first item of each document, in the given order, without the document `front`. */
export function onePerDocument<Item>(items: readonly Item[], memberOf: (item: Item) => number, front: number): Item[] {
  const seen = new Set([front])
  return items.filter((item) => !seen.has(memberOf(item)) && seen.add(memberOf(item)))
}
