import { type Citation, cite } from '../../src/core/citation.ts'
import type { Coverage } from '../../src/core/coverage.ts'
import {
  type ArticleId,
  asId,
  type DocumentId,
  type EntityId,
  type SourceId,
  type StoryId,
} from '../../src/core/ids.ts'
import type { Dossier, Member, Report, Utterance } from '../../src/core/story.ts'
import type { StoryView } from '../../src/operations/views.ts'
import { overviewOf, story } from './story.ts'

/** A story of 60 articles in 20 reports and 200 quotations by 30 people, of invented words drawn by a fixed rule. */
const [articleCount, reportCount, speakerCount, quoteCount] = [60, 20, 30, 200]
const startMs = Date.parse('2026-03-16T05:00:00Z')

/** The same draw for the same seed (mulberry32), so that what is measured stays the same. */
function drawsFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}

const draw = drawsFrom(7)
const syllables = 'ka lo mer tin sa vel dor an ber is ol fen gar hul im jor ne pra qui rus ta um wes yel zan'.split(' ')
const below = (count: number) => Math.floor(draw() * count)
const word = (length = 1 + below(3)) => Array.from({ length }, () => syllables[below(syllables.length)]).join('')
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)
// Few words make most of a text, as in any language: that decides how well a page compresses.
const vocabulary = Array.from({ length: 2500 }, () => word())
const common = () => vocabulary[Math.floor(vocabulary.length * draw() ** 3)]!
const sentence = (words = 12 + below(16)) => `${capital(Array.from({ length: words }, common).join(' '))}.`
const name = () => `${capital(word(2))} ${capital(word(2 + below(2)))}`

const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const digest = (length: number) => Array.from({ length }, () => letters[below(64)]).join('')

const outlets = Array.from(
  { length: articleCount },
  () => `${capital(word(2))} ${['Post', 'Echo', 'Times', 'Journal'][below(4)]}`,
)
const texts = outlets.map((outlet) => {
  const blocks = Array.from({ length: 14 }, () => sentence())
  const id = asId<DocumentId>(digest(20))
  return { id, outlet, title: sentence(9).slice(0, -1), text: blocks.join('\n'), blocks }
})

function citeBlock(document: number, block: number): Citation {
  const { id, text, blocks } = texts[document]!
  const start = text.indexOf(blocks[block]!)
  return cite({ id, text }, { start, end: start + blocks[block]!.length })
}
const anywhere = () => citeBlock(below(articleCount), below(14))
// Ids as long and as random as real ones: they do not compress.
const articleIds = outlets.map(() => {
  const hex = (length: number) => Array.from({ length }, () => below(16).toString(16)).join('')
  return asId<ArticleId>(`01a21065-${hex(4)}-7${hex(3)}-9${hex(3)}-${hex(12)}`)
})
const articleIdOf = (index: number) => articleIds[index]!
const groupOf = (index: number) => (index < reportCount ? index : below(3))
const timeOf = (index: number) => new Date(startMs + index * 31 * 60_000 + below(1200) * 1000).toISOString()

const members: readonly Member[] = texts.map(({ id, outlet, title }, index) => {
  const group = groupOf(index)
  const isCopy = index >= reportCount
  return {
    articleId: articleIdOf(index),
    documentId: id,
    sourceId: asId<SourceId>(`source-${index}`),
    sourceName: outlet,
    title,
    publishedAt: timeOf(index),
    kind: 'article',
    completeness: { kind: 'complete' },
    own: isCopy ? below(20) / 100 : 1,
    group,
    role: isCopy ? 'copy' : 'original',
    ...(isCopy && { copiedFrom: texts[group]!.id }),
  }
})

const reports: readonly Report[] = Array.from({ length: reportCount }, (_, group) => ({
  group,
  originName: outlets[group]!,
  how: group < 3 ? 'credit' : 'alone',
  documentIds: members.filter((member) => member.group === group).map(({ documentId }) => documentId),
}))

function utterance(): Utterance {
  const citation = anywhere()
  const carried = outlets.slice(0, 1 + below(9))
  const first = { citation, kind: 'direct' as const, confidence: 0.9, pattern: 'cue-right', cue: anywhere() }
  const others = draw() < 0.3 ? [{ ...first, citation: anywhere() }] : []
  return { wordings: [{ ...first, cue: shortly(citation) }, ...others], outlets: carried }
}
const shortly = ({ documentId, span, exact }: Citation): Citation => ({
  documentId,
  span: { start: span.start, end: span.start + 5 },
  exact: exact.slice(0, 5),
})

