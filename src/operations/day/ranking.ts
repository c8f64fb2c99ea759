import { z } from 'zod'
import { asId, type EntityId, type StoryId } from '../../core/ids.ts'
import { targetKey } from '../../core/marks.ts'
import {
  defaultSliders,
  type Lift,
  type LiftKind,
  liftKinds,
  type RankingFactor,
  rankingFactors,
  readSliders,
  type ScoreParts,
  type Sliders,
} from '../../core/ranking.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { OutlinedStory } from '../../store/stories/stories.ts'
import { rankToday } from '../../story/rank-today.ts'
import { followedBy } from '../library/followed-by.ts'
import { mutableOutline, mutedLists } from '../library/hide-muted.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { rankable, weighingOf } from './weigh-stories.ts'

const fewestSaved = 3
const mostSuggested = 6
/** Of the most recently saved stories. */
const mostLookedAt = 200

type LiftSuggestion = Omit<Lift, 'weight' | 'why'> & { readonly savedCount: number }

/**
 * Suggests what to raise, from the stories a reader saved: names that at least three of them are about, and sections with as many,
 * except those already raised, lowered or dismissed. It is only a count, which the reader can check.
 */
async function suggestLifts(
  { store, reader }: Pick<OperationContext, 'store' | 'reader'>,
  lifts: readonly Lift[],
): Promise<readonly LiftSuggestion[]> {
  const saved = (await store.saves.list(reader.id)).filter(({ kind }) => kind === 'story').slice(0, mostLookedAt)
  const stories = await store.stories.findOutlines(saved.map(({ target }) => asId<StoryId>(target)))
  const known = new Set(lifts.map(targetKey))
  const counted = (kind: LiftKind, targets: readonly string[]) => {
    const counts = new Map<string, number>()
    for (const target of targets) counts.set(target, 1 + (counts.get(target) ?? 0))
    return [...counts]
      .filter(([target, count]) => count >= fewestSaved && !known.has(targetKey({ kind, target })))
      .map(([target, savedCount]) => ({ kind, target, label: target, savedCount }))
  }
  const sections = counted(
    'section',
    stories.flatMap(({ section }) => section ?? []),
  )
  const entities = counted(
    'entity',
    stories.flatMap(({ outline }) => outline.mainEntityIds),
  )
  const first = [...entities, ...sections]
    .sort((a, b) => b.savedCount - a.savedCount || (a.target < b.target ? -1 : 1))
    .slice(0, mostSuggested)
  const named = await Promise.all(
    first.map(async (each) => {
      if (each.kind !== 'entity') return [each]
      const found = await store.entities.find(asId<EntityId>(each.target))
      return found ? [{ ...each, label: found.entity.name }] : []
    }),
  )
  return named.flat()
}

const DAY_MS = 86_400_000
const SHOWN = 5
const mostLifts = 200

export type RankingView = {
  /** As saved, or as tried in the preview. */
  readonly sliders: Sliders
  readonly isTried: boolean
  /** Everything raised or lowered, and today's other sections and languages. */
  readonly lifts: readonly Lift[]
  /** Today's first stories: each with its rank, its rank without the reader's settings, and the parts of its score. */
  readonly first: readonly {
    readonly id: string
    readonly title: string
    readonly language: string
    readonly place: number
    readonly standingPlace: number
    readonly parts: ScoreParts
  }[]
  /** Only on request. None applies until it is accepted. */
  readonly suggestions: readonly (Omit<Lift, 'weight' | 'why'> & { readonly savedCount: number })[]
}

const percent = z.coerce.number<number>().int().min(0).max(200)
const slidersInput = z.strictObject({
  ...(Object.fromEntries(rankingFactors.map((factor) => [factor, percent])) as Record<RankingFactor, typeof percent>),
  suggests: z.boolean(),
})
const target = z.string().trim().min(1).max(400)
const liftInput = z.strictObject({
  kind: z.enum(liftKinds),
  target,
  weight: z.coerce.number<number>().int().min(-100).max(100),
})

