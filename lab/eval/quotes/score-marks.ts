import { fileURLToPath } from 'node:url'
import { findQuotations } from '../../../src/analyze/sentences/quotations.ts'
import type { Quote } from '../../../src/core/quote.ts'
import type { Span } from '../../../src/core/span.ts'
import { readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'
import type { GoldArticle, GoldQuotation, Pair } from './compile-gold.ts'
import { documentOf, quotesOf } from './documents.ts'

const TUNED = 'In-sample: the two thirds of our own articles in that quote style that the rules may look at.'
const HELD = 'The third of our own articles in that quote style that no rule is tuned on, by hash of the id.'

/** Our own articles in single and in double quote style, the tuned and the held part of each by `isHeld`. */
export function marksResults(isHeld: (id: string) => boolean): EvalResult[] {
  return ['single', 'double'].flatMap((style) => {
    const articles = readRecords<GoldArticle>(fileURLToPath(new URL(`./own-${style}.jsonl`, import.meta.url)))
    return [false, true].map((held) => {
      const part = articles.filter(({ id }) => isHeld(id) === held)
      const set = `own ${style} ${held ? 'held' : 'tuned'}`
      const figures = scoreMarks(part)
      return { name: 'quotes', set, records: part.length, figures, notes: [held ? HELD : TUNED], isOwnSet: false }
    })
  })
}

/** One answer that is not the key's, to read while tuning. */
export type Miss = { readonly id: string; readonly what: string; readonly wanted: string; readonly ours: string }

type Tally = Record<'of' | 'right', number>

/**
 * Shares of right answers. `spans`: labelled quotations, nested ones too, found with exactly their bounds;
 * `spans_precision`: quotations found that are labelled. Of outer quotations only: speakers (over those given one, and
 * over all that have one), sources (the name, or at least the words that stand for it), words nobody says left without
 * a speaker, channels and addressees.
 */
export function scoreMarks(articles: readonly GoldArticle[], misses: Miss[] = []): Record<string, number> {
  const tallies = new Map<string, Tally>()
  const count = (what: string, isRight: boolean, miss?: Miss): void => {
    const { of, right } = tallies.get(what) ?? { of: 0, right: 0 }
    tallies.set(what, { of: of + 1, right: right + (isRight ? 1 : 0) })
    if (!isRight && miss) misses.push(miss)
  }
  for (const article of articles) {
    countSpans(article, count)
    countSpeech(article, count)
  }
  return Object.fromEntries([...tallies].sort().map(([what, { of, right }]) => [what, right / of]))
}

type Count = (what: string, isRight: boolean, miss?: Miss) => void

function countSpans(article: GoldArticle, count: Count): void {
  const { id, text } = article
  const doc = documentOf(id, text, article.date, article.title)
  const ours = findQuotations(text, doc.blocks).map(({ inner }): Pair => [inner.start, inner.end])
  const gold = [...article.attributions.flatMap(({ content }) => content), ...article.notSpeech]
  const keys = { ours: new Set(ours.map(String)), gold: new Set(gold.map(String)) }
  for (const pair of gold)
    count('spans', keys.ours.has(String(pair)), { id, what: 'span', wanted: text.slice(...pair), ours: '' })
  for (const pair of ours)
    count('spans_precision', keys.gold.has(String(pair)), { id, what: 'span', wanted: '', ours: text.slice(...pair) })
}

function countSpeech(article: GoldArticle, count: Count): void {
  const { id, text, attributions, notSpeech } = article
  const said = quotesOf(documentOf(id, text, article.date, article.title)).filter(({ kind }) => kind !== 'indirect')
  const all = [...attributions.flatMap(({ content }) => content), ...notSpeech]
  const isOuter = ([start, end]: Pair): boolean => !all.some(([from, to]) => from < start && end < to)
  const words = (span: Span | undefined): string => (span ? text.slice(span.start, span.end) : '')
  for (const pair of notSpeech.filter(isOuter)) {
    const ours = said.find(({ span }) => coversHalf(pair, span))
    const miss = { id, what: 'not speech', wanted: text.slice(...pair), ours: words(ours?.source) }
    count('not_speech_left_alone', ours?.source === undefined, miss)
  }
  for (const gold of attributions.filter(({ content }) => content.every(isOuter))) {
    const pair = gold.content[0] as Pair
    const ours = said.find(({ span }) => coversHalf(pair, span))
    const isRight = ours?.source !== undefined && isSpeaker(article, gold, ours)
    const wanted = `${gold.speaker ?? gold.source.map((each) => text.slice(...each))} <${text.slice(...pair)}>`
    const found = `${ours?.pattern} ${ours?.speaker?.name ?? '?'} (${words(ours?.source)})`
    count('speaker_recall', isRight, { id, what: 'speaker', wanted, ours: found })
    const isSource = isRight || gold.source.some((words) => overlaps(words, ours?.source))
    count('source_recall', isSource)
    if (ours?.source) count('speaker_precision', isRight)
    if (ours?.source) count('source_precision', isSource)
    for (const facet of ['channel', 'addressee'] as const) {
      // An outlet that is told is both.
      const isSame =
        overlaps(gold[facet], ours?.[facet]) || (facet === 'addressee' && overlaps(gold.channel, ours?.addressee))
      const miss = {
        id,
        what: facet,
        wanted: `${gold[facet] && text.slice(...gold[facet])}`,
        ours: words(ours?.[facet]),
      }
      if (gold[facet]) count(`${facet}_recall`, isSame, miss)
      if (ours?.[facet]) count(`${facet}_precision`, isSame, miss)
    }
  }
}

function coversHalf([start, end]: Pair, span: Span): boolean {
  return Math.min(end, span.end) - Math.max(start, span.start) > (span.end - span.start) / 2
}

function overlaps(gold: Pair | undefined, ours: Span | undefined): boolean {
  return gold !== undefined && ours !== undefined && gold[0] < ours.end && ours.start < gold[1]
}

const TITLE =
  /^(?:the|a|an|dr|mr|mrs|ms|miss|sir|judge|professor|general|commander|president|sheriff|rev|rep|gov|sgt|ds)$/

/** The name in the key or a part of it that no other speaker there bears; without a name, the words of the source. */
function isSpeaker({ text, attributions }: GoldArticle, gold: GoldQuotation, ours: Quote): boolean {
  const source = ours.source as Span
  const said = nameWords(ours.speaker?.name ?? text.slice(source.start, source.end))
  if (gold.speaker === undefined)
    return gold.source.some(
      (pair) => overlaps(pair, source) || nameWords(text.slice(...pair)).join(' ') === said.join(' '),
    )
  const bears = (name: string): boolean => said.length > 0 && said.every((word) => nameWords(name).includes(word))
  const others = attributions.flatMap(({ speaker }) => (speaker && speaker !== gold.speaker ? [speaker] : []))
  return bears(gold.speaker) && !others.some(bears)
}

function nameWords(name: string): string[] {
  return (
    name
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\d'-]+/gu) ?? []
  ).filter((word) => !TITLE.test(word))
}
