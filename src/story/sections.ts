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
 * article's URL (`/sport/football/…`). Undefined when neither says, less than a third of the articles agree, or two sections have as many.
 */
export function sectionOf(
  members: readonly { readonly article: Pick<Article, 'section' | 'url'> }[],
): Section | undefined {
  return mostCommon(members.map(({ article }) => sectionNamed(article)))
}

/** What at least a third of them are, and more than are any other. */
export function mostCommon<Name extends string>(names: readonly (Name | undefined)[]): Name | undefined {
  const counts = new Map<Name, number>()
  for (const name of names) if (name !== undefined) counts.set(name, (counts.get(name) ?? 0) + 1)
  const [best, second] = [...counts].sort(([, a], [, b]) => b - a)
  return best !== undefined && best[1] !== second?.[1] && best[1] * 3 >= names.length ? best[0] : undefined
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
