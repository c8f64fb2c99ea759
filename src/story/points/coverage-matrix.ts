import type { Coverage, CoverageMatrix, CoveragePoint, UnknownReason } from '../../core/coverage.ts'
import { defined } from '../../core/defined.ts'
import type { Member } from '../../core/story.ts'
import type { MemberText, SentenceText } from '../story-text.ts'
import { wordsOf } from '../words.ts'
import {
  countFamilies,
  countPointWords,
  lacksPoint,
  mainEventOf,
  type PassageFamilies,
  type PointWords,
  passagesOf,
  type StoryFamilies,
} from './lacks-point.ts'
import {
  type Carrier,
  citationOf,
  exclusiveCandidates,
  type MainPoint,
  mainPoints,
  type PointSources,
} from './main-points.ts'

const maxOutlets = 60
/** Points that only one outlet has are looked for in stories of at most so many outlets, and at most so many are shown. */
const maxForOwn = 12
const maxOwn = 3
/** A text with fewer words is a short item, which leaves out nearly everything. */
const minWords = 180
/** An outlet that published within this time after a point first appeared could not have known it. */
const graceMs = 60 * 60_000

/** An article of an outlet, prepared for comparison. */
type OutletArticle = {
  readonly text: MemberText
  readonly member: Member
  readonly passages: PassageFamilies
  readonly wordCount: number
}

/** The texts of a story and their shared vocabulary. */
type Story = {
  readonly texts: readonly MemberText[]
  readonly read: readonly OutletArticle[]
  readonly outlets: readonly (readonly OutletArticle[])[]
  readonly families: StoryFamilies
  readonly isMainEvent: (sentence: SentenceText) => boolean
}

/**
 * Compares the main points of a story with its outlets: who carries each, with the sentence; who leaves it out; who published too early;
 * and for whom it is unknown, and why. Outlets are in the order of their first article. A story of one outlet has no matrix.
 */
export function coverageMatrix(
  texts: readonly MemberText[],
  members: readonly Member[],
  sources: PointSources & { readonly headline: string },
): CoverageMatrix | undefined {
  const read = texts.flatMap((text): OutletArticle[] => {
    const member = members[text.member]
    const wordCount = text.sentences.reduce((sum, { words }) => sum + words.length, 0)
    return member ? [{ text, member, passages: passagesOf(text), wordCount }] : []
  })
  const byOutlet = Map.groupBy(read, ({ member }) => member.sourceName)
  const outlets = [...byOutlet.keys()].slice(0, maxOutlets)
  if (outlets.length < 2) return undefined
  const articlesOf = outlets.map((outlet) => byOutlet.get(outlet) ?? [])
  const story: Story = {
    texts: read.map(({ text }) => text),
    read,
    outlets: articlesOf,
    families: countFamilies(read.map(({ passages }) => passages)),
    isMainEvent: mainEventOf(sources.headline),
  }
  const cover = (point: MainPoint) => coverPoint(point, story)
  const main = mainPoints(texts, members, sources)
  const own = outlets.length > maxForOwn ? [] : onlyOnes(exclusiveCandidates(texts, main), cover)
  const points = [...main.flatMap(cover), ...own]
  return points.length === 0 ? undefined : { outlets, points }
}

/** The first point of each article that no other outlet has. */
function onlyOnes(byArticle: readonly (readonly MainPoint[])[], cover: (point: MainPoint) => CoveragePoint[]) {
  const found = byArticle.flatMap((points) => {
    for (const point of points) {
      const only = cover(point).find(({ isOnlyHere }) => isOnlyHere)
      if (only) return [only]
    }
    return []
  })
  return found.slice(0, maxOwn)
}

function coverPoint(point: MainPoint, story: Story): CoveragePoint[] {
  const { texts, read, outlets } = story
  const [main] = point.carriers
  const citation = citationOf(main, texts)
  const language = read[main.sentence.member]?.text.language
  if (!citation || language === undefined) return []
  // Members are in order of publication.
  const knownAt = read[Math.min(...point.carriers.map(({ sentence }) => sentence.member))]?.member.publishedAt ?? ''
  const isMain = point.of !== 'quotation' && point.carriers.some(({ sentence }) => story.isMainEvent(sentence))
  const asked = { words: isMain ? undefined : wordsOfPoint(point, story), language, knownAt }
  const verdicts = outlets.map((articles) => judge(articles, point.carriers, asked))
  const cells = verdicts.map(({ cell, carrier }): Coverage => {
    const cited = carrier && citationOf(carrier, texts)
    return cited ? { kind: 'carries', citation: cited } : cell
  })
  return [
    {
      of: point.of,
      ...defined({ speaker: point.speaker }),
      text: citation.exact,
      citations: [citation],
      knownAt,
      isOnlyHere: isOnlyHere(point, outlets, verdicts, read),
      cells,
    },
  ]
}

