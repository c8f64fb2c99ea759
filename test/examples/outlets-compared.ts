import { asId, type SourceId } from '../../src/core/ids.ts'
import type { ComparedList, ComparedOutlet, OutletsCompared } from '../../src/operations/feeds/compared-views.ts'
import { compareOutletsPage } from '../../src/web/feeds/pages/compare-outlets.ts'
import type { Reader } from '../../src/web/reader.ts'
import type { Answers } from './answers.ts'
import { articleIdOf, citeWords, ellind, reyd, story, storyId } from './story.ts'
import { copy, hostile, own, wire } from './texts.ts'

const toll = citeWords(wire, 'I don’t think you need a toll on the bridge,')
const choices = [wire, copy, own, hostile].map(({ outlet }, index) => ({
  id: asId<SourceId>(`source-${index + 1}`),
  name: outlet,
}))
const chosen = { from: '2026-02-16', to: '2026-03-17', choices }
const ofStory = { id: storyId, title: story.dossier.headline.title }

function compared(index: number, rest: Partial<ComparedOutlet> = {}): ComparedOutlet {
  return {
    ...choices[index]!,
    onlyCount: 12,
    alsoElsewhereCount: 5,
    firstCount: 7,
    medianMinutes: 95,
    ownShare: 0.74,
    articleCount: 20,
    undecidedCount: 1,
    leftOutCount: 3,
    pointCount: 18,
    correctedCount: 2,
    medianDays: 1,
    speakers: [
      { speaker: ellind, quoteCount: 4 },
      { speaker: reyd, quoteCount: 1 },
    ],
    words: [{ word: 'toll', count: 21, otherCount: 2, storyCount: 6, citation: toll, language: 'en' }],
    ...rest,
  }
}

type Both = OutletsCompared & { readonly kind: 'compared' }

export const outletsCompared: Both = {
  kind: 'compared',
  ...chosen,
  outlets: [compared(0), compared(2, { firstCount: 0, correctedCount: 0, words: [] })],
  bothCount: 300,
  readCount: 200,
  firstUnknownCount: 4,
  hasWords: true,
}

const few: Both = {
  ...outletsCompared,
  outlets: [compared(0, { firstCount: 0, speakers: [], pointCount: 0 }), compared(3, { onlyCount: 0 })],
  bothCount: 3,
  readCount: 3,
  firstUnknownCount: 0,
  hasWords: false,
}

const nothingInCommon: Both = { ...few, bothCount: 0, readCount: 0 }

const articles = [articleIdOf(wire), articleIdOf(own)] as const
const article = { id: articleIdOf(wire), title: wire.title, at: wire.at }
const cited = { citation: toll, language: 'en' }
const lists: readonly ComparedList[] = [
  { kind: 'first-a', items: [{ story: ofStory, articles, minutes: 95 }], count: 61, page: 2, pageCount: 3 },
  {
    kind: 'own-b',
    items: [
      { story: ofStory, article, ownShare: 0.4 },
      { story: ofStory, article },
    ],
    count: 2,
    page: 1,
    pageCount: 1,
  },
  { kind: 'left-out-a', items: [{ story: ofStory, ...cited, outlet: own.outlet }], count: 1, page: 1, pageCount: 1 },
  { kind: 'corrections-a', items: [{ article, ...cited, days: 2 }], count: 1, page: 1, pageCount: 1 },
  { kind: 'said-a', speaker: ellind, items: [{ story: ofStory, ...cited }], count: 1, page: 1, pageCount: 1 },
  { kind: 'only-b', items: [], count: 0, page: 1, pageCount: 1 },
]

function refused(why: (OutletsCompared & { kind: 'refused' })['why']): OutletsCompared {
  return { kind: 'refused', why, detail: 'Choose others.', ...chosen }
}

export const comparedOutlets = {
  compare_outlets: async ({ a, b, list }) => {
    if (a === undefined || b === undefined) return { kind: 'choose', ...chosen }
    if (a === b) return refused('same')
    if (b === 'none') return refused('no-such-source')
    if (b === 'source-4') return few
    const shown = lists.find(({ kind }) => kind === list)
    return shown ? { ...outletsCompared, list: shown } : outletsCompared
  },
} satisfies Answers

const page = (view: OutletsCompared) => (reader: Reader) => compareOutletsPage(view, { a: 'source-1' }, reader)

export const comparedPages = {
  compare_outlets: page(outletsCompared),
  'outlets with few stories in common': page(few),
  'outlets with nothing in common': page(nothingInCommon),
  'outlets to choose from': page({ kind: 'choose', ...chosen }),
  'no outlets to choose from': page({ kind: 'choose', ...chosen, choices: [] }),
  'the same outlet twice': page(refused('same')),
  'days the wrong way round': page(refused('reversed')),
  ...Object.fromEntries(lists.map((list) => [`what ${list.kind} counts`, page({ ...outletsCompared, list })])),
}
