import type { Member } from '../core/story.ts'
import type { MemberText } from './story-text.ts'
import { contentStems, wordsOf } from './words.ts'

/** News begins with what matters: so many sentences of an article, with its title, tell what it is about. */
const openingSentences = 5

/** Stems of the title and of the first sentences of an article. */
function openingStems({ input, sentences }: MemberText): ReadonlySet<string> {
  const stems = new Set(contentStems(wordsOf(input.document.title)))
  for (const sentence of sentences.slice(0, openingSentences)) for (const stem of sentence.stems) stems.add(stem)
  return stems
}

/**
 * How much of some stems of a member the openings of the other articles have too, relative to at least `least` stems: 0 to 1. Each report
 * counts once, however often it is printed.
 */
type SharedWords = (stems: ReadonlySet<string>, member: number, least: number) => number

/** Reads the openings of a story's articles, to compare titles and sentences with them. */
export function readSharedWords(texts: readonly MemberText[], members: readonly Member[]): SharedWords {
  const sizes = new Map<number, number>()
  for (const { group } of members) sizes.set(group, (sizes.get(group) ?? 0) + 1)
  const weightOf = (member: number) => 1 / (sizes.get(members[member]?.group ?? -1) ?? 1)
  const openings = new Map(texts.map((text) => [text.member, openingStems(text)]))
  const weights = new Map<string, number>()
  let all = 0
  for (const [member, stems] of openings) {
    const weight = weightOf(member)
    all += weight
    for (const stem of stems) weights.set(stem, (weights.get(stem) ?? 0) + weight)
  }
  return (stems, member, least) => {
    const own = weightOf(member)
    const others = all - own
    if (others < 1e-9) return 0
    let shared = 0
    for (const stem of stems) {
      const isOwn = openings.get(member)?.has(stem) === true
      shared += Math.max(0, (weights.get(stem) ?? 0) - (isOwn ? own : 0))
    }
    return shared / Math.max(least, stems.size) / others
  }
}
