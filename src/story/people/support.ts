import { nth } from '../../core/nth.ts'
import type { Member } from '../../core/story.ts'
import { contradicts } from '../differences/contradicts.ts'
import type { Equivalents } from '../points/group-equivalents.ts'
import { createWordIndex, type WordIndex } from '../related/word-index.ts'

/**
 * The support of a group by index: the mean, over the other reports, of its best similarity to one of their sentences, plus a little for
 * each copy. A report with the very sentence counts fully; otherwise similarity is the cosine of content words. Computed on demand, because
 * most groups of a large story never need it.
 */
export function supportOf(groups: readonly Equivalents[], members: readonly Member[]): (at: number) => number {
  const reports = new Set(members.map((member) => member.group))
  const others = Math.max(1, reports.size - 1)
  const leaders = createWordIndex(groups.length)
  for (const [at, { leader }] of groups.entries()) leaders.put(at, leader.stems)
  const reportsOf = groups.map((group) => new Set(group.members.map((each) => members[each.member]?.group ?? -1)))
  return (at) => {
    const group = nth(groups, at)
    const best = new Map<number, number>()
    for (const [other, cosine] of likenesses(group, groups, leaders))
      for (const report of reportsOf[other] ?? []) best.set(report, Math.max(best.get(report) ?? 0, cosine))
    const own = reportsOf[at] ?? new Set()
    for (const report of own) best.set(report, 1)
    const total = [...best.values()].reduce((sum, value) => sum + value, 0) - 1
    const outlets = new Set(group.members.map((each) => members[each.member]?.sourceName)).size
    return Math.max(0, total) / others + 0.05 * Math.log2(outlets)
  }
}

/** From this cosine on, two sentences either reword or contradict each other. */
const sameWords = 0.6

/** The groups that share content words with one, with the cosine if it is at least 0.2. */
function likenesses(
  group: Equivalents,
  groups: readonly Equivalents[],
  leaders: WordIndex,
): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = []
  leaders.find(group.leader.stems, (other, count) => {
    const like = groups[other]?.leader
    const cosine = count / Math.sqrt((like?.stems.size ?? 0) * group.leader.stems.size)
    if (!like || cosine < 0.2) return
    // The same with another number, or denied, is not support.
    if (cosine < sameWords || !contradicts(like.words, group.leader.words)) found.push([other, cosine])
  })
  return found
}
