import type { Document } from '../core/document.ts'
import { textOf } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import type { Reason } from '../core/story.ts'
import { eachFeature, featureOfWord } from './vectorize.ts'
import type { Neighbor } from './window-entry.ts'

/** The names a document shares with its neighbors, and the words it shares, heaviest first. As the document writes them. */
export type Shared = { readonly names: readonly string[]; readonly words: readonly string[] }

const wordLimit = 8
const nameLimit = 8

function withoutTitle(name: string): string {
  return name.replace(/^(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|Lord|Lady|President|M\.|Mme)\.?\s+/, '')
}

/** Names from the mentions layer, by entity: shared when every word of one of its written forms is. */
function namesFromMentions(doc: Document, annotations: Annotations, shared: ReadonlySet<number>): string[] {
  const names = new Map<string, string>()
  for (const mention of annotations.mentions?.items ?? []) {
    if (mention.form !== 'name' || names.has(mention.entity.id)) continue
    const words = withoutTitle(textOf(doc, mention.span))
      .toLowerCase()
      .match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}'’-]*/gu)
    if (words?.every((word) => shared.has(featureOfWord(word.replace(/['’]s$/, '')))))
      names.set(mention.entity.id, mention.entity.name)
  }
  return [...names.values()]
}

/** Without that layer: capitalized words inside sentences, the longer name standing for its parts. */
function namesFromCapitals(found: ReadonlyMap<number, { surface: string; isName: boolean }>): string[] {
  const names = [...found.values()].filter((item) => item.isName).map((item) => item.surface)
  const longFirst = [...new Set(names)].sort((a, b) => b.split(/\s+/).length - a.split(/\s+/).length)
  const kept: string[] = []
  for (const name of longFirst) if (!kept.some((longer) => longer.split(/\s+/).includes(name))) kept.push(name)
  return kept
}

/**
 * What a document has in common with documents near it. Feature hashes are turned back into words by reading the
 * document itself once more, so every word returned stands in it.
 */
export function sharedBetween(
  doc: Document,
  annotations: Annotations,
  neighbors: readonly Neighbor[],
  featureWeights: ReadonlyMap<number, number>,
): Shared {
  const shared = new Set<number>()
  for (const neighbor of neighbors) for (const feature of neighbor.features) shared.add(feature)
  const found = new Map<number, { surface: string; isName: boolean }>()
  eachFeature(doc, ({ feature, surface, isName }) => {
    if (!shared.has(feature)) return
    const known = found.get(feature)
    if (!known) found.set(feature, { surface, isName })
    else if (isName) known.isName = true
  })
  const names = annotations.mentions ? namesFromMentions(doc, annotations, shared) : namesFromCapitals(found)
  const nameWords = new Set(names.flatMap((name) => name.toLowerCase().split(/\s+/)))
  const words = [...found]
    .filter(([, { surface }]) => !surface.includes(' ') && !nameWords.has(surface.toLowerCase()))
    .map(([feature, { surface }]) => ({ surface, weight: featureWeights.get(feature) ?? 0 }))
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .slice(0, wordLimit)
    .map(({ surface }) => surface)
  return { names, words }
}

/** The reason shown on the page, short enough to read. Score is rounded to three decimals. */
export function reasonOf(score: number, shared: Shared, copiedSentences: number): Reason {
  return {
    score: Math.round(score * 1000) / 1000,
    sharedNames: shared.names.slice(0, nameLimit),
    sharedWords: shared.words,
    copiedSentences,
  }
}
