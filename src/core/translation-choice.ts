import { primaryLanguage } from './text/primary-language.ts'
import { isLanguageTag } from './translation.ts'

/** What a reader wants for a language pair; `offer` is the default. */
export const pairWishes = ['never', 'offer', 'always'] as const
export type PairWish = (typeof pairWishes)[number]

export type PairChoice = { readonly from: string; readonly to: string; readonly wish: PairWish }

const prefix = 'translate:'

/** Name of a pair's preference. */
export function pairName(from: string, to: string): string {
  return `${prefix}${primaryLanguage(from)}>${to}`
}

/** A reader's choices by pair name; unreadable ones are ignored. */
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
