import { z } from 'zod'
import { type Citation, cite } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import type { StoredArticle } from '../../store/store.ts'
import { alignInOrder } from '../../story/points/align-in-order.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { articleId, storyId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import type { CitedDocument } from '../views.ts'

/** A text and its sentences. */
export type SentenceText = { readonly text: string; readonly sentences: readonly Span[] }

/** Aligned sentences of two texts: equal, similar, or missing from the other text at that place. */
type AlignedRow =
  | { readonly kind: 'same' | 'alike'; readonly a: Span; readonly b: Span }
  | { readonly kind: 'only-a'; readonly a: Span }
  | { readonly kind: 'only-b'; readonly b: Span }

/** Sentences with less in common than this share of the shorter one's words, or than this weight, are not paired. */
const least = { share: 0.5, weight: 3 }
/** Beyond this many sentences a page would have to wait; the rest of a text is not paired. */
const mostSentences = 400

/** Aligns two texts in the order of both; sentences they share in a different order stay unpaired. */
export function alignTexts(a: SentenceText, b: SentenceText): readonly AlignedRow[] {
  const [wordsA, wordsB] = [a, b].map(({ text, sentences }) =>
    sentences.slice(0, mostSentences).map(({ start, end }) => wordsOf(text.slice(start, end))),
  ) as [ReadonlySet<string>[], ReadonlySet<string>[]]
  const { pairs } = alignInOrder(wordsA, wordsB, () => 1, least)
  const rows: AlignedRow[] = []
  let [i, j] = [0, 0]
  for (const pair of pairs) {
    passTo(pair.a, pair.b)
    const [spanA, spanB] = [nth(a.sentences, i++), nth(b.sentences, j++)]
    const isSame = lettersOf(a.text, spanA) === lettersOf(b.text, spanB)
    rows.push({ kind: isSame ? 'same' : 'alike', a: spanA, b: spanB })
  }
  passTo(a.sentences.length, b.sentences.length)
  return rows

  /** Adds the sentences before the next pair. */
  function passTo(untilA: number, untilB: number): void {
    for (; i < untilA; i += 1) rows.push({ kind: 'only-a', a: nth(a.sentences, i) })
    for (; j < untilB; j += 1) rows.push({ kind: 'only-b', b: nth(b.sentences, j) })
  }
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu))
}

/** Letters and digits only: outlets set quotation marks and dashes differently. */
function lettersOf(text: string, { start, end }: Span): string {
  return text
    .slice(start, end)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
}

/** Two articles of a story side by side, every sentence cited. */
export type CompareView = {
  readonly story: { readonly id: StoryId; readonly title: string }
  readonly a: CitedDocument
  readonly b: CitedDocument
  /** In the order of both texts: a pair of equal or similar sentences, or one that the other text doesn't have at that place. */
  readonly rows: readonly {
    readonly kind: 'same' | 'alike' | 'alone'
    readonly a?: Citation
    readonly b?: Citation
  }[]
  /** The articles to choose from, earliest first. */
  readonly articles: readonly Pick<CitedDocument, 'articleId' | 'sourceName' | 'title' | 'publishedAt'>[]
}

export const compareArticles = defineOperation({
  name: 'compare_articles',
  minRole: 'guest',
  summary: 'Two articles of a story side by side: identical passages and differences',
  input: z.strictObject({ id: storyId, a: articleId.optional(), b: articleId.optional() }),
  async run({ store }, input): Promise<CompareView | undefined> {
    const story = await store.stories.find(input.id)
    const members = story?.dossier?.members.toSorted((a, b) => Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
    if (!story?.dossier || !members || members.length < 2) return undefined
    const isHere = (id: string | undefined) => id === undefined || members.some((member) => member.articleId === id)
    if (!isHere(input.a) || !isHere(input.b)) return undefined
    const idA = input.a ?? members.find((member) => member.articleId !== input.b)!.articleId
    // By default the next independent report: a copy has the same words.
    const others = members.filter((member) => member.articleId !== idA)
    const idB = input.b ?? (others.find(({ role }) => role !== 'copy') ?? nth(others, 0)).articleId
    const [a, b] = await Promise.all([store.articles.find(idA), store.articles.find(idB)])
    if (!a || !b) return undefined
    const citing = ({ document }: StoredArticle, span: Span) => cite(document, span)
    const rows = alignTexts(sentencesOf(a), sentencesOf(b)).map((row) => ({
      kind: row.kind === 'only-a' || row.kind === 'only-b' ? ('alone' as const) : row.kind,
      ...defined({ a: 'a' in row ? citing(a, row.a) : undefined, b: 'b' in row ? citing(b, row.b) : undefined }),
    }))
    return {
      story: { id: story.id, title: story.title },
      a: citedArticle(a),
      b: citedArticle(b),
      rows,
      articles: members.map(({ articleId, sourceName, title, publishedAt }) => ({
        articleId,
        sourceName,
        title,
        publishedAt,
      })),
    }
  },
})

/** Sentences of an analyzed text, otherwise its blocks. */
function sentencesOf({ document, annotations }: StoredArticle) {
  const read = annotations.sentences?.items.map(({ span }) => span) ?? []
  return { text: document.text, sentences: read.length > 0 ? read : document.blocks }
}
