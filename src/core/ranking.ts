/** What the order of stories depends on, each with a slider. */
export const rankingFactors = ['reports', 'newness', 'follows', 'sources', 'differs'] as const
export type RankingFactor = (typeof rankingFactors)[number]

/** How much each factor adds to or takes from a story's score. The parts add up to the score. */
export type ScoreParts = Readonly<Record<RankingFactor | 'lifts', number>>

/** What a reader can raise or lower individually: languages, sections, people and organizations, outlets. */
export const liftKinds = ['language', 'section', 'entity', 'source'] as const
export type LiftKind = (typeof liftKinds)[number]

/** One thing a reader raised or lowered, in percent: −100 to 100. */
export type Lift = {
  readonly kind: LiftKind
  readonly target: string
  readonly label: string
  /** 0 is a dismissed suggestion: it has no effect and isn't made again. */
  readonly weight: number
  /** What prompted the suggestion, in a form the page puts into words: `saved:4`; empty if the reader set it. */
  readonly why: string
}

/** A reader's ranking: each slider in percent, 0 to 200. */
export type Sliders = Readonly<Record<RankingFactor, number>> & {
  /** Whether suggestions are made from what the reader saved. They never apply automatically. */
  readonly suggests: boolean
}

export const defaultSliders: Sliders = {
  reports: 100,
  newness: 100,
  follows: 100,
  sources: 0,
  differs: 0,
  suggests: false,
}

/** Reads stored sliders. An invalid value is replaced by the default. */
export function readSliders(stored: unknown): Sliders {
  const given = (typeof stored === 'object' && stored !== null ? stored : {}) as Readonly<Record<string, unknown>>
  const moved = rankingFactors.map((factor) => {
    const value = given[factor]
    const isFine = typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= 200
    return [factor, isFine ? value : defaultSliders[factor]]
  })
  return { ...(Object.fromEntries(moved) as Record<RankingFactor, number>), suggests: given.suggests === true }
}
