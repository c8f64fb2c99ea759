import type { StoryId } from '../../core/ids.ts'
import type { StoryPool } from '../story-pool.ts'
import { linkByWords, type WordPair } from './link-by-words.ts'
import { type LanguageLink, linkLanguages } from './link-languages.ts'

/** A link across languages; `words` are there when words that mean the same speak for it too, or alone. */
export type AcrossLink = LanguageLink & { readonly words?: readonly WordPair[] }

/**
 * Links stories on one event in different languages: by names, days and numbers, and where those do not suffice, by words. A story has one
 * link to each language. With `of`, returns only the links of that story, as `a`. Pure.
 */
export function linkAcross(pool: StoryPool, of?: StoryId): AcrossLink[] {
  const { stories } = pool
  const languages = new Map(stories.map(({ id, language }) => [id, language]))
  const byWords = new Map(linkByWords(pool, of).map((link) => [keyOf(link), link]))
  const links: AcrossLink[] = linkLanguages(stories, of).map((link) => {
    const same = byWords.get(keyOf(link))
    return same ? { ...link, words: same.a === link.a ? same.words : same.words.map(turned) } : link
  })
  const isNew = ({ a, b }: LanguageLink) => !isLinked(links, a, b) && !isLinked(links, b, a)
  const more = [...byWords.values()].filter(isNew)
  // The other story's own links are known only when those of all stories are.
  return [
    ...links,
    ...(of === undefined ? more : more.filter(({ a, b }) => !isLinked(linkLanguages(stories, b), b, a))),
  ]

  /** Whether a story has a link to the language of another. */
  function isLinked(among: readonly LanguageLink[], id: StoryId, other: StoryId): boolean {
    const language = languages.get(other)
    return among.some(
      ({ a, b }) => (a === id && languages.get(b) === language) || (b === id && languages.get(a) === language),
    )
  }
}

function turned({ here, there }: WordPair): WordPair {
  return { here: there, there: here }
}

/** The same for a link and its reverse. */
function keyOf({ a, b }: LanguageLink): string {
  return [a, b].sort().join(' ')
}