/** The words of each wording of a point: a text must lack all of them. */
function wordsOfPoint({ carriers }: MainPoint, { read, families }: Story): PointWords[] {
  const wordings = carriers.map(({ sentence, span }) => {
    const { text = '' } = read[sentence.member]?.text.input.document ?? {}
    return wordsOf(text.slice(span.start, span.end))
  })
  const carrying = Map.groupBy(carriers, ({ sentence }) => sentence.member)
  const besides = read.flatMap(({ text, passages }) => {
    const own = carrying.get(text.member)
    return own ? [{ passages, own: new Set(own.map(({ sentence }) => sentence.index)) }] : []
  })
  return countPointWords(wordings, families, besides)
}

/** `lacks`: nothing in the outlet's texts resembles the point. `open`: something may. */
type Verdict = {
  readonly cell: Coverage
  readonly carrier?: Carrier
  readonly coverage: 'carries' | 'lacks' | 'open' | 'unread'
}
/** What to look for in an outlet's text. A point without words of its own may be in any text. */
type PointQuery = {
  readonly words: readonly PointWords[] | undefined
  readonly language: string
  readonly knownAt: string
}

/** Decides how the articles of one outlet relate to a point. */
function judge(articles: readonly OutletArticle[], carriers: readonly Carrier[], asked: PointQuery): Verdict {
  const own = new Set(articles.map(({ text }) => text.member))
  const carrier = carriers.find(({ sentence }) => own.has(sentence.member))
  if (carrier) return { cell: { kind: 'not-known', why: 'unverified' }, carrier, coverage: 'carries' }
  const unknown = firstUnknown(articles, asked)
  const coverage = coverageFor(unknown)
  const isLater = articles.some(({ member }) => Date.parse(member.publishedAt) - Date.parse(asked.knownAt) >= graceMs)
  if (!isLater) return { cell: { kind: 'earlier' }, coverage }
  return { cell: unknown ? { kind: 'not-known', why: unknown } : { kind: 'left-out' }, coverage }
}

function firstUnknown(articles: readonly OutletArticle[], asked: PointQuery): UnknownReason | undefined {
  for (const article of articles) {
    const why = whyUnknown(article, asked)
    if (why !== undefined) return why
  }
  return undefined
}

/** An incomplete text is ignored; one that may say the same, or is in another language, leaves the answer open. */
function coverageFor(why: UnknownReason | undefined): Verdict['coverage'] {
  if (why === undefined) return 'lacks'
  return why === 'similar' || why === 'other-language' ? 'open' : 'unread'
}

/** Why an article that doesn't visibly carry a point can't be said to leave it out. */
function whyUnknown(
  { text, member, passages, wordCount }: OutletArticle,
  { words, language }: PointQuery,
): UnknownReason | undefined {
  if (member.completeness.kind !== 'complete') return 'incomplete'
  if (member.kind !== 'article' && member.kind !== 'press-release') return 'other-kind'
  if (text.language !== language) return 'other-language'
  if (wordCount < minWords) return 'short'
  return words?.every((each) => lacksPoint(each, passages)) ? undefined : 'similar'
}

/** One independent report has the point, at least two others lack it, and none says anything similar. */
function isOnlyHere(
  { carriers }: MainPoint,
  outlets: readonly (readonly OutletArticle[])[],
  verdicts: readonly Verdict[],
  read: readonly OutletArticle[],
): boolean {
  const reports = new Set(carriers.map(({ sentence }) => read[sentence.member]?.member.group))
  if (reports.size !== 1) return false
  const lacking = outlets.flatMap((articles, index) =>
    verdicts[index]?.coverage === 'lacks' ? articles.map(({ member }) => member.group) : [],
  )
  const others = new Set(lacking.filter((group) => !reports.has(group)))
  return others.size >= 2 && verdicts.every(({ coverage }) => coverage !== 'open')
}
