import { amendments } from '../analyze/amendments.ts'
import { commitments } from '../analyze/commitments.ts'
import { figures } from '../analyze/figures.ts'
import { signals } from '../analyze/signals.ts'
import type { Entity, EntityKind, Mention, TimeExpression } from '../core/annotation.ts'
import type { Article } from '../core/article.ts'
import { defined } from '../core/defined.ts'
import type { BlockKind, Document } from '../core/document.ts'
import { asId, type DocumentId, type EntityId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import type { Quote } from '../core/quote.ts'
import type { Source } from '../core/source.ts'
import type { Span } from '../core/span.ts'
import type { Syndication } from '../core/syndication.ts'
import type { StoryInput } from './story-text.ts'

/** A quotation of a test article: its words, who says them, and how it was found. */
export type QuoteFixture = {
  readonly words: string
  readonly speaker?: Entity
  readonly kind?: Quote['kind']
  readonly confidence?: number
  readonly pattern?: Quote['pattern']
  readonly cue?: string
  readonly source?: string
  readonly channel?: string
  readonly addressee?: string
  readonly place?: string
  readonly when?: string
}

/**
 * A test article with annotations written by hand: every finding is given by its words in the text. The analyzers find what follows from
 * those (figures, commitments, signals).
 */
export type ArticleFixture = {
  readonly id: string
  readonly outlet?: string
  readonly family?: string
  readonly title?: string
  /** Paragraphs are separated by a line break; one that starts with `# ` is a heading. */
  readonly text: string
  readonly at?: string
  readonly language?: string
  readonly credit?: string
  readonly originName?: string
  readonly authors?: readonly string[]
  readonly article?: Partial<Article>
  /** Each occurrence of the words is a mention. */
  readonly mentions?: readonly (readonly [words: string, entity: Entity, form?: Mention['form'], role?: string])[]
  readonly times?: readonly (readonly [words: string, value: string, kind?: TimeExpression['kind']])[]
  readonly quotes?: readonly QuoteFixture[]
  readonly syndications?: readonly Syndication[]
}

export function entity(kind: EntityKind, name: string): Entity {
  return { id: asId<EntityId>(`${kind}:${name.toLowerCase().replaceAll(' ', '-')}`), kind, name }
}

/** Builds a story member from a test article. */
export function storyInput(fixture: ArticleFixture): StoryInput {
  const outlet = fixture.outlet ?? `Outlet ${fixture.id}`
  const document = documentOf(fixture)
  const source: Source = {
    id: asId(`source-${outlet}`),
    name: outlet,
    homeUrl: `https://${fixture.id}.example/`,
    ...defined({ family: fixture.family || undefined }),
  }
  const article: Article = {
    id: document.articleId,
    sourceId: source.id,
    url: `https://${fixture.id}.example/news/article`,
    title: document.title,
    authors: fixture.authors ?? [],
    publishedAt: document.publishedAt,
    pictures: [],
    kind: 'article',
    completeness: { kind: 'complete' },
    removals: [],
    ...defined({ credit: fixture.credit || undefined }),
    ...fixture.article,
  }
  return {
    article,
    source,
    document,
    annotations: annotationsOf(document, fixture),
    syndications: fixture.syndications ?? [],
    ...defined({ originName: fixture.originName || undefined }),
  }
}

/** A syndication from one document to another; the whole text of the first is the passage unless spans are given. */
export function syndication(
  from: string,
  to: string,
  facts: Partial<Omit<Syndication, 'documentId' | 'otherId'>> = {},
): Syndication {
  return {
    documentId: asId<DocumentId>(from),
    otherId: asId<DocumentId>(to),
    kind: 'whole-copy',
    share: 1,
    otherShare: 1,
    isCopyOfOther: true,
    direction: { kind: 'time' },
    passages: [{ span: { start: 0, end: 100_000 }, otherSpan: { start: 0, end: 100_000 }, isQuotation: false }],
    ...facts,
  }
}

/** The span of words in a text; throws when they are missing, because the test is then wrong. */
export function spanOf(text: string, words: string, from = 0): Span {
  const start = text.indexOf(words, from)
  if (start < 0) throw new Error(`The test text does not hold "${words}"`)
  return { start, end: start + words.length }
}

function documentOf(fixture: ArticleFixture): Document {
  const lines = fixture.text.split('\n').map((line) => {
    const kind: BlockKind = line.startsWith('# ') ? 'heading' : 'paragraph'
    return { kind, line: kind === 'heading' ? line.slice(2) : line }
  })
  let at = 0
  const blocks = lines.map(({ kind, line }) => {
    const block = { kind, start: at, end: at + line.length }
    at += line.length + 1
    return block
  })
  return {
    id: asId(fixture.id),
    articleId: asId(`article-${fixture.id}`),
    language: fixture.language ?? 'en',
    title: fixture.title ?? '',
    text: lines.map(({ line }) => line).join('\n'),
    blocks,
    publishedAt: fixture.at ?? '2025-03-04T10:00:00Z',
  }
}

function annotationsOf(document: Document, fixture: ArticleFixture): Annotations {
  const sentences = document.blocks.flatMap((block, index) =>
    [...document.text.slice(block.start, block.end).matchAll(/\S.*?(?:[.!?]["'”’]?(?=\s|$)|$)/gu)].map((match) => ({
      span: { start: block.start + match.index, end: block.start + match.index + match[0].length },
      block: index,
    })),
  )
  const items = sentences.map((sentence, index) => ({ ...sentence, index }))
  const sentenceAt = (at: number) => items.find(({ span }) => span.start <= at && at < span.end)?.index ?? 0
  const layers = {
    sentences: items,
    mentions: mentionsOf(document.text, fixture.mentions ?? []),
    times: timesOf(document.text, fixture.times ?? []),
    quotes: (fixture.quotes ?? []).map((quote) => quoteOf(document.text, quote, sentenceAt)),
  }
  return {
    sentences: { by: 'sentences', version: 1, items },
    mentions: { by: 'mentions', version: 1, items: layers.mentions },
    times: { by: 'times', version: 1, items: layers.times },
    quotes: { by: 'quotes', version: 1, items: layers.quotes },
    figures: { by: 'figures', version: 1, items: figures.run(document, layers) },
    commitments: { by: 'commitments', version: 1, items: commitments.run(document, layers) },
    signals: { by: 'signals', version: 1, items: signals.run(document, layers) },
    amendments: { by: 'amendments', version: 1, items: amendments.run(document, layers) },
  }
}

function mentionsOf(text: string, mentions: NonNullable<ArticleFixture['mentions']>): Mention[] {
  return mentions
    .flatMap(([words, who, form, role]) => {
      const found: Mention[] = []
      for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
        const roleSpan = role ? { role: spanOf(text, role) } : {}
        found.push({
          span: { start: at, end: at + words.length },
          kind: who.kind,
          form: form ?? 'name',
          entity: who,
          ...roleSpan,
        })
      }
      return found
    })
    .sort((a, b) => a.span.start - b.span.start)
}

function timesOf(text: string, times: NonNullable<ArticleFixture['times']>): TimeExpression[] {
  return times.map(([words, value, kind]) => ({ span: spanOf(text, words), kind: kind ?? 'date', value }))
}

/** The verb after the words, otherwise before them. */
function cueOf(text: string, cue: string, { end }: Span): Span {
  return spanOf(text, cue, text.includes(cue, end) ? end : 0)
}

function quoteOf(text: string, quote: QuoteFixture, sentenceAt: (at: number) => number): Quote {
  const span = spanOf(text, quote.words)
  return {
    span,
    kind: quote.kind ?? 'direct',
    pattern: quote.pattern ?? (quote.speaker ? 'cue-right' : 'none'),
    confidence: quote.confidence ?? (quote.speaker ? 0.95 : 0),
    sentence: sentenceAt(span.start),
    ...defined({
      speaker: quote.speaker,
      cue: quote.cue ? cueOf(text, quote.cue, span) : undefined,
      source: quote.source ? spanOf(text, quote.source) : undefined,
      channel: quote.channel ? spanOf(text, quote.channel) : undefined,
      addressee: quote.addressee ? spanOf(text, quote.addressee) : undefined,
      place: quote.place ? spanOf(text, quote.place) : undefined,
      when: quote.when ? spanOf(text, quote.when) : undefined,
    }),
  }
}
