import { givenName } from './first-names.ts'
import { ORGANIZATION_WORD, organizationNamed } from './organizations.ts'
import { cueOf, type ParsedSentence, type Token } from './parse.ts'
import { placeNamed } from './places.ts'
import { courtesyTitles, demonyms, nameTitles, roleNouns } from './role-words.ts'

/** Capitalized words in a row, taken apart: `US` (of) `President` (titles) `Donald Trump` (the name). */
export type NameRun = {
  readonly sentence: ParsedSentence
  /** First and last word of the run. */
  readonly first: number
  readonly last: number
  /** First word of the name itself, past titles. */
  readonly nameFirst: number
  /** Words of the name, without full stops. */
  readonly words: readonly string[]
  /** Lower case, in order: `prime`, `minister`. */
  readonly titles: readonly string[]
  /** What stands before the titles: `US`, `European Commission`. */
  readonly prefix: readonly string[]
  /** First word of titles and prefix, also small ones: `president Trump`. */
  readonly roleFirst: number
  /** `Ukraine` in `Ukraine's Volodymyr Zelensky`. */
  readonly possessor?: string
  /** Reads as a person's name by titles, given name, or what follows. */
  readonly isPersonLike: boolean
}

const CALENDAR =
  /^(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|January|February|March|April|June|July|August|September|October|November|December)$/
const PARTICLE = /^(?:van|von|der|de|la|al|bin|ibn|da|di|del|dos|le|el|ter|ben|du|den)$/
const CAPITALIZED = /^\p{Lu}/u
const SHORTENED = /^(?:\p{Lu}|Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Jr|Sr|St|Prof|Rev|Lt|Col|Sgt|Capt)$/u

/** The runs of capitalized words of a sentence. */
export function nameRuns(sentence: ParsedSentence): NameRun[] {
  const runs: NameRun[] = []
  const { tokens } = sentence
  for (let at = 0; at < tokens.length; at++) {
    if (!startsRun(tokens, at) && !opensWithName(sentence, at)) continue
    let last = at
    while (extendsRun(tokens, last + 1)) last++
    runs.push(takeApart(sentence, at, last))
    at = last
  }
  return runs
}

function startsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at] as Token
  if (!CAPITALIZED.test(token.text) || CALENDAR.test(token.text)) return false
  if (token.pos === 'PROPN') return true
  const isWord = token.text.length > 1 && token.pos !== 'MARK' && token.pos !== 'PRON' && token.pos !== 'DET'
  if (at > 0 && isWord && isInside(tokens[at - 1] as Token)) return true
  return nameTitles.has(bare(token)) && CAPITALIZED.test(tokens[at + 1]?.text ?? '')
}

/** `Zebulon Quill said`: two capitals and a reporting verb at the start are a name, whatever the tagger says. */
function opensWithName(sentence: ParsedSentence, at: number): boolean {
  const [first, second, verb] = sentence.tokens
  if (at > 0 || !first || !second || !verb || !/^(?:NOUN|X|INTJ|VERB|ADJ)$/.test(first.pos)) return false
  if (![first, second].every((token) => /^\p{Lu}\p{Ll}/u.test(token.text) && !isRoleWord(token.lower))) return false
  const cue = cueOf(sentence, verb)
  return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
}

function isRoleWord(lower: string): boolean {
  return nameTitles.has(lower) || roleNouns.has(lower) || demonyms.has(lower) || lower === 'former'
}

/** The word before does not begin a sentence or quotation, where any word has a capital. */
function isInside({ pos, text }: Token): boolean {
  return pos !== 'MARK' && !/^[.:!?–—-]$/.test(text)
}

