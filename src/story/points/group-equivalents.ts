import { contradicts } from '../differences/contradicts.ts'
import { haveDifferentParties } from '../people/different-parties.ts'
import { createWordIndex, type WordIndex } from '../related/word-index.ts'
import type { SentenceText } from '../story-text.ts'
import { dice, sharedCount } from '../words.ts'

/** Sentences of several documents that say the same; the leader came first. */
export type Equivalents = { readonly leader: SentenceText; readonly members: readonly SentenceText[] }

const minSharedStems = 4
const minDice = 0.62
const minContainment = 0.8
const minLengthRatio = 0.45

/**
 * Groups sentences that say the same, in the given order. Each joins the first group whose leader it repeats or rewords. Comparing only
 * with leaders prevents a chain of small changes from joining different statements.
 */
export function groupEquivalents(sentences: readonly SentenceText[]): Equivalents[] {
  const groups: { leader: SentenceText; members: SentenceText[] }[] = []
  const byKey = new Map<string, number>()
  const leaders = createWordIndex(sentences.length)
  for (const sentence of sentences) {
    const key = keyOf(sentence)
    const known = byKey.get(key) ?? findLeader(sentence, groups, leaders)
    if (known !== undefined) {
      groups[known]?.members.push(sentence)
      byKey.set(key, known)
      continue
    }
    byKey.set(key, groups.length)
    leaders.put(groups.length, sentence.stems)
    groups.push({ leader: sentence, members: [sentence] })
  }
  return groups
}

/**
 * True when two sentences say the same: nearly the same content words, none that contradicts the other, and the same people in the same
 * roles.
 */
export function areEquivalent(a: SentenceText, b: SentenceText): boolean {
  const shared = sharedCount(a.stems, b.stems)
  const smaller = Math.min(a.stems.size, b.stems.size)
  const larger = Math.max(a.stems.size, b.stems.size)
  if (shared < Math.min(minSharedStems, larger)) return false
  const isNear =
    dice(a.stems, b.stems) >= minDice || (shared / smaller >= minContainment && smaller / larger >= minLengthRatio)
  return isNear && !contradicts(a.words, b.words) && !haveDifferentParties(a, b)
}

function findLeader(
  sentence: SentenceText,
  groups: readonly { readonly leader: SentenceText }[],
  leaders: WordIndex,
): number | undefined {
  let best: number | undefined
  let bestShared = 0
  leaders.find(sentence.stems, (group, count) => {
    const leader = groups[group]?.leader
    if (!leader || count <= bestShared || count < Math.min(minSharedStems, sentence.stems.size)) return
    if (!areEquivalent(sentence, leader)) return
    best = group
    bestShared = count
  })
  return best
}

function keyOf(sentence: SentenceText): string {
  return sentence.words.map((word) => word.text).join(' ')
}
