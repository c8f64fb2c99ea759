import type { SentenceText } from './story-text.ts'
import { dice, sharedCount } from './words.ts'

/** Sentences of several documents that say the same thing; the leader came first. */
export type Equivalents = { readonly leader: SentenceText; readonly members: readonly SentenceText[] }

const minSharedStems = 4
const minDice = 0.62
const minContainment = 0.8
const minLengthRatio = 0.45

/**
 * Groups sentences that say the same thing, in the order given. Each sentence joins the first group whose leader it
 * equals or rewords; comparing with leaders only keeps a chain of small changes from joining unlike ends.
 */
export function groupEquivalents(sentences: readonly SentenceText[]): Equivalents[] {
  const groups: { leader: SentenceText; members: SentenceText[] }[] = []
  const byKey = new Map<string, number>()
  const byStem = new Map<string, number[]>()
  const shared = new Int32Array(sentences.length)
  for (const sentence of sentences) {
    const key = keyOf(sentence)
    const known = byKey.get(key) ?? findLeader(sentence, groups, byStem, shared)
    if (known !== undefined) {
      groups[known]?.members.push(sentence)
      byKey.set(key, known)
      continue
    }
    byKey.set(key, groups.length)
    for (const stem of sentence.stems) listAt(byStem, stem).push(groups.length)
    groups.push({ leader: sentence, members: [sentence] })
  }
  return groups
}

/**
 * True when two sentences say the same thing: nearly the same content words, no number that only one of them gives
 * in place of another, and the same number of negations.
 */
export function areEquivalent(a: SentenceText, b: SentenceText): boolean {
  const shared = sharedCount(a.stems, b.stems)
  const smaller = Math.min(a.stems.size, b.stems.size)
  const larger = Math.max(a.stems.size, b.stems.size)
  if (shared < Math.min(minSharedStems, larger)) return false
  const isNear =
    dice(a.stems, b.stems) >= minDice || (shared / smaller >= minContainment && smaller / larger >= minLengthRatio)
  return isNear && !numbersConflict(a, b) && negationCount(a) % 2 === negationCount(b) % 2
}

/** How many negating words a sentence holds. */
export function negationCount(sentence: SentenceText): number {
  return sentence.words.filter((word) => isNegation(word.text)).length
}

export function isNegation(word: string): boolean {
  return /n't$/.test(word) || /^(?:not|no|never|none|nobody|nothing|neither|nor|cannot|without)$/.test(word)
}

/** `shared` counts for each group what the sentence shares with its leader; it is all zeros before and after. */
function findLeader(
  sentence: SentenceText,
  groups: readonly { readonly leader: SentenceText }[],
  byStem: ReadonlyMap<string, readonly number[]>,
  shared: Int32Array,
): number | undefined {
  const met: number[] = []
  for (const stem of sentence.stems)
    for (const group of byStem.get(stem) ?? []) if (shared[group]!++ === 0) met.push(group)
  let best: number | undefined
  let bestShared = 0
  for (const group of met) {
    const count = shared[group]!
    shared[group] = 0
    const leader = groups[group]?.leader
    if (!leader || count <= bestShared || count < Math.min(minSharedStems, sentence.stems.size)) continue
    if (!areEquivalent(sentence, leader)) continue
    best = group
    bestShared = count
  }
  return best
}

function numbersConflict(a: SentenceText, b: SentenceText): boolean {
  const inA = numbersOf(a)
  const inB = numbersOf(b)
  return inA.some((number) => !inB.includes(number)) && inB.some((number) => !inA.includes(number))
}

function numbersOf(sentence: SentenceText): string[] {
  return sentence.words.filter((word) => /^\p{N}/u.test(word.text)).map((word) => word.text)
}

function keyOf(sentence: SentenceText): string {
  return sentence.words.map((word) => word.text).join(' ')
}

function listAt(lists: Map<string, number[]>, key: string): number[] {
  const known = lists.get(key)
  if (known) return known
  const made: number[] = []
  lists.set(key, made)
  return made
}
