/** In which order articles arrive that would come in the order of their dates. */
export type Arrival = {
  readonly name: string
  readonly about: string
  /** By how many places each may be late, evenly drawn. */
  readonly late: number
  /** A share that is late by so many more: what somebody had in hand who was killed. */
  readonly heldShare?: number
  readonly held?: number
}

export const arrivals: readonly Arrival[] = [
  { name: 'workers', about: 'each up to 8 places late, as beside each other in several workers', late: 8 },
  {
    name: 'kills',
    about: 'the same, and 2 of 100 come 200 places late, as after a kill and a lease',
    late: 8,
    heldShare: 0.02,
    held: 200,
  },
  { name: 'drawn', about: 'in no order at all', late: Number.POSITIVE_INFINITY },
]

/** Puts places in the order in which they arrive. */
export function arrive(
  places: readonly number[],
  { late, heldShare = 0, held = 0 }: Arrival,
  random: () => number,
): readonly number[] {
  const most = Math.min(late, places.length)
  return places
    .map((place, index) => ({ place, at: index + random() * most + (random() < heldShare ? held : 0) }))
    .toSorted((one, other) => one.at - other.at)
    .map(({ place }) => place)
}
