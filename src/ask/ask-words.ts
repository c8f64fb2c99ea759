import { matchesOf } from '../core/text/matches-of.ts'
import { lightStem } from '../core/text/stem.ts'

/** A word of a text: in lower case without accents, with its stem and offsets. */
export type AskWord = {
  readonly text: string
  readonly stem: string
  /** What the word can be found by: its stem, the root of that, and the stems of its parts. */
  readonly keys: readonly string[]
  readonly start: number
  readonly end: number
  readonly isCapital: boolean
}

const pattern = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu
const notAscii = /[^\x00-\x7f]/

/** Splits a text into words; offsets count from `offset`. `U.S.` and `10,000` are one word each. */
export function askWords(text: string, offset = 0): AskWord[] {
  return matchesOf(pattern, text).map(({ 0: raw, index }) => {
    const { text, stem, keys, isCapital } = readWord(raw)
    return { text, stem, keys, start: offset + index, end: offset + index + raw.length, isCapital }
  })
}

/** The words of a text as written, without the work of `askWords`. */
export function writtenWords(text: string): readonly string[] {
  return text.match(pattern) ?? []
}

type ReadWord = Omit<AskWord, 'start' | 'end'>
const read = new Map<string, ReadWord>()

/** Folds and stems a written word. News repeats the same words, so results are cached. */
export function readWord(raw: string): ReadWord {
  const known = read.get(raw)
  if (known !== undefined) return known
  const text = foldWord(raw)
  const stem = stemOf(text)
  const isCapital = raw !== raw.toLowerCase() && raw[0] !== raw[0]?.toLowerCase()
  const word = { text, stem, keys: keysOf(text, stem), isCapital }
  if (read.size > mostWords) read.clear()
  read.set(raw, word)
  return word
}

/** Size of the cache of words: about the vocabulary of three thousand articles. */
const mostWords = 100_000

function keysOf(text: string, stem: string): readonly string[] {
  const root = rootOf(stem)
  return [
    stem,
    ...(root === stem ? [] : [root]),
    ...(arabic.test(text) ? [stemOf(bareArabic(text))] : []),
    ...(text.includes('-') ? text.split('-').flatMap((part) => (part === '' ? [] : [stemOf(part)])) : []),
  ]
}

const arabic = /^[\u0600-\u06ff]/
const endings =
  /(?:ations?|itions?|ions?|ments?|als?|ives?|ities|ity|ly|ists?|ians?|ences?|ances?|ness|ful|able|ible|ry)$/

/** A stem without derivational endings, the same for `investigation` and `investigator`. A lookup key, not a word. */
export function rootOf(stem: string): string {
  const bare = stem.length > 6 ? stem.replace(endings, '') : stem
  if (bare.length >= 5 && bare !== stem) return `~${bare.replace(/e$/, '')}`
  return stem.length >= 5 ? `~${stem.replace(/(?:at)?e?$/, '')}` : stem
}

/** A word in the form used for comparison: lower case, no accents, no `'s`, no periods of an abbreviation. */
export function foldWord(raw: string): string {
  let text = raw.toLowerCase().replaceAll('’', "'")
  if (notAscii.test(text)) text = text.normalize('NFKD').replace(/[\p{M}\u0640]/gu, '')
  if (text.includes("'"))
    text = text
      .replace(/'s$/, '')
      .replace(/^(?:l|d|qu|n|s|j|m|c|t)'/, '')
      .replaceAll("'", '')
  if (text.includes('.') && /^\p{L}(?:\.\p{L})+$/u.test(text)) text = text.replaceAll('.', '')
  if (text.includes(',')) text = text.replace(/(?<=\d),(?=\d)/g, '')
  return text
}

/** The stem of a folded word; irregular forms share the stem of their base form. */
export function stemOf(word: string): string {
  return irregular.get(word) ?? lightStem(word)
}

/** Irregular forms, each line under its base form. */
const forms = `win won winning|lose lost losing|buy bought buying|sell sold|leave left leaving|shoot shot shooting shootings
|fall fell fallen|rise rose risen rising|pay paid|take took taken taking|give gave given giving|hold held|build built|meet met meeting
|find found|send sent|spend spent|begin began begun|break broke broken|choose chose chosen|come came coming|become became|do did done
|drive drove driven|eat ate eaten|fight fought|fly flew flown flies|forget forgot|get got gotten|go went gone going|grow grew grown
|hear heard|hide hid hidden|hit hitting|keep kept|know knew known|lead led|lend lent|let letting|make made making|mean meant|read reading
|ride rode ridden|run ran running|say said says saying|see saw seen|seek sought|sit sat|speak spoke spoken|stand stood|steal stole stolen
|strike struck striking|swear swore sworn|teach taught|tell told|think thought|throw threw thrown|wear wore worn|write wrote written writing
|woman women|man men|child children|person people|wife wives|life lives|knife knives|die died dying dies|lie lied lying lies|vote voted voting votes
|deny denied denies denying|try tried tries trying|reply replied|apply applied applies applying application|cut cutting|shut shutting|quit quitting
|plan planned planning|ban banned banning|stop stopped stopping|cost costing|catch caught|bring brought|feel felt|draw drew drawn|withdraw withdrew withdrawn
|sue sued suing|bear bore born|bring bringing|deal dealt|arrest arrested|elect elected election|resign resigned resignation resigning`

const irregular: ReadonlyMap<string, string> = new Map(
  forms.split('|').flatMap((line) => {
    const [first = '', ...others] = line.trim().split(/\s+/)
    return [first, ...others].map((word) => [word, first] as const)
  }),
)

/** True for an irregular form, such as `died` or `won`. */
export function isIrregular(word: string): boolean {
  return irregular.has(word) && irregular.get(word) !== word
}

/** Other forms to look up in the index, which stores words as written. */
export function formsOf(word: string): readonly string[] {
  const stem = stemOf(word)
  if (isArabic.test(word)) return arabicForms(word)
  const listed = byFirst.get(stem)
  if (listed) return [...new Set([word, ...listed])]
  if (!/^[a-z]{3,}$/.test(word)) return [word]
  const bare = stem.replace(/e$/, '')
  const ended = /[^aeiou]y$/.test(stem)
    ? [`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`]
    : [`${bare}es`, `${bare}ed`, `${bare}ing`, `${stem}s`, `${bare}e`]
  return [...new Set([word, stem, bare, ...ended])]
}

const isArabic = /^[\u0600-\u06ff]{3,}$/

/** Arabic writes the article and one-letter prepositions and conjunctions together with the word. */
function arabicForms(word: string): readonly string[] {
  const bare = bareArabic(word)
  const article = ['', 'ال', 'وال', 'بال', 'لل', 'كال', 'فال']
  return [...new Set([word, ...[...article, 'و', 'ب', 'ل', 'ف'].map((before) => before + bare)])]
}

/** An Arabic word without the article, prepositions and conjunctions attached in front. */
export function bareArabic(word: string): string {
  const bare = word.replace(/^(?:[وف]?(?:ال|لل|بال|كال)|[وف](?=\p{L}{4})[بلك](?=\p{L}{4})|[وفبلك](?=\p{L}{4}))/u, '')
  return bare.length >= 3 ? bare : word
}

const byFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(irregular.keys(), (word) => irregular.get(word)!)
