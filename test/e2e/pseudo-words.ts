import type { Words } from '../../src/web/words/en.ts'

/**
 * A language that nobody speaks, made from the English words: every letter carries an accent, every text is longer by
 * a third and is in ⟦ ⟧, and dates, numbers and names of languages come in another script. What a page shows in
 * plain Latin letters outside the brackets then comes from no catalogue.
 */
export function pseudoWords(words: Words): Words {
  return { ...(changed(words) as Words), locale: 'ja', direction: words.direction }
}

function changed(value: unknown): unknown {
  if (typeof value === 'string') return spoken(value, [])
  if (Array.isArray(value)) return value.map(changed)
  if (typeof value === 'function')
    return (...args: readonly unknown[]) => {
      const made: unknown = value(...args)
      return typeof made === 'string'
        ? spoken(
            made,
            args.filter((arg) => typeof arg === 'string'),
          )
        : changed(made)
    }
  // An Intl formatter or a rendered piece is no bag of words.
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, codes.has(name) ? part : changed(part)]))
}

/** Read by programs, not by people. */
const codes = new Set(['id', 'locale', 'direction', 'href'])

/** Changes what is ours of a text; what was handed in stands as it was. */
function spoken(text: string, given: readonly string[]): string {
  if (!/[a-z]/i.test(text)) return text
  const present = given.filter((part) => part !== '' && text.includes(part)).sort((a, b) => b.length - a.length)
  const parts = present.length === 0 ? [text] : text.split(new RegExp(`(${present.map(RegExp.escape).join('|')})`))
  return `⟦${parts.map((part, index) => (index % 2 === 0 ? accented(part) : part)).join('')}⟧`
}

const accents: Readonly<Record<string, string>> = Object.fromEntries(
  [...'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'].map((letter, index) => [
    letter,
    [...'áƀçđéƒĝĥíĵķĺɱñóƥɋŕšţúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĹṀÑÓƤɊŔŠŢÚṼŴẊÝŽ'][index]!,
  ]),
)

/** With accents, and every vowel twice: about a third longer. */
function accented(text: string): string {
  return text.replace(/[a-z]/gi, (letter) => accents[letter]!.repeat(/[aeiou]/.test(letter) ? 2 : 1))
}
