import type { Mention, Signal, TimeExpression } from '../core/annotation.ts'
import { type Article, isAggregation } from '../core/article.ts'
import type { StatedCommitment } from '../core/commitment.ts'
import type { BlockKind, Document } from '../core/document.ts'
import type { StatedFigure } from '../core/figure.ts'
import type { Annotations } from '../core/layers.ts'
import { oncePerObject } from '../core/once-per-object.ts'
import type { Quote } from '../core/quote.ts'
import type { Source } from '../core/source.ts'
import { contains, type Span } from '../core/span.ts'
import type { Syndication } from '../core/syndication.ts'
import { laneOf } from '../core/text/primary-language.ts'
import { afterDateline } from '../core/time/dateline.ts'
import { contentStems, type Word, wordsOf } from './words.ts'

/** One article of a story with everything the analysis found. */
export type StoryInput = {
  readonly article: Article
  readonly source: Source
  readonly document: Document
  readonly annotations: Annotations
  /** Those of this document, with others in or outside the story. */
  readonly syndications: readonly Syndication[]
  /** Where the entry came from according to the feed (RSS `source`), if given. */
  readonly originName?: string
}

/** A sentence with its words; word spans count from the start of the sentence. */
export type SentenceText = {
  readonly member: number
  readonly index: number
  readonly block: number
  readonly blockKind: BlockKind
  readonly span: Span
  readonly text: string
  readonly words: readonly Word[]
  readonly stems: ReadonlySet<string>
}

/** A story's member prepared for reading: sentences with words, and the layers as plain lists. */
export type MemberText = {
  readonly member: number
  readonly input: StoryInput
  /** `en` for `en-GB`: texts of one language are read as one. */
  readonly language: string
  readonly sentences: readonly SentenceText[]
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  readonly quotes: readonly Quote[]
  readonly figures: readonly StatedFigure[]
  readonly commitments: readonly StatedCommitment[]
  readonly signals: readonly Signal[]
}

/** Reads members in order of publication, earliest first; equal times keep the given order. */
export function readMembers(inputs: readonly StoryInput[]): MemberText[] {
  return [...inputs].sort(byPublication).map(readMember)
}

/** True for a complete news article: the only kind of page whose sentences may represent the story (honesty rule 7). */
export function isSummarizable(article: Pick<Article, 'kind' | 'completeness'>): boolean {
  return (article.kind === 'article' || article.kind === 'press-release') && article.completeness.kind === 'complete'
}

/** True when a sentence is running text: not a heading, a table row or code, and not a picture's caption left in the text. */
export const isRunningText = oncePerObject(({ blockKind, text }: SentenceText): boolean => {
  if (blockKind !== 'paragraph' && blockKind !== 'list-item') return false
  return !captionPattern.test(text)
})

/** `(Aaron Schwartz/PA)`, `(AP Photo/Jane Doe)`, `Photograph: Jane Doe/Reuters`, `Picture: X` at the end of a sentence. */
const captionPattern =
  /\((?:[^()]{0,60}(?:\/| via )[^()]{1,40}|(?:file|handout|photo|image|picture)[^()]*)\)\s*[.]?$|\b(?:photograph|picture|photo|image|credit|photo credit):\s[^.]{2,60}$|^in this [^.]{0,40}\b(?:photo|image|picture|frame)\b|^(?:file (?:photo|picture|image)|image (?:copyright|caption)\b|(?:photo|picture|image):)|\| [^|.]{2,50}\/?(?:getty images|ap photo|reuters|afp)\b/iu

/** The layer's findings inside a span. */
export function within<Item extends { readonly span: Span }>(items: readonly Item[], outer: Span): Item[] {
  return items.filter((item) => contains(outer, item.span))
}

function readMember(input: StoryInput, member: number): MemberText {
  const { document, annotations } = input
  const sentences = (annotations.sentences?.items ?? []).map((sentence) => {
    const span = afterDateline(document.text, sentence.span)
    const text = document.text.slice(span.start, span.end)
    const words = wordsOf(text)
    return {
      member,
      index: sentence.index,
      block: sentence.block,
      blockKind: document.blocks[sentence.block]?.kind ?? 'paragraph',
      span,
      text,
      words,
      stems: contentStems(words),
    }
  })
  return {
    member,
    input,
    language: laneOf(document.language),
    sentences,
    mentions: annotations.mentions?.items ?? [],
    times: annotations.times?.items ?? [],
    quotes: annotations.quotes?.items ?? [],
    figures: annotations.figures?.items ?? [],
    commitments: annotations.commitments?.items ?? [],
    signals: annotations.signals?.items ?? [],
  }
}

function byPublication(a: StoryInput, b: StoryInput): number {
  return Date.parse(a.document.publishedAt) - Date.parse(b.document.publishedAt)
}

/** The first item of each document, in the given order, without the document `front`. */
export function onePerDocument<Item>(items: readonly Item[], memberOf: (item: Item) => number, front: number): Item[] {
  const seen = new Set([front])
  return items.filter((item) => !seen.has(memberOf(item)) && seen.add(memberOf(item)))
}

/**
 * The members that report themselves. A list or newsletter can be a member if its page became one later or a reader added it; it is neither
 * shown nor counted, unless the story has nothing else.
 */
export function reportingMembers<Input extends Pick<StoryInput, 'article'>>(
  members: readonly Input[],
): readonly Input[] {
  const reporting = members.filter(({ article }) => !isAggregation(article.kind))
  return reporting.length > 0 ? reporting : members
}
