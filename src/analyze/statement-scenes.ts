import type { Mention, Sentence, TimeExpression } from '../core/annotation.ts'
import { afterDateline } from '../core/dateline.ts'
import type { BlockKind, Document } from '../core/document.ts'
import type { Quote } from '../core/quote.ts'
import type { Span } from '../core/span.ts'

/** A sentence, without its dateline, with what other layers found in it. */
export type StatementScene = {
  readonly doc: Document
  readonly index: number
  readonly block: number
  readonly blockKind: BlockKind
  readonly span: Span
  readonly text: string
  /** Those that lie in the sentence. */
  readonly mentions: readonly Mention[]
  readonly times: readonly TimeExpression[]
  /** Those that touch the sentence. */
  readonly quotes: readonly Quote[]
  /** The sentence before it in the document. */
  readonly previous: StatementScene | undefined
}

/** Longer runs without a full stop are lists, tables or attacks: no statement is read in them, which keeps the time linear. */
const longest = 2_000

/** A language that could not be told is taken for English. */
const english = /^(?:en|und)\b/i

type Found = {
  readonly mentions?: readonly Mention[]
  readonly times?: readonly TimeExpression[]
  readonly quotes?: readonly Quote[]
}

/** The sentences in which statements are read, in order; none for a document that is not English. */
export function scenesOf(doc: Document, sentences: readonly Sentence[], found: Found): StatementScene[] {
  if (!english.test(doc.language)) return []
  const mentions = bySentence(sentences, found.mentions ?? [])
  const times = bySentence(sentences, found.times ?? [])
  const quotes = bySentence(sentences, found.quotes ?? [])
  const scenes: StatementScene[] = []
  let previous: StatementScene | undefined
  for (const [at, { span: whole, block, index }] of sentences.entries()) {
    const blockKind = doc.blocks[block]?.kind ?? 'paragraph'
    const span = afterDateline(doc.text, whole)
    const inside = <Item extends { readonly span: Span }>(items: readonly Item[] = []) =>
      items.filter((item) => item.span.start >= span.start && item.span.end <= span.end)
    const isRead = span.end - span.start <= longest && blockKind !== 'code' && blockKind !== 'table-row'
    const scene: StatementScene = {
      doc,
      index,
      block,
      blockKind,
      span,
      text: isRead ? doc.text.slice(span.start, span.end) : '',
      mentions: isRead ? inside(mentions[at]) : [],
      times: isRead ? inside(times[at]) : [],
      quotes: isRead ? (quotes[at] ?? []) : [],
      previous,
    }
    scenes.push(scene)
    previous = scene
  }
  return scenes
}

/** The span of what stands from `start` to `end` in a scene's text. */
export function spanIn(scene: StatementScene, start: number, end: number): Span {
  return { start: scene.span.start + start, end: scene.span.start + end }
}

/** True when a sentence asks, so that nothing in it is asserted. */
export function isQuestion({ text }: StatementScene): boolean {
  return /[?؟]\s*["'”’]?$/.test(text)
}

/** For each sentence the findings that touch it; both come in order of place. */
function bySentence<Item extends { readonly span: Span }>(
  sentences: readonly Sentence[],
  items: readonly Item[],
): Item[][] {
  const lists: Item[][] = sentences.map(() => [])
  let first = 0
  for (const item of items) {
    while (first < sentences.length && (sentences[first] as Sentence).span.end <= item.span.start) first++
    for (let at = first; at < sentences.length && (sentences[at] as Sentence).span.start < item.span.end; at++)
      lists[at]?.push(item)
  }
  return lists
}
