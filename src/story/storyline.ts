import type { StoryId } from '../core/ids.ts'
import { nth } from '../core/nth.ts'
import { isNearCopy, matterReason, type Relation, sharedTerms } from './related/related.ts'
import { isCertain, type MatterLink, matterLinks } from './related/same-matter.ts'
import type { StoryPool } from './story-pool.ts'

/** A story on a storyline. Without `from`: the given story. */
export type StorylineStep = {
  readonly id: StoryId
  readonly title: string
  readonly firstAt: string
  readonly articleCount: number
  readonly isPresent: boolean
  /** The story that connects it to the given one, and what the two share. */
  readonly from?: Pick<Relation, 'id' | 'reason' | 'sharedNames' | 'sharedWords'> & { readonly isPresent: boolean }
}

const maxSteps = 8
/** A step reached through another must still be this similar to the given story. */
const stillAlike = 0.12
/** A weaker link is enough if it leads to two stories that are certainly on one matter. */
const isSupported = 0.15

type ReachedStory = { readonly at: number; readonly from?: number; readonly link?: MatterLink }

/**
 * The storyline of a story: the stories on its matter, those on their matter, and so on; and stories likely on one matter with two of them.
 * In order of time, each with what it shares with the one that connects it. At most eight stories; empty when there are fewer than two
 * others, because a single one is shown as related. Pure.
 */
export function storylineOf(pool: StoryPool, id: StoryId): StorylineStep[] {
  const start = pool.stories.findIndex((story) => story.id === id)
  if (start < 0) return []
  const linksOf = linksKept(pool)
  const certain = reachCertain(pool, linksOf, [{ at: start }])
  const reached =
    certain.length > 1 ? [...certain, ...supported(pool, linksOf, certain)] : reachThroughTwo(pool, linksOf, start)
  if (reached.length < 3) return []
  return reached
    .slice(0, maxSteps)
    .map((each) => stepOf(pool, start, each))
    .sort((a, b) => Date.parse(a.firstAt) - Date.parse(b.firstAt))
}

type LinksOf = (at: number) => readonly MatterLink[]

function linksKept(pool: StoryPool): LinksOf {
  const kept = new Map<number, readonly MatterLink[]>()
  return (at) => {
    const links = kept.get(at) ?? matterLinks(pool, at)
    kept.set(at, links)
    return links
  }
}

/** Extends the reached stories along certain links. */
function reachCertain(pool: StoryPool, linksOf: LinksOf, from: readonly ReachedStory[]): ReachedStory[] {
  const start = from[0]?.at ?? 0
  const reached = [...from]
  for (const { at } of reached)
    for (const link of linksOf(at)) {
      if (reached.length >= maxSteps || link.certainty < isCertain) break
      if (isKnown(pool, reached, link.to)) continue
      if (at !== start && pool.likeness.of(start, link.to) < stillAlike) continue
      reached.push({ at: link.to, from: at, link })
    }
  return reached
}

/** Stories with a less certain link to two of those reached. */
function supported(pool: StoryPool, linksOf: LinksOf, certain: readonly ReachedStory[]): ReachedStory[] {
  const links = certain.flatMap(({ at }) =>
    linksOf(at).flatMap((link) => (link.certainty >= isSupported ? [{ at: link.to, from: at, link }] : [])),
  )
  const byStory = Map.groupBy(links, ({ at }) => at)
  return [...byStory].flatMap(([at, supports]) => {
    const [best] = supports.sort((a, b) => b.link.certainty - a.link.certainty)
    return supports.length < 2 || !best || isKnown(pool, certain, at) ? [] : [best]
  })
}

/** Without a certain link: two stories certainly on one matter, each with a likely link to this one. */
function reachThroughTwo(pool: StoryPool, linksOf: LinksOf, start: number): ReachedStory[] {
  const likely = linksOf(start).filter(({ certainty, to }) => certainty >= isSupported && !isNearCopy(pool, start, to))
  for (const link of likely) {
    const other = linksOf(link.to).find(
      ({ to, certainty }) => certainty >= isCertain && likely.some((each) => each.to === to),
    )
    if (other && !isNearCopy(pool, link.to, other.to))
      return reachCertain(pool, linksOf, [{ at: start }, { at: link.to, from: start, link }])
  }
  return []
}

/** True for a story already reached, or a near copy of one. */
function isKnown(pool: StoryPool, reached: readonly ReachedStory[], to: number): boolean {
  return reached.some(({ at }) => at === to || isNearCopy(pool, at, to))
}

function stepOf(pool: StoryPool, start: number, { at, from, link }: ReachedStory): StorylineStep {
  const { id, title, firstAt, articleCount } = nth(pool.stories, at)
  const step = { id, title, firstAt, articleCount, isPresent: at === start }
  if (from === undefined || !link) return step
  const through = nth(pool.stories, from)
  const reason = matterReason(through, pool.stories, link)
  return { ...step, from: { id: through.id, isPresent: from === start, reason, ...sharedTerms(pool, from, at) } }
}
