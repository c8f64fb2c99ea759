import { readModel } from '../../core/read-model.ts'
import type { Term } from '../../core/story.ts'
import { lightStem } from '../../core/text/stem.ts'
import {
  exactKey,
  foldWord,
  foreignKey,
  isFunctionWord,
  isReadLanguage,
  type ReadLanguage,
  regularForm,
} from './foreign-words.ts'
import { openWordTable, type Translation, type WordTable } from './word-table.ts'

/** A word of a story in another language: its weight, and what it may be in English. */
export type ForeignTerm = { readonly word: string; readonly weight: number; readonly translation: Translation }

/** Looks up a key. */
export type Looked = (key: string) => Translation | undefined

const tables = new Map<ReadLanguage, WordTable>()

/** The list of a language, read on first use, in about 2 ms. */
function tableOf(language: ReadLanguage): WordTable {
  const known = tables.get(language)
  if (known) return known
  const opened = openWordTable(readModel(new URL(`./freedict-${language}.bin`, import.meta.url)).body)
  tables.set(language, opened)
  return opened
}

const read = new WeakMap<readonly Term[], readonly ForeignTerm[]>()

/**
 * The words of a story in English, by a list of words; undefined in languages without one. What the list does not have is taken for an
 * English word with an ending of the other language (`Demonstration`, `investigación`), or for a name. Cached with the terms.
 */
export function readForeign(language: string, terms: readonly Term[]): readonly ForeignTerm[] | undefined {
  if (!isReadLanguage(language)) return undefined
  const known = read.get(terms)
  if (known) return known
  const { find } = tableOf(language)
  const byKey = new Map<string, { count: number; readonly word: string; readonly translation: Translation }>()
  for (const { word, weight } of terms) {
    const lower = word.toLowerCase()
    if (isFunctionWord(language, lower)) continue
    const plain = regularForm(language, lower)
    const key = foreignKey(language, plain)
    const count = Math.exp(weight - 1)
    const same = byKey.get(key)
    if (same) same.count += count
    else byKey.set(key, { count, word, translation: translate(find, language, plain) })
  }
  const made = [...byKey.values()].map(({ count, ...term }) => ({ ...term, weight: 1 + Math.log(count) }))
  read.set(terms, made)
  return made
}

function translate(find: Looked, language: ReadLanguage, word: string): Translation {
  const folded = foldWord(word)
  const found = find(exactKey(word)) ?? findForm(find, language, word)
  const known = found ?? (language === 'de' ? compoundIn(find, folded) : undefined)
  return known ?? [...new Set([lightStem(folded), ...alikeIn(language, folded)])].map((stem) => [stem, 1] as const)
}

/** By the key of a form, or by that of the key: `Gerichte` has the key of `Gericht`, whose own is shorter. */
function findForm(find: Looked, language: ReadLanguage, word: string): Translation | undefined {
  const key = foreignKey(language, word)
  return find(key) ?? find(foreignKey(language, key))
}

const shortestPart = 4
/** A part says less than a word of its own. */
const partShare = 0.6

/** A German compound by its two parts, of which the last is the longest that is known. */
export function compoundIn(find: Looked, word: string): Translation | undefined {
  for (let at = shortestPart; at <= word.length - shortestPart; at++) {
    const last = findForm(find, 'de', word.slice(at))
    if (!last) continue
    const start = word.slice(0, at)
    const first = findForm(find, 'de', start) ?? findForm(find, 'de', start.replace(/s$/, ''))
    if (first) return [...first, ...last].map(([stem, share]) => [stem, share * partShare] as const)
  }
  return undefined
}

/** Endings that a language has where English has another. */
const endings: { readonly [Language in ReadLanguage]: readonly (readonly [RegExp, string])[] } = {
  de: [
    [/tionen$/, 'tion'],
    [/itat(?:en)?$/, 'ity'],
    [/ismus$/, 'ism'],
    [/isten?$/, 'ist'],
    [/isch(?:e[nrsm]?)?$/, 'ic'],
    [/isch(?:e[nrsm]?)?$/, 'ical'],
    [/(?:ell|al)(?:e[nrsm]?)?$/, 'al'],
    [/ie$/, 'y'],
    [/(?:en|e[rsm]?|n|s)$/, ''],
  ],
  es: [
    [/ci[oó]n(?:es)?$/, 'tion'],
    [/si[oó]n(?:es)?$/, 'sion'],
    [/dad(?:es)?$/, 'ty'],
    [/ismos?$/, 'ism'],
    [/istas?$/, 'ist'],
    [/encias?$/, 'ence'],
    [/ancias?$/, 'ance'],
    [/ic[oa]s?$/, 'ic'],
    [/ic[oa]s?$/, 'ical'],
    [/ari[oa]s?$/, 'ary'],
    [/os[oa]s?$/, 'ous'],
    [/iv[oa]s?$/, 'ive'],
    [/ores?$/, 'or'],
    [/ales$/, 'al'],
    [/[oa]s?$/, ''],
    [/es$/, ''],
  ],
}

function alikeIn(language: ReadLanguage, word: string): string[] {
  if (word.length < 6) return []
  return endings[language].flatMap(([ending, english]) => {
    const made = word.replace(ending, english)
    return made !== word && made.length >= 4 ? [lightStem(made)] : []
  })
}
