import type { Document } from '../core/document.ts'
import { type Finding, wrong } from './finding.ts'
import { type NumberRead, numbersIn } from './numbers-in.ts'

/**
 * Checks that an article supports its own title: each number, by value and bound, and each name must be in the text. Names are recognized
 * by their capital, so for titles in title case and for scripts without capitals only numbers are checked. Contradictions are not checked,
 * because titles leave out too much.
 */
export function checkTitle({ title, text }: Pick<Document, 'title' | 'text'>): Finding {
  const missing = numbersIn(title).find((number) => isAmount(number) && !isInText(number, title, text))
  if (missing) return wrong('number', `The number ${missing.value} of the title isn’t in the article.`)
  const stranger = namesIn(title).find((name) => !isNamedIn(text, name))
  return stranger === undefined ? undefined : wrong('name', `The name “${stranger}” of the title isn’t in the article.`)
}

/** `Trumpism` is supported by `Trump`, `Dems` by `Democrats`. */
function isNamedIn(text: string, name: string): boolean {
  const stem = name.length < 5 ? name.slice(0, 3) : name.replace(/(?:ism|ists?|ians?|s)$/, '')
  return text.includes(stem) || text.toLowerCase().includes(stem.toLowerCase())
}

function isAmount({ value, sign }: NumberRead): boolean {
  return value >= 2 && sign !== 'th' && !(value >= 1900 && value < 2100)
}

function isInText(number: NumberRead, title: string, text: string): boolean {
  if (text.includes(title.slice(number.start, number.end))) return true
  return numbersIn(text).some(({ value }) => isBorneBy(number, value))
}

/** `More than 100` is supported by 112, `about 100` by 97. */
function isBorneBy({ value, bound }: NumberRead, stated: number): boolean {
  if (stated === value) return true
  if (bound === 'low') return stated > value && stated < value * 1.5
  if (bound === 'high') return stated < value && stated > value * 0.5
  return bound === 'near' && Math.abs(stated - value) < value * 0.1
}

const word = /\p{L}[\p{L}\p{M}]*/gu

function namesIn(title: string): string[] {
  const words = [...title.matchAll(word)]
  const long = words.filter(([each]) => each.length > 3)
  const capitals = long.filter(([each]) => /^\p{Lu}/u.test(each))
  if (long.length < 3 || capitals.length > long.length * 0.6) return []
  return words.flatMap(([each], at) => {
    if (
      /^(?:\p{L}+day|Day|Mother|Father|January|February|March|April|June|July|August|September|October|November|December)$/u.test(
        each,
      )
    )
      return []
    const before = title.slice(0, words[at]?.index)
    const isStart = at === 0 || /[:.?!|–—“"‘'«-]\s*$/.test(before)
    return !isStart && each.length > 2 && /^\p{Lu}\p{Ll}/u.test(each) ? [each] : []
  })
}
