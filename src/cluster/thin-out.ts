/**
 * Which items to compare where all of them have too many pairs: of those with more than so many near ones, every second, third or tenth,
 * evenly; the others all. That many is chosen so that about `mostPairs` are left at most, and at least one item is left out.
 * @param degrees how many are near each item; together more than `mostPairs`
 */
export function thinOut(degrees: Int32Array, mostPairs: number): (item: number) => boolean {
  const most = levelOf(degrees, mostPairs)
  let due = 0
  const isKept = Uint8Array.from(degrees, (degree) => {
    due += degree > most ? most / degree : 1
    if (due < 1) return 0
    due -= 1
    return 1
  })
  return (item) => isKept[item] === 1
}

/** The level down to which degrees are cut so that they are `total` together. */
function levelOf(degrees: Int32Array, total: number): number {
  let left = total
  for (const [i, degree] of degrees.toSorted().entries()) {
    const share = left / (degrees.length - i)
    if (degree > share) return share
    left -= degree
  }
  return Number.POSITIVE_INFINITY
}
