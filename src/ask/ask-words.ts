import { lightStem } from '../core/stem.ts'

/** A word of a text: folded to small letters without accents, its stem, and where it stands. */
export type AskWord = {
  readonly text: string
  readonly stem: string
  readonly start: number
  readonly end: number
  /** Begins with a capital letter. */
  readonly isCapital: boolean
}

const pattern = /[\p{L}\p{M}\p{N}]+(?:['’.,][\p{L}\p{M}\p{N}]+)*/gu
const notAscii = /[^\x00-\x7f]/

/** Splits a text into words with their places, from `offset` on; `U.S.` and `10,000` are one word each. */
export function askWords(text: string, offset = 0): AskWord[] {
  const words: AskWord[] = []
  for (const match of text.matchAll(pattern)) {
    const raw = match[0]
    const folded = foldWord(raw)
    words.push({
      text: folded,
      stem: stemOf(folded),
      start: offset + match.index,
      end: offset + match.index + raw.length,
      isCapital: raw !== raw.toLowerCase() && raw[0] !== raw[0]?.toLowerCase(),
    })
  }
  return words
}

/** A word as it is compared: small, without accents, without `'s` and the points of an abbreviation. */
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

const stems = new Map<string, string>()

/** The stem of a folded word, with irregular forms brought to one. */
export function stemOf(word: string): string {
  const known = stems.get(word)
  if (known !== undefined) return known
  const stem = irregular.get(word) ?? lightStem(word)
  if (stems.size > 50_000) stems.clear()
  stems.set(word, stem)
  return stem
}

/** Forms that no rule of ours brings together, each line under its first. */
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

/** True for a form such as `died` or `won`, whose like no rule makes. */
export function isIrregular(word: string): boolean {
  return irregular.has(word) && irregular.get(word) !== word
}

/** Other forms under which a word is looked for in the index, which keeps words as they are written. */
export function formsOf(word: string): readonly string[] {
  const stem = stemOf(word)
  const listed = byFirst.get(stem)
  if (listed) return [...new Set([word, ...listed])]
  if (!/^[a-z]{3,}$/.test(word)) return [word]
  const bare = stem.replace(/e$/, '')
  const ended = /[^aeiou]y$/.test(stem)
    ? [`${stem.slice(0, -1)}ies`, `${stem.slice(0, -1)}ied`, `${stem}ing`]
    : [`${bare}es`, `${bare}ed`, `${bare}ing`, `${stem}s`, `${bare}e`]
  return [...new Set([word, stem, bare, ...ended])]
}

const byFirst: ReadonlyMap<string, readonly string[]> = Map.groupBy(irregular.keys(), (word) => irregular.get(word)!)

/** How many letters must be put in, left out, changed or swapped to make one word of the other; stops at `most` + 1. */
export function letterDistance(a: string, b: string, most: number): number {
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    const row = [i]
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let least = Math.min(row[j - 1]! + 1, last[j]! + 1, last[j - 1]! + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) least = Math.min(least, before[j - 2]! + 1)
      row.push(least)
    }
    if (Math.min(...row) > most) return most + 1
    before = last
    last = row
  }
  return last[b.length]!
}

/** True for two words that are one but for a slip: one letter in five or more, two in nine or more, the first letter right. */
export function isNearlySame(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter < 5 || a[0] !== b[0]) return false
  const most = shorter >= 9 ? 2 : 1
  return letterDistance(a, b, most) <= most
}

/** What a slip of one letter may have been meant to be: every word at distance one, for words of five letters or more. */
export function slipsOf(word: string): readonly string[] {
  if (!/^[a-z]{5,14}$/.test(word)) return []
  const found = new Set<string>()
  for (let at = 0; at < word.length; at++) {
    found.add(word.slice(0, at) + word.slice(at + 1))
    if (at > 0) found.add(word.slice(0, at - 1) + word[at] + word[at - 1] + word.slice(at + 1))
  }
  for (const letter of 'abcdefghijklmnopqrstuvwxyz')
    for (let at = 1; at <= word.length; at++) {
      found.add(word.slice(0, at) + letter + word.slice(at))
      if (at < word.length) found.add(word.slice(0, at) + letter + word.slice(at + 1))
    }
  found.delete(word)
  return [...found]
}
