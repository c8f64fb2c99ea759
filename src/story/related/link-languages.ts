import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import { soundKey } from '../people/sound-key.ts'
import type { RelationSummary } from './relation-summary.ts'

/** Two stories in different languages about one event. They stay separate; the link lists the evidence. */
export type LanguageLink = {
  readonly a: StoryId
  readonly b: StoryId
  /** How much of their names and facts they share, 0 to 1. */
  readonly score: number
  /** Names in common, as written in `a` if it has them, otherwise as in `b`. */
  readonly names: readonly string[]
  /** Calendar days (`2026-03-09`) and numbers in common. */
  readonly days: readonly string[]
  readonly numbers: readonly number[]
}

const DAY_MS = 86_400_000
const mostDaysApart = 3
/** How many other stories are assumed, so that marks in a small store still count. */
const priorStories = 40
/** Weight of each kind of mark, for names and for facts; see `languageMarks`. */
export const nameWeights: { readonly [kind: string]: number } = { p: 1, w: 0.5, c: 0.25 }
const factWeights: { readonly [kind: string]: number } = { n: 1, d: 1 }
/** Tuned on one half of our own set (`lab/eval/related/languages.jsonl`), measured on the other. */
const leastScore = 0.3
const leastNames = 0.7
const leastFacts = 0.6
/** Days alone are shared by everything published about an affair on one day. */
const leastNumbers = 0.4

/**
 * Links stories across languages by what reads the same in all: names by sound, countries, days and numbers. Both names and facts must be
 * shared, including a number, each weighted by its rarity among stories. Each story must be the other's nearest in its language, within
 * three days. With `of`, returns only the links of that story, as `a`. Pure.
 */
export function linkLanguages(stories: readonly RelationSummary[], of?: StoryId): LanguageLink[] {
  const weighed = weighMarks(stories)
  const nearest = (at: number, language: string) => nearestIn(stories, weighed, at, language)
  const languages = [...new Set(stories.map(({ language }) => language))]
  const links = stories.flatMap((story, at) => {
    if (of !== undefined && story.id !== of) return []
    return languages.flatMap((language): LanguageLink[] => {
      if (language === story.language) return []
      const found = nearest(at, language)
      if (!found || (of === undefined && found.to < at)) return []
      if (nearest(found.to, story.language)?.to !== at) return []
      // Checked last: the nearest story without a common number is a better guess than a farther one with it, but still no link.
      if (sharedOf(weighed(at).facts, weighed(found.to).facts, 'n:') < leastNumbers) return []
      return [linkOf(story, nth(stories, found.to), found.score)]
    })
  })
  return links.sort((x, y) => y.score - x.score)
}

/** The marks of a story by weight, names and facts separately, and the sums of both. */
type Weighed = {
  readonly names: ReadonlyMap<string, number>
  readonly facts: ReadonlyMap<string, number>
  readonly nameSum: number
  readonly factSum: number
}

function weighMarks(stories: readonly RelationSummary[]): (at: number) => Weighed {
  const made = new Map<number, Weighed>()
  return (at) => {
    const known = made.get(at)
    if (known) return known
    const rarity = rarityOfMarks(stories)
    const weights = (byKind: { readonly [kind: string]: number }) =>
      new Map(
        (stories[at]?.marks ?? []).flatMap((mark) => {
          const weight = byKind[mark.charAt(0)]
          return weight === undefined ? [] : [[mark, weight * rarity(mark)] as const]
        }),
      )
    const sum = (marks: ReadonlyMap<string, number>) => marks.values().reduce((total, weight) => total + weight, 0)
    const [names, facts] = [weights(nameWeights), weights(factWeights)]
    const weighed = { names, facts, nameSum: sum(names), factSum: sum(facts) }
    made.set(at, weighed)
    return weighed
  }
}

type Nearest = { readonly to: number; readonly score: number }

function nearestIn(
  stories: readonly RelationSummary[],
  weighed: (at: number) => Weighed,
  at: number,
  language: string,
): Nearest | undefined {
  let found: Nearest | undefined
  for (const [to, other] of stories.entries()) {
    if (other.language !== language || !areCloseInTime(nth(stories, at), other)) continue
    const score = agreement(weighed(at), weighed(to))
    if (score >= leastScore && score > (found?.score ?? 0)) found = { to, score }
  }
  return found
}

/** The geometric mean of the shares of names and of facts that two stories have in common; 0 without enough of both. */
function agreement(a: Weighed, b: Weighed): number {
  const names = sharedOf(a.names, b.names)
  if (names < leastNames) return 0
  const facts = sharedOf(a.facts, b.facts)
  if (facts < leastFacts) return 0
  return Math.sqrt((names / Math.min(a.nameSum, b.nameSum)) * (facts / Math.min(a.factSum, b.factSum)))
}

function sharedOf(a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>, kind = ''): number {
  let sum = 0
  for (const [mark, weight] of a) if (mark.startsWith(kind) && b.has(mark)) sum += weight
  return sum
}

const rarities = new WeakMap<readonly RelationSummary[], (mark: string) => number>()

/** 1 for a mark of one story, 0 for one that all have. Cached with the stories. */
export function rarityOfMarks(stories: readonly RelationSummary[]): (mark: string) => number {
  const known = rarities.get(stories)
  if (known) return known
  const counts = new Map<string, number>()
  for (const { marks } of stories) for (const mark of marks) counts.set(mark, (counts.get(mark) ?? 0) + 1)
  const total = Math.log(stories.length + priorStories)
  const rarity = (mark: string) => 1 - Math.log(counts.get(mark) ?? 1) / total
  rarities.set(stories, rarity)
  return rarity
}

/** True for stories within so many days of each other. */
export function areCloseInTime(a: RelationSummary, b: RelationSummary, days = mostDaysApart): boolean {
  const [here, there] = [timesOf(a), timesOf(b)]
  return Math.max(there.first - here.last, here.first - there.last) <= days * DAY_MS
}

type Times = { readonly first: number; readonly last: number }
const read = new WeakMap<RelationSummary, Times>()

/** The first and the last time of a story, read once: each is compared with all others. */
function timesOf(story: RelationSummary): Times {
  const known = read.get(story)
  if (known) return known
  const times = { first: Date.parse(story.firstAt), last: Date.parse(story.lastAt) }
  read.set(story, times)
  return times
}

/** What two stories have in common that reads the same in both languages. */
export function linkOf(a: RelationSummary, b: RelationSummary, score: number): LanguageLink {
  const theirs = new Set(b.marks)
  const shared = a.marks.filter((mark) => theirs.has(mark))
  const after = (kind: string) => shared.flatMap((mark) => (mark.startsWith(kind) ? [mark.slice(2)] : []))
  const names = namedIn(a, shared)
  return {
    a: a.id,
    b: b.id,
    score: Math.round(score * 1000) / 1000,
    names: names.length > 0 ? names : namedIn(b, shared),
    days: after('d:'),
    numbers: after('n:').map(Number),
  }
}

/** The names of a story that are among the marks. */
function namedIn(story: RelationSummary, shared: readonly string[]): string[] {
  const keys = new Set(shared)
  return story.entities.flatMap(({ name }) => {
    const words = name.split(/\s+/).map((word) => soundKey(word, story.language))
    const isShared = words.some((key, at) => keys.has(`p:${key} ${words[at + 1]}`) || keys.has(`w:${key}`))
    return isShared ? [name] : []
  })
}
