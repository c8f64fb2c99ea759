import type { Article } from '../core/article.ts'
import { inEveryLanguage } from '../languages/all.ts'
import type { Section } from '../languages/pack.ts'
import { wordsOf } from './words.ts'

const sectionByWord = new Map(
  inEveryLanguage(({ sections }) => sections).flatMap((sections) =>
    (Object.entries(sections) as [Section, string][]).flatMap(([section, words]) =>
      words.split(' ').map((word) => [word, section] as const),
    ),
  ),
)

/**
 * The section that most of a story's articles have at their publishers, by the section's name or, failing that, by the folders of the
 * article's URL (`/sport/football/…`). Undefined when neither says.
 */
export function sectionOf(
  members: readonly { readonly article: Pick<Article, 'section' | 'url'> }[],
): Section | undefined {
  const counts = new Map<Section, number>()
  for (const { article } of members) {
    const section = sectionNamed(article)
    if (section) counts.set(section, (counts.get(section) ?? 0) + 1)
  }
  let best: Section | undefined
  for (const [section, count] of counts) if (best === undefined || count > (counts.get(best) ?? 0)) best = section
  return best
}

/** The section an outlet put an article in, by its own name for it or by the folders of the URL. */
export function sectionNamed({ section, url }: Pick<Article, 'section' | 'url'>): Section | undefined {
  return named(section ?? '') ?? named(foldersOf(url))
}

/** The last matching word is the most specific: `World / Climate` is Climate, `Sport` in `UK sport` is Sport. */
function named(text: string): Section | undefined {
  const words = wordsOf(text).flatMap((word) => [word.text, ...word.text.split('-')])
  return words.map((word) => sectionByWord.get(word)).findLast((section) => section !== undefined)
}

function foldersOf(url: string): string {
  const path = /^[a-z]+:\/\/[^/?#]+(\/[^?#]*)/i.exec(url)?.[1] ?? ''
  // The last part is the words of the headline.
  return path.split('/').slice(0, -1).slice(0, 4).join(' ')
}
