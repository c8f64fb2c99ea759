import type { EntityKind } from '../core/annotation.ts'
import type { EntityId, StoryId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import { contentStems, sharedCount, wordsOf } from './words.ts'

/** What it takes to relate a story to others; small enough to hold hundreds in memory. */
export type RelationSummary = {
  readonly id: StoryId
  readonly title: string
  /** ISO 8601: publication of the first and the last article. */
  readonly firstAt: string
  readonly lastAt: string
  /** `count`: in how many of the story's documents it is named. */
  readonly entities: readonly {
    readonly id: EntityId
    readonly name: string
    readonly kind: EntityKind
    readonly count: number
  }[]
  /** Stems of the content words of headline and brief. */
  readonly words: readonly string[]
}

export type RelationReason = 'leads to' | 'follows' | 'same people' | 'same place'
export type Relation = { readonly id: StoryId; readonly reason: RelationReason; readonly score: number }

const maxRelated = 6
const maxEntities = 12
const HOUR_MS = 3_600_000
const sequenceDays = 10

/** The summary of a story, from its dossier and the times of its first and last article. */
export function summarizeForRelation(
  dossier: Dossier,
  times: { readonly firstAt: string; readonly lastAt: string },
): RelationSummary {
  const text = [dossier.headline.title, ...dossier.brief.map((point) => point.text)].join('\n')
  return {
    id: dossier.storyId,
    title: dossier.headline.title,
    firstAt: times.firstAt,
    lastAt: times.lastAt,
    entities: (dossier.entities ?? []).slice(0, maxEntities).map(({ entity, documentCount }) => ({
      id: entity.id,
      name: entity.name,
      kind: entity.kind,
      count: documentCount,
    })),
    words: [...contentStems(wordsOf(text))],
  }
}

/**
 * The stories related to one, each with the reason: an earlier story on the same matter `leads to` it, a later one `follows`
 * it, others are about the `same people` or the `same place`. An entity counts by how few of the stories name it, so a name
 * that is everywhere relates nothing. At most six; none rather than filler.
 */
export function relate(story: RelationSummary, others: readonly RelationSummary[]): Relation[] {
  const rarity = rarityOf([story, ...others])
  const own = nameless(story)
  return others
    .flatMap((other): Relation[] => (other.id === story.id ? [] : relationTo(story, own, other, rarity)))
    .sort((a, b) => b.score - a.score)
    .slice(0, maxRelated)
}

function relationTo(
  story: RelationSummary,
  own: ReadonlySet<string>,
  other: RelationSummary,
  rarity: (id: string) => number,
): Relation[] {
  const shared = story.entities.filter((entity) => other.entities.some(({ id }) => id === entity.id))
  if (shared.length === 0) return []
  const names = shared.reduce((sum, entity) => sum + rarity(entity.id), 0)
  const theirs = nameless(other)
  const words = sharedCount(own, theirs)
  const likeness = likenessOf(own, theirs)
  const score = names + 4 * likeness
  const base = { id: other.id, score: Math.round(score * 1000) / 1000 }
  // A long affair puts its names into many stories: the more words two of them share, the commoner the names may be.
  const isSameMatter =
    shared.length >= 2 && words >= 4 && ((names >= 1.2 && likeness >= 0.16) || (names >= 0.5 && likeness >= 0.28))
  if (isSameMatter) {
    const order = orderOf(story, other)
    if (order) return [{ ...base, reason: order }]
  }
  const people = shared.filter((entity) => entity.kind !== 'place')
  if (isEnough(people, rarity)) return [{ ...base, reason: 'same people' }]
  const places = shared.filter((entity) => entity.kind === 'place')
  if (isEnough(places, rarity) && likeness >= 0.08) return [{ ...base, reason: 'same place' }]
  return []
}

/** How alike two texts are by their stems: the cosine of the sets, 0 to 1. */
export function likenessOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  return sharedCount(a, b) / Math.sqrt(Math.max(1, a.size * b.size))
}

/** Two names, or one that few stories hold. */
function isEnough(shared: readonly { readonly id: EntityId }[], rarity: (id: string) => number): boolean {
  const weight = shared.reduce((sum, entity) => sum + rarity(entity.id), 0)
  return weight >= 1.2 || (shared.length === 1 && weight >= 0.8)
}

/** `leads to` for an earlier story, `follows` for a later one, when their beginnings lie hours apart and days at most. */
function orderOf(story: RelationSummary, other: RelationSummary): 'leads to' | 'follows' | undefined {
  const apart = Date.parse(other.firstAt) - Date.parse(story.firstAt)
  const gap = Math.max(
    Date.parse(other.firstAt) - Date.parse(story.lastAt),
    Date.parse(story.firstAt) - Date.parse(other.lastAt),
  )
  if (Math.abs(apart) < 6 * HOUR_MS || gap > sequenceDays * 24 * HOUR_MS) return undefined
  return apart < 0 ? 'leads to' : 'follows'
}

/** The words that are not part of a name: what happens, rather than to whom. */
function nameless(summary: RelationSummary): Set<string> {
  const names = new Set(summary.entities.flatMap((entity) => wordsOf(entity.name).map((word) => word.stem)))
  return new Set(summary.words.filter((word) => !names.has(word)))
}

/** 1 for a name only two stories hold, falling towards 0 for one that half of them hold. */
function rarityOf(stories: readonly RelationSummary[]): (id: string) => number {
  const counts = new Map<string, number>()
  for (const { entities } of stories) for (const { id } of entities) counts.set(id, (counts.get(id) ?? 0) + 1)
  const total = Math.max(8, stories.length)
  return (id) => Math.max(0, Math.log(total / 2 / Math.max(1, (counts.get(id) ?? 1) - 1)) / Math.log(total / 2))
}
