import { rmSync } from 'node:fs'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Entity, Mention, Sentence } from '../../src/core/annotation.ts'
import type { Document } from '../../src/core/document.ts'
import type { StatedFigure } from '../../src/core/figure.ts'
import { type ArticleId, asId, type DocumentId, type EntityId } from '../../src/core/ids.ts'
import type { Annotations } from '../../src/core/layers.ts'
import type { Quote } from '../../src/core/quote.ts'
import { openStore } from '../../src/store/open-store.ts'
import type { Store } from '../../src/store/store.ts'
import { type FilledArticle, fillStore } from '../eval/ask/fill-store.ts'
import { newsStream, type StreamArticle } from './material/news-stream.ts'
import { randomNumbers } from './material/random-numbers.ts'
import { measure } from './measure.ts'

const OUTLETS = 40

/** Stores of these sizes, filled one after another, each closed before the next: on SQLite, or the last of them in `database`. */
export async function* seededStores(database: string | undefined, sizes: readonly number[], now: Date) {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-articles-'))
  try {
    for (const size of database === undefined ? sizes : sizes.slice(-1)) {
      await using store = await openStore(database ?? join(folder, `${size}.db`))
      yield { size, store, seeded: await measure(() => seedArticles(store, size, now)) }
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Fills a store with invented articles with the layers that answers are made of; the last is as of `now`. Returns a sample of them. */
async function seedArticles(store: Store, size: number, now: Date): Promise<readonly StreamArticle[]> {
  const stream = newsStream({ perDay: size / 100, seed: 5, startMs: now.getTime() - 100 * 86_400_000 })
  const outlets = Array.from({ length: OUTLETS }, (_, at) => `Outlet ${at}`)
  const sample: StreamArticle[] = []
  await fillStore(store, outlets, articlesOf(stream, size), now.toISOString())
  return sample

  function* articlesOf(from: typeof stream, count: number): Generator<FilledArticle> {
    for (let at = 0; at < count; at++) {
      const article = from.next().value as StreamArticle
      if (at % Math.max(1, Math.floor(count / 400)) === 0) sample.push(article)
      const document = documentOf(article)
      const annotations = layersOf(article.text, document.blocks)
      yield { document, annotations, outlet: outlets[(at * 7) % OUTLETS]!, story: article.story }
    }
  }
}

function documentOf({ id, title, text, language, at }: StreamArticle): Document {
  const articleId = asId<ArticleId>(`article of ${id}`)
  return { id: asId<DocumentId>(id), articleId, language, title, text, blocks: blocksOf(text), publishedAt: at }
}

function blocksOf(text: string) {
  const blocks: { kind: 'paragraph'; start: number; end: number }[] = []
  let from = 0
  for (let end = text.indexOf('. ', 300); end > 0; end = text.indexOf('. ', from + 300)) {
    blocks.push({ kind: 'paragraph', start: from, end: end + 1 })
    from = end + 2
  }
  blocks.push({ kind: 'paragraph', start: from, end: text.length })
  return blocks
}

/** Layers as heavy as those of real news: a sentence each, its capitals as mentions, a third of them said by somebody, some figures. */
function layersOf(text: string, blocks: Document['blocks']): Annotations {
  const sentences: Sentence[] = []
  const mentions: Mention[] = []
  const quotes: Quote[] = []
  const figures: StatedFigure[] = []
  for (const match of text.matchAll(/[^.]+\./g)) {
    const start = match.index + (match[0].startsWith(' ') ? 1 : 0)
    const span = { start, end: match.index + match[0].length }
    const index = sentences.length
    const block = blocks.findIndex(({ end }) => end >= span.end)
    sentences.push({ span, index, block: Math.max(0, block) })
    const named = [...match[0].matchAll(/(?<=[a-z] )\p{Lu}\p{L}+/gu)].slice(0, 4)
    for (const name of named) mentions.push(mentionOf(name[0], match.index + name.index))
    const speaker = mentions.at(-1)
    if (speaker && index % 3 === 0)
      quotes.push({
        span,
        kind: 'indirect',
        pattern: 'cue-right',
        confidence: 0.9,
        sentence: index,
        speaker: speaker.entity,
      })
    if (index % 4 === 0)
      figures.push({
        span: { start, end: start + 3 },
        value: index,
        unit: 'homes',
        isRough: false,
        isCumulative: false,
        sentence: index,
      })
  }
  return {
    sentences: { by: 'sentences', version: 99, items: sentences },
    mentions: { by: 'mentions', version: 99, items: mentions },
    times: { by: 'times', version: 99, items: [] },
    quotes: { by: 'quotes', version: 99, items: quotes },
    figures: { by: 'figures', version: 99, items: figures },
    signals: { by: 'signals', version: 99, items: [] },
  }
}

function mentionOf(name: string, start: number): Mention {
  const entity: Entity = { id: asId<EntityId>(`person:${name.toLowerCase()}`), kind: 'person', name }
  return { span: { start, end: start + name.length }, kind: 'person', form: 'name', entity }
}

/** Questions of every sort, made of words of articles: names and rare words, words of one sentence, and common words alone. */
export function questionsFrom(sample: readonly StreamArticle[], count: number): readonly string[] {
  const random = randomNumbers(11)
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  const heads = ['Who', 'When did', 'Where was', 'How many', 'Why did', 'What did', 'Who said that', 'Did']
  return Array.from({ length: count }, (_, at) => {
    const { text, title } = pick(sample)
    const sentence = pick(text.split('. ')).split(' ')
    const names = title.split(' ').filter((word) => /^\p{Lu}/u.test(word))
    const head = heads[at % heads.length]!
    if (at % 4 === 0) return `${head} ${commonest(random)} ${commonest(random)} ${commonest(random)}?`
    if (at % 4 === 1) return `What did ${pick(names)} say about ${sentence.slice(2, 6).join(' ')}?`
    return `${head} ${pick(names)} ${sentence.slice(1, 4 + (at % 5)).join(' ')}?`
  })
}

/** Words that nearly every text has. */
function commonest(random: () => number): string {
  return commonWords[Math.floor(random() * commonWords.length)]!
}

let commonWords: readonly string[] = ['ka', 'lo']

/** The words that most articles of a sample have, so that a question can be of nothing else. */
export function findCommonWords(sample: readonly StreamArticle[]): void {
  const counts = new Map<string, number>()
  for (const { text } of sample)
    for (const word of new Set(text.toLowerCase().match(/\p{L}{4,}/gu))) counts.set(word, (counts.get(word) ?? 0) + 1)
  commonWords = [...counts]
    .sort((a, b) => b[1] - a[1])
    .map(([word]) => word)
    .filter(
      (word) =>
        !/^(?:that|with|from|have|this|were|they|which|their|there|would|been|when|will|more|said|what|about|into|than|them|other|time|some|could|these|then|first|such|like|over|only|also|after)$/.test(
          word,
        ),
    )
    .slice(0, 40)
}