export const getRanking = defineOperation({
  name: 'get_ranking',
  minRole: 'reader',
  summary: 'The reader’s ranking of the news and its effect on today’s top stories; other weights can be previewed',
  input: z.strictObject({ tried: slidersInput.optional(), triedLifts: z.array(liftInput).max(mostLifts).optional() }),
  async run(context, { tried, triedLifts = [] }): Promise<RankingView> {
    const { store, reader } = context
    const until = context.now().toISOString()
    const from = new Date(Date.parse(until) - DAY_MS).toISOString()
    const [kept = defaultSliders, keptLifts, follows, outlines, muted] = await Promise.all([
      store.rankings.find(reader.id),
      store.rankings.listLifts(reader.id),
      store.follows.list(reader.id),
      store.stories.listOutlines({ from, until }),
      mutedLists(context, undefined, 'stories'),
    ])
    const stories = muted.sift(outlines, mutableOutline)
    const lifts = withToday(keptLifts, stories).map((lift) => {
      const given = triedLifts.find(({ kind, target }) => kind === lift.kind && target === lift.target)
      return given ? { ...lift, weight: given.weight } : lift
    })
    const sliders = tried ? readSliders(tried) : kept
    const isFollowed = followedBy(follows)
    const order = (given: Sliders, givenLifts: readonly Lift[]) => {
      const weighing = weighingOf(given, givenLifts, follows)
      const items = stories.map((story) => rankable(story, isFollowed(story), weighing))
      return rankToday(items, until, weighing.weights)
    }
    const standing = new Map(order(defaultSliders, []).map(({ item }, index) => [item.id, index + 1]))
    return {
      sliders,
      isTried: tried !== undefined,
      lifts,
      first: order(sliders, lifts)
        .slice(0, SHOWN)
        .map(({ item: { story }, parts }, index) => ({
          id: story.id,
          title: story.title,
          language: story.language,
          place: index + 1,
          standingPlace: standing.get(story.id)!,
          parts,
        })),
      suggestions: kept.suggests ? await suggestLifts(context, keptLifts) : [],
    }
  },
})

export const setRanking = defineOperation({
  name: 'set_ranking',
  minRole: 'reader',
  summary: 'Sets the reader’s ranking of the news',
  input: z.strictObject({ sliders: slidersInput, lifts: z.array(liftInput).max(mostLifts) }),
  async run(context, { sliders, lifts }): Promise<true> {
    const { store, reader } = context
    const at = context.now().toISOString()
    const known = new Map((await store.rankings.listLifts(reader.id)).map((lift) => [targetKey(lift), lift]))
    const moved = lifts.flatMap((lift) => {
      const was = known.get(targetKey(lift))
      if (was?.weight === lift.weight || (!was && lift.weight === 0)) return []
      return [{ ...lift, label: was?.label ?? lift.target, why: was?.why ?? '' }]
    })
    await store.rankings.set(reader.id, readSliders(sliders), at)
    await store.rankings.setLifts(reader.id, moved, at)
    return true
  },
})

export const resetRanking = defineOperation({
  name: 'reset_ranking',
  minRole: 'reader',
  summary: 'Resets the ranking of the news to the default',
  input: z.strictObject({}),
  async run({ store, reader }): Promise<true> {
    await store.rankings.reset(reader.id)
    return true
  },
})

/** Percentage by which an accepted suggestion raises a thing. */
const acceptedWeight = 50

export const answerLift = defineOperation({
  name: 'answer_lift',
  minRole: 'reader',
  summary: 'Accepts a ranking suggestion, dismisses it for good, or removes a raised or lowered item',
  input: z.strictObject({ kind: z.enum(liftKinds), target, answer: z.enum(['accept', 'decline', 'remove']) }),
  async run(context, { kind, target, answer }): Promise<true | undefined> {
    const { store, reader } = context
    if (answer === 'remove') return (await store.rankings.removeLift(reader.id, kind, target)) ? true : undefined
    const suggested = await suggestLifts(context, await store.rankings.listLifts(reader.id))
    const found = suggested.find((each) => each.kind === kind && each.target === target)
    if (!found) return undefined
    const { label, savedCount } = found
    const weight = answer === 'accept' ? acceptedWeight : 0
    const lift = { kind, target, label, weight, why: `saved:${savedCount}` }
    await store.rankings.setLifts(reader.id, [lift], context.now().toISOString())
    return true
  },
})

/** Everything raised or lowered, followed by today's other sections and languages at zero. */
function withToday(lifts: readonly Lift[], stories: readonly OutlinedStory[]): readonly Lift[] {
  const known = new Set(lifts.map(targetKey))
  const sections = new Set(stories.flatMap(({ section }) => section ?? []))
  const languages = new Set(
    stories.map(({ outline }) => primaryLanguage(outline.language)).filter((tag) => tag !== 'und'),
  )
  const fresh = (kind: Lift['kind'], targets: ReadonlySet<string>) =>
    [...targets].sort().map((each): Lift => ({ kind, target: each, label: each, weight: 0, why: '' }))
  return [
    ...lifts,
    ...[...fresh('section', sections), ...fresh('language', languages)].filter((lift) => !known.has(targetKey(lift))),
  ]
}
