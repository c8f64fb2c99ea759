import type { Mention, Sentence, TimeExpression } from '../../core/annotation.ts'
import type { BlockKind, Document } from '../../core/document.ts'
import { nth } from '../../core/nth.ts'
import type { Quote } from '../../core/quote.ts'
import type { Span } from '../../core/span.ts'
import { afterDateline } from '../../core/time/dateline.ts'

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

/** A language that couldn't be detected is treated as English. */
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
  for (const [at, plain] of plainScenes(doc, sentences).entries()) {
    const isRead = plain.text !== ''
    const scene: StatementScene = {
      ...plain,
      mentions: isRead ? inside(plain.span, mentions[at]) : [],
      times: isRead ? inside(plain.span, times[at]) : [],
      quotes: isRead ? (quotes[at] ?? []) : [],
      previous,
    }
    scenes.push(scene)
    previous = scene
  }
  return scenes
}

type PlainScene = Omit<StatementScene, 'mentions' | 'times' | 'quotes' | 'previous'>
const known = new WeakMap<readonly Sentence[], readonly PlainScene[]>()

/** The sentences without their datelines. Kept while the layer is, since three analyzers need them. */
function plainScenes(doc: Document, sentences: readonly Sentence[]): readonly PlainScene[] {
  const before = known.get(sentences)
  if (before && before[0]?.doc === doc) return before
  const made = sentences.map(({ span: whole, block, index }): PlainScene => {
    const blockKind = doc.blocks[block]?.kind ?? 'paragraph'
    const span = afterDateline(doc.text, whole)
    const isRead = span.end - span.start <= longest && blockKind !== 'code' && blockKind !== 'table-row'
    return { doc, index, block, blockKind, span, text: isRead ? doc.text.slice(span.start, span.end) : '' }
  })
  known.set(sentences, made)
  return made
}

function inside<Item extends { readonly span: Span }>(span: Span, items: readonly Item[] = []): readonly Item[] {
  return items.every((item) => item.span.start >= span.start && item.span.end <= span.end)
    ? items
    : items.filter((item) => item.span.start >= span.start && item.span.end <= span.end)
}

/** The span of what is from `start` to `end` in a scene's text. */
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
    while (first < sentences.length && nth(sentences, first).span.end <= item.span.start) first++
    for (let at = first; at < sentences.length && nth(sentences, at).span.start < item.span.end; at++)
      lists[at]?.push(item)
  }
  return lists
}