function extendsRun(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.pos === 'MARK' || token.pos === 'PRON') return false
  const next = tokens[at + 1]
  if (/^\p{Lu}[\p{L}.’'-]*$/u.test(token.text)) return !CALENDAR.test(token.text)
  if (PARTICLE.test(token.text)) return /^(?:\p{Lu}|der|la|den|al)/u.test(next?.text ?? '')
  if (token.text !== '.') return false
  const before = tokens[at - 1] as Token
  return token.start === before.end && SHORTENED.test(before.text) && CAPITALIZED.test(next?.text ?? '')
}

function bare(token: Token): string {
  return token.lower.replace(/\.$/, '')
}

function takeApart(sentence: ParsedSentence, first: number, last: number): NameRun {
  const { tokens } = sentence
  const at = (i: number): Token => tokens[i] as Token
  const titles: string[] = []
  const prefix: string[] = []
  let name = first
  const takeTitles = (): void => {
    while (name < last && (nameTitles.has(bare(at(name))) || at(name).text === '.')) {
      if (at(name).text !== '.') titles.push(bare(at(name)))
      name++
    }
  }
  takeTitles()
  if (titles.length === 0 && !givenName(at(first).text)) {
    const title = tokens.findIndex((token, i) => i > first && i < last && nameTitles.has(bare(token)))
    if (title > 0) {
      for (let i = first; i < title; i++) prefix.push(at(i).text)
      name = title
      takeTitles()
    }
  }
  let roleFirst = first
  while (roleFirst > 0 && isRoleBefore(at(roleFirst - 1)) && at(roleFirst - 1).isQuoted === at(first).isQuoted)
    titles.unshift(at(--roleFirst).lower)
  const before = tokens[roleFirst - 1]
  const isCountry = before && (before.pos === 'PROPN' || before.pos === 'ADJ' || /^\p{Lu}{2,}$/u.test(before.text))
  if (titles.some((title) => !courtesyTitles.has(title)) && isCountry && before.isQuoted === at(first).isQuoted) {
    prefix.unshift(before.text)
    roleFirst--
  }
  const words = tokens.slice(name, last + 1).flatMap((token) => (token.text === '.' ? [] : [token.text]))
  const possessor = at(Math.max(0, first - 1)).lower === "'s" ? tokens[first - 2]?.text : undefined
  const run = { sentence, first, last, nameFirst: name, words, titles, prefix, roleFirst }
  return { ...run, ...(possessor ? { possessor } : {}), isPersonLike: isPersonLike(run) }
}

function isRoleBefore(token: Token): boolean {
  return (nameTitles.has(token.lower) || roleNouns.has(token.lower)) && token.pos !== 'VERB'
}

function isPersonLike(run: Omit<NameRun, 'isPersonLike' | 'possessor'>): boolean {
  const { words, titles, sentence, last } = run
  const only = words[0] as string
  if (words.length > 4 || words.some((word) => ORGANIZATION_WORD.test(word))) return false
  if (words.length === 1 && (roleNouns.has(only.toLowerCase()) || nameTitles.has(only.toLowerCase()))) return false
  const name = words.join(' ')
  if (placeNamed(name) || organizationNamed(name)) return titles.some((title) => courtesyTitles.has(title))
  if (titles.length > 0) return true
  if (words.length < 2) return false
  if (givenName(only)) return true
  if (words.some((word) => isRoleWord(word.toLowerCase()))) return false
  return words.every((word) => /^\p{Lu}[\p{Ll}’'-]/u.test(word)) && isFollowedAsPerson(sentence, last)
}

/** `Xxx Yyy said`, `Xxx Yyy, 43,`, `Xxx Yyy, a spokesman`. */
function isFollowedAsPerson(sentence: ParsedSentence, last: number): boolean {
  const next = sentence.tokens[last + 1]
  if (!next || next.isQuoted) return false
  const cue = cueOf(sentence, next)
  if (cue && cue.strength >= 2 && !cue.isParticiple) return true
  if (next.text !== ',') return false
  const after = sentence.tokens.slice(last + 2, last + 8)
  if (/^\d{1,2}$/.test(after[0]?.text ?? '') && after[1]?.text === ',') return true
  const stop = after.findIndex((token) => /^[,.]$/.test(token.text))
  return stop > 0 && roleNouns.has(after[stop - 1]?.lower ?? '')
}
