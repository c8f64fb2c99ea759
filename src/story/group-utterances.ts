import type { Entity } from '../core/annotation.ts'
import type { Quote } from '../core/quote.ts'
import type { Wording } from '../core/story.ts'
import { isCutAgainst } from './cut-against.ts'
import { groupAlike } from './group-alike.ts'
import { denies, isTurned } from './turned.ts'
import { containment, sharedCount, type Word } from './words.ts'

/** Two wordings are one utterance when they share this much of the shorter one's words. */
const sameUtterance = 0.6

/** A quotation with its words, before it is grouped with others. */
export type Said = {
  readonly member: number
  readonly quote: Quote
  readonly speaker?: Entity
  readonly words: readonly Word[]
  /** The words in lower case, a space around each. */
  readonly key: string
  readonly stems: ReadonlySet<string>
  readonly wording: Wording
}

/** Groups in order of publication, so that the first of a group is the earliest wording. */
export function groupUtterances(said: readonly Said[]): Said[][] {
  return groupAlike(said, ({ stems }) => stems, isSameUtterance)
}

/**
 * One utterance: the same words, or most content words of the shorter among those of the longer. A fragment of fewer than
 * three content words must stand in the longer one as it is.
 */
export function isSameUtterance(a: Said, b: Said): boolean {
  const [short, long] = a.words.length <= b.words.length ? [a, b] : [b, a]
  if (long.key.includes(short.key))
    return short.key === long.key || (short.words.length >= 3 && !isCutAgainst(short, long))
  if (short.stems.size < 3 || sharedCount(short.stems, long.stems) < 3) return false
  // Within one document the writer quotes one utterance once, and a few words stand in many: these must nearly all agree.
  const isWeak = a.member === b.member || short.stems.size <= 5 || long.stems.size > 5 * short.stems.size
  const needed = isWeak ? 0.85 : sameUtterance
  return containment(short.stems, long.stems) >= needed && !isTurned(short.words, partLike(long.words, short.stems))
}

/** The part of a longer wording from the first to the last word of the shorter one, with the little words and denials around it. */
function partLike(words: readonly Word[], stems: ReadonlySet<string>): readonly Word[] {
  const isShared = ({ stem, isStop }: Word) => !isStop && stems.has(stem)
  let first = words.findIndex(isShared)
  const isAround = (word: Word | undefined) => word !== undefined && (word.isStop || denies(word))
  while (first > 0 && isAround(words[first - 1])) first--
  let last = words.findLastIndex(isShared)
  while (isAround(words[last + 1])) last++
  return words.slice(first, last + 1)
}