const perSpeaker = Array.from({ length: speakerCount }, (_, index) => Math.max(1, Math.round(40 / (index + 1.6))))
const surplus = quoteCount - perSpeaker.reduce((sum, count) => sum + count, 0)

const cell = (): Coverage => {
  const kind = draw()
  if (kind < 0.4) return { kind: 'carries', citation: anywhere() }
  return kind < 0.7 ? { kind: 'left-out' } : { kind: 'not-known', why: 'similar' }
}

const dossier: Dossier = {
  ...story.dossier,
  headline: { documentId: texts[0]!.id, title: texts[0]!.title },
  members,
  reports,
  shared: members
    .filter(({ role }) => role === 'copy')
    .map(({ documentId, group }) => ({
      documentId,
      otherId: texts[group]!.id,
      kind: 'cut-copy' as const,
      count: 9,
      passages: Array.from({ length: 3 }, () => ({ here: anywhere(), there: anywhere() })),
    })),
  retellings: [],
  brief: Array.from({ length: 6 }, () => {
    const citation = anywhere()
    return { text: citation.exact, citations: [citation, anywhere(), anywhere()], outlets: outlets.slice(0, 20) }
  }),
  ledger: perSpeaker.map((count, index) => ({
    speaker: { id: asId<EntityId>(`person:${index}`), kind: 'person', name: name() },
    role: shortly(anywhere()),
    utterances: Array.from({ length: count + (index === 0 ? Math.max(0, surplus) : 0) }, utterance),
  })),
  unattributed: Array.from({ length: 12 }, utterance),
  timeline: Array.from({ length: 20 }, (_, index) => {
    const citation = anywhere()
    return {
      date: new Date(startMs + (index - 14) * 40 * 3_600_000).toISOString().slice(0, 10),
      text: citation.exact,
      citations: [citation] as const,
      expression: shortly(citation),
      isPlanned: index > 15,
    }
  }),
  differences: Array.from({ length: 4 }, () => ({
    kind: 'dispute' as const,
    a: { speaker: name(), citation: anywhere() },
    b: { speaker: name(), citation: anywhere() },
    signal: anywhere(),
    why: 'A reporter says that one contradicts the other.',
  })),
  commitments: Array.from({ length: 8 }, () => {
    const citation = anywhere()
    return { by: name(), statement: { text: citation.exact, citations: [citation] as const }, due: shortly(citation) }
  }),
  figures: Array.from({ length: 4 }, (_, figure) => ({
    unit: `${word()} counted`,
    readings: Array.from({ length: 9 }, (_, index) => ({
      at: timeOf(index * 6),
      value: (index + 1) * (figure + 3) * 7,
      citation: anywhere(),
    })),
  })),
  coverage: {
    outlets,
    points: Array.from({ length: 14 }, () => {
      const citation = anywhere()
      return {
        of: 'sentence' as const,
        text: citation.exact,
        citations: [citation] as const,
        knownAt: timeOf(1),
        isOnlyHere: false,
        cells: outlets.map(cell),
      }
    }),
  },
}

export const bigStory: StoryView = {
  ...story,
  id: asId<StoryId>('story-big'),
  dossier,
  overview: overviewOf(dossier),
  firstAt: members[0]!.publishedAt,
  lastAt: members.at(-1)!.publishedAt,
  documents: Object.fromEntries(
    texts.map(({ id, outlet, title, text, blocks }, index) => [
      id,
      {
        documentId: id,
        articleId: articleIdOf(index),
        sourceName: outlet,
        title,
        publishedAt: timeOf(index),
        url: `https://outlet${index}.example/news/${index}`,
        blockStarts: blocks.map((block) => text.indexOf(block)),
        language: 'en',
      },
    ]),
  ),
  reasons: Object.fromEntries(
    members.map(({ articleId }) => [
      articleId,
      { score: 0.7, sharedNames: [name(), name()], sharedWords: [word(2), word(3)], copiedSentences: 4 },
    ]),
  ),
  history: [],
  proposals: [],
  storyline: [],
  inOtherLanguages: [],
}
