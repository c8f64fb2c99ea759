import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { SourceId } from '../../core/ids.ts'
import type { StoryOfPair } from '../../store/feeds/outlet-pair.ts'
import { countWords } from '../../story/outlets/chosen-words.ts'
import { medianOf, type Pair, pairFacts, type Side } from '../../story/outlets/pair-facts.ts'
import { day, entityId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { type Corrected, correctedArticles, itemsOf, type ReadStory, speakersOf } from './compared-items.ts'
import {
  type ComparedList,
  type ComparedOutlet,
  comparedLists,
  type OutletsCompared,
  outletCalled,
} from './compared-views.ts'
import { addTexts, citedWords } from './compared-words.ts'

const dayMs = 86_400_000
/** Days compared if none are given, and the most. */
const usualDays = 30
const mostDays = 31
/** Outlets to choose from: a page of more would be too long. */
const mostChoices = 120
/** The latest stories of both whose dossiers are read, and how many at a time. */
const mostStories = 200
const atOnce = 20
const perPage = 30
/** Its id or its name. */
const outlet = z.string().min(1).max(200)

const details = {
  same: 'These are the same outlet. Choose two different ones.',
  'no-such-source': 'There is no such outlet here. Choose one of the list.',
  reversed: 'The first day is after the last. Exchange them.',
  'too-long': `That is more than ${mostDays} days. Choose a shorter period.`,
} as const

export const compareOutlets = defineOperation({
  name: 'compare_outlets',
  minRole: 'reader',
  summary:
    'Two outlets in the stories both reported: who was first, own text, what each left out, corrections, quotations, words. No verdict',
  input: z.strictObject({
    a: outlet.optional(),
    b: outlet.optional(),
    /** First and last day on which articles were published, UTC. */
    from: day.optional(),
    to: day.optional(),
    /** What to list, a page at a time. */
    list: z.enum(comparedLists).optional(),
    /** Whose quotations to list. */
    speaker: entityId.optional(),
    page: z.coerce.number<number>().int().min(1).max(10_000).default(1),
  }),
  async run(context, { a, b, list, speaker, page, ...days }): Promise<OutletsCompared> {
    const { store, reader, now } = context
    const to = days.to ?? dayOf(days.from === undefined ? now().getTime() : endOf(days.from, now().getTime()))
    const from = days.from ?? dayOf(Date.parse(to) - (usualDays - 1) * dayMs)
    const length = (Date.parse(to) - Date.parse(from)) / dayMs + 1
    const period = {
      from: `${from}T00:00:00.000Z`,
      until: new Date(Date.parse(to) + dayMs).toISOString(),
    }
    const given = [a, b].filter((id) => id !== undefined)
    const isPeriod = length >= 1 && length <= mostDays
    const known = isPeriod ? period : { from: dayOf(now().getTime() - usualDays * dayMs), until: now().toISOString() }
    const choices = await store.outlets.outletsOf(reader.id, known, given, mostChoices)
    const chosen = { from, to, choices }
    const refused = (why: keyof typeof details) => ({ kind: 'refused' as const, why, detail: details[why], ...chosen })
    const named = given.map((one) => outletCalled(one, choices))
    if (named.includes(undefined)) return refused('no-such-source')
    if (!isPeriod) return refused(length < 1 ? 'reversed' : 'too-long')
    const [outletA, outletB] = named
    if (!outletA || !outletB) return { kind: 'choose', ...chosen }
    if (outletA.id === outletB.id) return refused('same')

    const outlets: Pair<SourceId> = [outletA.id, outletB.id]
    const stories = await store.outlets.storiesOfPair(outlets, period)
    const both = stories.filter(({ sources }) => sources.length === 2)
    const only = outlets.map((id) => stories.filter(({ sources, isPublic }) => isPublic && isOnlyOf(id, sources)))
    const rest = both.slice(mostStories).filter(({ isPublic }) => isPublic)
    const { read, words } = await readStories(context, outlets, both, list === undefined)
    const corrected = await correctedArticles(store, outlets, period)
    const favored = words?.favored() ?? { kind: 'no-texts' }
    const shown = favored.kind === 'found' ? await citedWords(store, favored.words) : [[], []]
    const outletFigures = (side: Side): ComparedOutlet => {
      const own = only[side]!
      return {
        ...(side === 0 ? outletA : outletB),
        onlyCount: own.length,
        alsoElsewhereCount: own.filter(({ outletCount }) => outletCount > 1).length,
        ...figuresOf(side, read),
        ...correctionsIn(corrected[side]),
        words: shown[side]!,
      }
    }
    return {
      kind: 'compared',
      ...chosen,
      outlets: [outletFigures(0), outletFigures(1)],
      bothCount: read.length + rest.length,
      readCount: read.length,
      firstUnknownCount: read.filter(({ facts }) => facts.first.kind !== 'first').length,
      hasWords: favored.kind === 'found',
      ...(list !== undefined && { list: pageOf(list, { read, rest, only, corrected, speaker }, page) }),
    }
  },
})

function dayOf(ms: number): string {
  return new Date(ms).toISOString().slice(0, 10)
}

/** The last day of a period that begins with one: not after today. */
function endOf(from: string, nowMs: number): number {
  return Math.max(Date.parse(from), Math.min(nowMs, Date.parse(from) + (usualDays - 1) * dayMs))
}

function isOnlyOf(id: SourceId, sources: readonly SourceId[]): boolean {
  return sources.length === 1 && sources[0] === id
}

/** Reads the latest stories of both, some at a time; with their texts, if words are to be counted. */
async function readStories(
  { store }: OperationContext,
  outlets: Pair<SourceId>,
  both: readonly StoryOfPair[],
  hasWords: boolean,
): Promise<{ readonly read: readonly ReadStory[]; readonly words?: ReturnType<typeof countWords> }> {
  const words = hasWords ? countWords() : undefined
  const ids = both.slice(0, mostStories).map(({ id }) => id)
  const read: ReadStory[] = []
  for (let start = 0; start < ids.length; start += atOnce) {
    const rows = await store.stories.findMany(ids.slice(start, start + atOnce))
    const found = rows.flatMap(({ id, dossier }) => {
      const facts = dossier && pairFacts(dossier, outlets)
      return dossier && facts ? [{ id, dossier, facts }] : []
    })
    for (const { id, dossier, facts } of found) {
      const nameOf = new Map(dossier.members.map(({ documentId, sourceName }) => [documentId, sourceName]))
      const story = { id, title: dossier.headline.title }
      read.push({ story, facts, language: dossier.language, outletOf: (cited) => nameOf.get(cited) })
    }
    if (words) await addTexts(store, words, found, outlets)
    await nextTurn()
  }
  return { read, ...defined({ words }) }
}

/** The figures of the stories that both reported. */
function figuresOf(side: Side, read: readonly ReadStory[]) {
  const own = read.flatMap(({ facts }) => facts.sides[side])
  const first = read.flatMap(({ facts: { first } }) => (first.kind === 'first' && first.side === side ? [first] : []))
  const articles = own.flatMap((each) => each.articles)
  const shares = articles.flatMap(({ share }) => share ?? [])
  const medianMinutes = medianOf(first.flatMap(({ minutes }) => minutes ?? []))
  const ownShare = shares.length === 0 ? undefined : shares.reduce((sum, share) => sum + share, 0) / shares.length
  return {
    firstCount: first.length,
    articleCount: articles.length,
    undecidedCount: articles.length - shares.length,
    leftOutCount: own.reduce((sum, { leftOut }) => sum + leftOut.length, 0),
    pointCount: own.reduce((sum, { pointCount }) => sum + pointCount, 0),
    speakers: speakersOf(own.flatMap(({ said }) => said)),
    ...defined({ medianMinutes, ownShare }),
  }
}

function correctionsIn(corrected: readonly Corrected[]) {
  const medianDays = medianOf(corrected.flatMap(({ days }) => days ?? []))
  return { correctedCount: corrected.length, ...defined({ medianDays }) }
}

function pageOf(kind: ComparedList['kind'], counted: Parameters<typeof itemsOf>[1], asked: number): ComparedList {
  const { items, speaker } = itemsOf(kind, counted)
  const pageCount = Math.max(1, Math.ceil(items.length / perPage))
  const page = Math.min(asked, pageCount)
  const shown = items.slice((page - 1) * perPage, page * perPage)
  return { kind, ...defined({ speaker }), items: shown, count: items.length, page, pageCount }
}
