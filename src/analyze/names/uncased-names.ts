import type { UncasedNameWords } from '../../languages/name-words.ts'
import type { Named } from './capitalized-names.ts'

type Word = { readonly text: string; readonly start: number; readonly end: number }

/** Reads the name at a place, behind the words for an office. */
export type UncasedNames = {
  /** The person named right at `from`, before any sign; undefined when the words name nobody. */
  readonly at: (from: number, to: number) => Named | undefined
}

/** Without capitals a name is the two words, sometimes more, after the words for an office. */
export function uncasedNames(text: string, language: UncasedNameWords): UncasedNames {
  let known: ReadonlyMap<string, string> | undefined
  const fullNameOf = (surname: string): string | undefined => {
    known ??= fullNames(language, text)
    return known.get(surname)
  }
  return { at: (from, to) => nameAt(language, wordsBetween(text, from, to), fullNameOf) }
}

/** The words up to the first sign. */
function wordsBetween(text: string, from: number, to: number): Word[] {
  const part = /^[^،,؛;:.!?؟«»“”"()–—]*/u.exec(text.slice(from, to))?.[0] ?? ''
  return [...part.matchAll(/[\p{L}\p{M}\p{N}-]+\.?/gu)].map(({ 0: word, index }) => ({
    text: word,
    start: from + index,
    end: from + index + word.length,
  }))
}

function nameAt(
  language: UncasedNameWords,
  words: readonly Word[],
  fullNameOf: (surname: string) => string | undefined,
): Named | undefined {
  const plain = (i: number): string => words[i]?.text ?? ''
  if (words.length === 0 || language.nobody.test(plain(0)) || language.stops.test(plain(0))) return undefined
  const alone = words.length === 1 || language.stops.test(plain(1)) || language.prepositioned.test(plain(1))
  const full = fullNameOf(plain(0))
  if (full && (alone || language.article.test(plain(0)))) return named(words.slice(0, 1), full)
  const first = pastOffice(language, words)
  if (first === undefined) return undefined
  const last = endOfName(language, words, first)
  const kept = words.slice(first, last)
  if (kept.length === 0 || !kept.every(({ text }) => language.nameWord.test(text))) return undefined
  // `ممرضة سابقة`: what somebody is or was
  if (kept.slice(1).some(({ text }) => language.adjectives.test(text))) return undefined
  const name = kept.map(({ text }) => text).join(' ')
  if (kept.length === 1) {
    const whole = fullNameOf(name)
    return whole ? named(words.slice(0, last), whole) : undefined
  }
  return named(words.slice(0, last), name)
}

function named(words: readonly Word[], name: string): Named {
  return { name, span: { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 }, isOther: false }
}

/** Where the name begins: behind offices, words with the article that go with them, and their place. */
function pastOffice(language: UncasedNameWords, words: readonly Word[]): number | undefined {
  const plain = (i: number): string => words[i]?.text ?? ''
  let at = 0
  while (at < words.length) {
    const word = plain(at)
    if (language.called.test(word)) return at + 1
    if (language.nobody.test(word) && at === 0) return undefined
    const isOffice = language.offices.test(word) || (at < 10 && language.article.test(word))
    const isPlace = at > 0 && language.placeLink.test(word) && words.length - at > 3
    const isInNameOf = word === language.inNameOf && language.article.test(plain(at + 1))
    // `متحدث باسم الوزير X`, `شقيق الرئيس X`: somebody of X's
    if ((isInNameOf || language.belongings.test(word)) && isPersonOffice(language, plain(at + 1))) return undefined
    // `محامي ليلى حداد`, `متحدث باسم ليلى حداد`: without the article what follows is the name of whom they belong to
    const isSpeakingFor = word === language.inNameOf && language.spokespeople.test(plain(at - 1))
    if ((isSpeakingFor || language.belongings.test(word)) && !language.article.test(plain(at + 1))) return undefined
    const isRelated = language.possessed.test(word) && language.offices.test(plain(at + 1))
    const isBody = at > 0 && language.ofBody.test(word) && language.article.test(plain(at + 1))
    const isCalling = !isOffice && isConstruct(language, words, at)
    if (isPlace || isInNameOf || isBody || isCalling) at += 2
    else if (at > 0 && language.withOffice.test(word) && language.article.test(plain(at - 1)) && words.length - at > 2)
      at += 1
    else if (language.called.test(plain(at + 1))) at += 1
    else if (isOffice || isRelated) at += 1
    else return skipNameByChild(language, words, at)
  }
  return undefined
}

function isPersonOffice({ plainArticle, offices }: UncasedNameWords, word: string): boolean {
  return plainArticle.test(word) && offices.test(word.replace(plainArticle, ''))
}

/** `عالم الآثار زياد المر`: a noun, its genitive with the article, and two more words that can be a name. */
function isConstruct(language: UncasedNameWords, words: readonly Word[], at: number): boolean {
  const [noun, genitive, given, family] = [0, 1, 2, 3].map((i) => words[at + i]?.text ?? '')
  if (!noun || !language.article.test(genitive ?? '') || language.ties.test(noun) || language.stops.test(noun))
    return false
  if (!given || language.stops.test(given) || language.article.test(given) || language.prefixed.test(given))
    return false
  return Boolean(family) && !language.stops.test(family ?? '')
}

/** `أم خالد سليمة النجار`: the name by the child comes before the name proper. */
function skipNameByChild(language: UncasedNameWords, words: readonly Word[], at: number): number {
  const isByChild = language.byChild.test(words[at]?.text ?? '')
  const rest = [words[at + 2], words[at + 3]].map((word) => word?.text ?? '')
  return isByChild && rest.every((word) => word && !language.stops.test(word)) && language.article.test(rest[1] ?? '')
    ? at + 2
    : at
}

/** Two words, and as many more as the ties of a name (`بن`, `أبو`, `عبد`) ask for. */
function endOfName(language: UncasedNameWords, words: readonly Word[], first: number): number {
  let last = first
  let parts = 0
  while (last < words.length && parts < 2 && !language.stops.test(words[last]?.text ?? '')) {
    while (language.ties.test(words[last]?.text ?? '') && last + 1 < words.length) last++
    last++
    if (language.secondHalf.test(words[last]?.text ?? '')) last++
    parts++
  }
  const next = words[last]?.text ?? ''
  const isGoingOn =
    language.ties.test(next) ||
    (language.plainArticle.test(next) && !language.article.test(words[last - 1]?.text ?? ''))
  if (last < words.length && !language.stops.test(next) && isGoingOn) last += language.ties.test(next) ? 2 : 1
  return Math.min(last, words.length)
}

/** `حمدان` is the `بشير حمدان` of the text: the first word before it that can be a given name, behind an office or a verb. */
function fullNames(language: UncasedNameWords, text: string): ReadonlyMap<string, string> {
  const full = new Map<string, string>()
  let [earlier, before, given, end] = ['', '', '', -1]
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]+/gu)) {
    const isNext = index === end + 1 && text[end] === ' '
    const isDouble = language.secondHalf.test(given)
    const [first, title] = isDouble ? [before, earlier] : [given, before]
    const isIntroduced = language.offices.test(title) || language.article.test(title) || language.verbs.test(title)
    if (isNext && isIntroduced && !full.has(word) && !language.broken.test(word) && isGivenName(language, first))
      full.set(word, isDouble ? `${first} ${given} ${word}` : `${first} ${word}`)
    earlier = isNext ? before : ''
    before = isNext ? given : ''
    given = word
    end = index + word.length
  }
  return full
}

function isGivenName(language: UncasedNameWords, word: string): boolean {
  if (
    word.length < 3 ||
    word === language.inNameOf ||
    language.offices.test(word) ||
    language.stops.test(word) ||
    language.nobody.test(word)
  )
    return false
  return !language.article.test(word) && !language.verbs.test(word)
}
