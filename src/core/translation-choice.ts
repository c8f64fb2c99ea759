import { primaryLanguage } from './text/primary-language.ts'
import { isLanguageTag } from './translation.ts'

/** What a reader wants of a language pair; `offer` stands until another is chosen. */
export const pairWishes = ['never', 'offer', 'always'] as const
export type PairWish = (typeof pairWishes)[number]

/** From one language into another, and what the reader wants of it. */
export type PairChoice = { readonly from: string; readonly to: string; readonly wish: PairWish }

const prefix = 'translate:'

/** Under which name a pair stands among a reader's preferences. */
export function pairName(from: string, to: string): string {
  return `${prefix}${primaryLanguage(from)}>${to}`
}

/** The pairs a reader chose something of, by name; what cannot be read counts as not chosen. */
export function readPairs(preferences: ReadonlyMap<string, string>): readonly PairChoice[] {
  return [...preferences]
    .flatMap(([name, value]): PairChoice[] => {
      if (!name.startsWith(prefix)) return []
      const [from = '', to = ''] = name.slice(prefix.length).split('>')
      const wish = pairWishes.find((known) => known === value)
      return wish && isLanguageTag(from) && isLanguageTag(to) ? [{ from, to, wish }] : []
    })
    .toSorted((a, b) => (`${a.from}>${a.to}` < `${b.from}>${b.to}` ? -1 : 1))
}
