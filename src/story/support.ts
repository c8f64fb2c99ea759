import type { Member } from '../core/story.ts'
import type { Equivalents } from './group-equivalents.ts'

/**
 * For a group by its place: the mean, over the other reports, of its best likeness to a sentence of theirs, plus a little for each
 * copy. A report that carries the very sentence counts fully; between reports likeness is the cosine of content words. Worked out
 * when it is asked for: of most groups of a large story it never is.
 */
export function supportOf(groups: readonly Equivalents[], members: readonly Member[]): (at: number) => number {
  const reports = new Set(members.map((member) => member.group))
  const others = Math.max(1, reports.size - 1)
  const byStem = new Map<string, number[]>()
  groups.forEach((group, index) => {
    for (const stem of group.leader.stems) {
      const list = byStem.get(stem)
      if (list) list.push(index)
      else byStem.set(stem, [index])
    }
  })
  const reportsOf = groups.map((group) => new Set(group.members.map((each) => members[each.member]?.group ?? -1)))
  const shared = new Int32Array(groups.length)
  return (at) => {
    const group = groups[at]!
    const best = new Map<number, number>()
    for (const [other, cosine] of likenesses(group, groups, byStem, shared))
      for (const report of reportsOf[other] ?? []) best.set(report, Math.max(best.get(report) ?? 0, cosine))
    const own = reportsOf[at] ?? new Set()
    for (const report of own) best.set(report, 1)
    const total = [...best.values()].reduce((sum, value) => sum + value, 0) - 1
    const outlets = new Set(group.members.map((each) => members[each.member]?.sourceName)).size
    return Math.max(0, total) / others + 0.05 * Math.log2(outlets)
  }
}

/**
 * The groups that share content words with one, with the cosine where it says something (0.2 and up). `shared` counts the words of
 * each; it is all zeros before and after.
 */
function likenesses(
  group: Equivalents,
  groups: readonly Equivalents[],
  byStem: ReadonlyMap<string, readonly number[]>,
  shared: Int32Array,
): (readonly [number, number])[] {
  const met: number[] = []
  for (const stem of group.leader.stems)
    for (const other of byStem.get(stem) ?? []) if (shared[other]!++ === 0) met.push(other)
  const found: (readonly [number, number])[] = []
  for (const other of met) {
    const size = groups[other]?.leader.stems.size ?? 0
    const cosine = shared[other]! / Math.sqrt(size * group.leader.stems.size)
    if (cosine >= 0.2) found.push([other, cosine])
    shared[other] = 0
  }
  return found
}
