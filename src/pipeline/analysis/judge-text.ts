import { sentences } from '../../analyze/sentences.ts'
import { type ArticleKind, type Completeness, isAggregation } from '../../core/article.ts'
import type { Document } from '../../core/document.ts'
import type { Annotations } from '../../core/layers.ts'
import { isRetracted } from '../../core/reading/revision-cause.ts'
import { countDiff, hasSameContent, type RevisedText, type RevisionDiff } from '../../core/reading/revision-diff.ts'
import { isPassing, withoutPassing } from '../../extract/surplus/passing-words.ts'
import { compareRevisions } from '../../story/changes/compare-revisions.ts'

/** A text of an article, and how it was read. */
export type ReadText = {
  readonly document: Document
  readonly annotations: Annotations
  readonly completeness: Completeness
  /** What the page is; without it, one article. */
  readonly kind?: ArticleKind
}

/**
 * What a text just read is to the one that is kept: `same`, letter by letter; `furniture`: other only in typography, or in what
 * stands around the article (most read, 5 minutes ago); `less`: cut off, behind a wall, or the feed's in place of the page's;
 * `other-page`: another text altogether; `news`: it says something else.
 */
export type TextVerdict = 'same' | 'furniture' | 'less' | 'other-page' | 'news'

/** How much of an article a text holds. */
const held: Readonly<Record<Completeness['kind'], number>> = {
  complete: 3,
  'lead-missing': 2,
  paywalled: 1,
  blurb: 1,
  'feed-only': 1,
  failed: 0,
}
/** A text with fewer sentences of the older one than this share is another one, where its headline is another, too. */
const leastShared = 0.1
/** A text that ends where this share of the older one has not come yet was cut. */
const cutShare = 0.6

/** Judges a text against the one that is kept. An outlet's own note (a correction, a retraction) always makes it news. */
export function judgeText(known: ReadText, read: ReadText): TextVerdict {
  if (known.document.id === read.document.id) return 'same'
  // What is withdrawn is short, and all there is: less text is no reason to go on with the old one.
  if (isRetracted(read) && !isRetracted(known)) return 'news'
  const gain = held[read.completeness.kind] - held[known.completeness.kind]
  const isNowList = isAggregation(read.kind) && !isAggregation(known.kind)
  if (gain !== 0 && !isNowList) return gain < 0 ? 'less' : 'news'
  const [before, after] = [lasting(known), lasting(read)]
  const diff = compareRevisions(before, after)
  // However whole it is: a list of others is no text of the article.
  if (isNowList && isOther(before, diff)) return 'other-page'
  if (gain !== 0) return gain < 0 ? 'less' : 'news'
  if (hasSameContent(diff)) return 'furniture'
  if (notesOf(read) > notesOf(known)) return 'news'
  const counts = countDiff(diff)
  const isCut =
    counts.added + counts.changed === 0 &&
    lengthOf(after) < cutShare * lengthOf(before) &&
    diff.rows.findLastIndex(({ kind }) => kind !== 'removed') < diff.rows.findIndex(({ kind }) => kind === 'removed')
  if (isCut) return 'less'
  return isOther(before, diff) && before.sentences.length >= 3 && !sharesWords(before.title, after.title)
    ? 'other-page'
    : 'news'
}

/** Another headline, and next to none of the sentences. */
function isOther(before: RevisedText, diff: RevisionDiff): boolean {
  const { isHeadlineChanged, removed } = countDiff(diff)
  const { length } = before.sentences
  return isHeadlineChanged && length - removed < leastShared * length
}

function notesOf({ annotations }: ReadText): number {
  return annotations.amendments?.items.length ?? 0
}

function lengthOf({ sentences }: RevisedText): number {
  return sentences.reduce((sum, { start, end }) => sum + end - start, 0)
}

/** The text without what passes: its sentences joined anew, since only what they say is compared. */
function lasting({ document }: ReadText): RevisedText {
  const passing = passingBlocks(document)
  // Read here and now: those that are kept may be cut by older rules.
  const kept = sentences.run(document, {}).flatMap(({ span, block }) => {
    if (passing.has(block)) return []
    const text = document.text.slice(span.start, span.end)
    return isPassing(text) ? [] : withoutPassing(text)
  })
  let at = 0
  const spans = kept.map((text) => {
    const start = at
    at += text.length + 1
    return { start, end: start + text.length }
  })
  return { title: document.title, text: kept.join('\n'), sentences: spans }
}

/** Lists that stand under a line of furniture: the headlines of other pages. */
function passingBlocks({ blocks, text }: Document): ReadonlySet<number> {
  const found = new Set<number>()
  let isUnder = false
  blocks.forEach(({ kind, start, end }, number) => {
    isUnder = isPassing(text.slice(start, end)) || (isUnder && kind === 'list-item')
    if (isUnder) found.add(number)
  })
  return found
}

/** Two headlines of one article have a word of some length in common. */
function sharesWords(one: string, other: string): boolean {
  const words = (title: string) => new Set(title.toLowerCase().match(/[\p{L}\p{M}\p{N}]{4,}/gu))
  return words(one).intersection(words(other)).size > 0
}
