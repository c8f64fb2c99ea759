/** What a place in the list depends on, each with a slider. */
export const rankingFactors = ['reports', 'newness', 'follows', 'sources', 'differs'] as const
export type RankingFactor = (typeof rankingFactors)[number]

/** What each factor adds to the weight of a story, or takes away. They add up to it. */
export type ScoreParts = Readonly<Record<RankingFactor | 'lifts', number>>

/** What single things are raised or lowered by: languages, sections, people and bodies, outlets. */
export const liftKinds = ['language', 'section', 'entity', 'source'] as const
export type LiftKind = (typeof liftKinds)[number]

/** One thing a reader raised or lowered, in percent: −100 to 100. */
export type Lift = {
  readonly kind: LiftKind
  readonly target: string
  readonly label: string
  /** 0 is a suggestion that the reader set aside: it does nothing, and is not made again. */
  readonly weight: number
  /** What suggested it, in data the page puts into words: `saved:4`; empty where the reader set it by hand. */
  readonly why: string
}

/** How a reader weighs the news: each slider in percent, 0 to 200. */
export type Sliders = Readonly<Record<RankingFactor, number>> & {
  /** Whether suggestions are made from what the reader saved. They never apply by themselves. */
  readonly suggests: boolean
}

/** The order that stands by itself. */
export const standingSliders: Sliders = {
  reports: 100,
  newness: 100,
  follows: 100,
  sources: 0,
  differs: 0,
  suggests: false,
}

/** Reads what is stored; what is no value a slider may have counts as not moved. */
export function readSliders(stored: unknown): Sliders {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>
  const moved = rankingFactors.map((factor) => {
    const value = given[factor]
    const isFine = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 200
    return [factor, isFine ? value : standingSliders[factor]]
  })
  return { ...(Object.fromEntries(moved) as Record<RankingFactor, number>), suggests: given.suggests === true }
}
