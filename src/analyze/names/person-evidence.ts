import { foldName, nameWordKey } from '../../core/names/name-spelling.ts'
import { nth } from '../../core/nth.ts'
import { cueOf, type Token } from '../grammar/parse.ts'
import type { NameRun } from './name-parts.ts'
import { isThing } from './name-shapes.ts'
import { ORGANIZATION_WORD, organizationNamed } from './organizations.ts'
import { placeNamed } from './places.ts'
import { courtesyTitles, demonyms, isPersonNoun, nameTitles, roleNouns } from './role-words.ts'

/**
 * Takes names of two or more words for persons when the document says so anywhere: `Mr Quill` elsewhere, `Quill, who …`,
 * `Quill, 43,`, `Quill, the mayor of …`, `the mayor, Zebulon Quill`, `named as Zebulon Quill`, `Quill said`, or a list of names with one known
 * person in it. A given name that no list holds is then no obstacle, and what one sentence shows counts for the whole
 * document.
 */
export function asPersons(runs: readonly NameRun[]): NameRun[] {
  const known = new Set(runs.flatMap(surnameOfKnown))
  const called = [...runs.flatMap(titledSurname), ...runs.flatMap(speakingSurname)]
  const surnames = new Set(called.filter((surname) => !known.has(surname)))
  const shown = new Set(runs.filter((run) => mayBePerson(run) && isShownBeside(run)).map(nameOf))
  for (const run of inLists(runs)) shown.add(nameOf(run))
  return runs.map((run) => {
    if (run.isPersonLike || !mayBePerson(run)) return run
    const isPersonLike = surnames.has(foldName(run.words.at(-1) ?? '')) || shown.has(nameOf(run))
    return isPersonLike ? { ...run, isPersonLike } : run
  })
}

function nameOf({ words }: NameRun): string {
  return words.map(nameWordKey).join(' ')
}

/** `Quill` of a `Jane Quill` that looks like a person on its own: `Stop Quill` beside it is a slogan. */
function surnameOfKnown({ isPersonLike, words }: NameRun): string[] {
  return isPersonLike && words.length > 1 ? [foldName(words.at(-1) ?? '')] : []
}

/** `Quill` of `Mr Quill`, `Captain Quill`. */
function titledSurname({ titles, words }: NameRun): string[] {
  const isTitled = words.length === 1 && titles.some((title) => courtesyTitles.has(title) || ADDRESS.test(title))
  return isTitled ? [foldName(words[0] ?? '')] : []
}

/** `Quill` of `Quill said`, `“…,” said Quill`. */
function speakingSurname({ titles, words, sentence, first, last }: NameRun): string[] {
  const only = words[0] ?? ''
  if (titles.length > 0 || words.length > 1 || placeNamed(only) || organizationNamed(only)) return []
  const { tokens } = sentence
  const isSpeaking = [tokens[last + 1], tokens[first - 1]].some((token) => {
    const cue = token && cueOf(sentence, token)
    return cue !== undefined && cue.strength >= 2 && !cue.isParticiple
  })
  return isSpeaking ? [nameWordKey(only)] : []
}

/** So many names make a list; two names may as well be a person and a company. */
const SHORTEST_LIST = 3

/** Names in lists (`Otto Prinz, Maja Lund and Emre Yildiz`) in which one reads as a person and none as anything else. */
function inLists(runs: readonly NameRun[]): NameRun[] {
  const found: NameRun[] = []
  let list: NameRun[] = []
  const close = (): void => {
    const hasPerson = list.some(({ isPersonLike, words }) => isPersonLike && words.length > 1)
    const isList = list.length >= SHORTEST_LIST && hasPerson
    if (isList && list.every((run) => run.isPersonLike || mayBePerson(run))) found.push(...list)
    list = []
  }
  for (const run of runs) {
    const before = list.at(-1)
    if (before && !isListed(before, run)) close()
    list.push(run)
  }
  close()
  return found
}

/** Nothing but a comma or `and` is between. */
function isListed(before: NameRun, run: NameRun): boolean {
  if (before.sentence !== run.sentence || run.roleFirst - before.last > 3) return false
  const between = run.sentence.tokens.slice(before.last + 1, run.roleFirst)
  return between.length > 0 && between.every(({ lower, isQuoted }) => /^(?:,|and|&)$/.test(lower) && !isQuoted)
}

/** Titles that come before a surname alone. */
const ADDRESS =
  /^(?:professor|prof|captain|capt|sergeant|sgt|lieutenant|lt|colonel|col|major|general|gen|admiral|judge|justice|senator|sen|governor|gov|mayor|inspector|superintendent|detective|constable|reverend|rev|bishop|archbishop|cardinal|rabbi|imam)$/

/** Two to four words in the letters of a name, none of which names a body, a place or an office. */
function mayBePerson({ words, titles }: NameRun): boolean {
  if (titles.length > 0 || words.length < 2 || words.length > 4) return false
  if (!/^\p{Lu}/u.test(words[0] ?? '') || !words.every((word) => NAME_WORD.test(word))) return false
  if (words.some((word) => ORGANIZATION_WORD.test(word) || isRoleWord(word.toLowerCase()))) return false
  if (isThing(words)) return false
  const name = words.join(' ')
  return !placeNamed(name) && !organizationNamed(name) && !placeNamed(words[0] ?? '')
}

const NAME_WORD = /^(?:\p{Lu}[\p{Ll}’'-]+(?:[\p{Lu}\p{Ll}’'-]+)?|\p{Lu}|van|von|der|de|la|al|bin|ibn|di|el)$/u

function isRoleWord(lower: string): boolean {
  return nameTitles.has(lower) || roleNouns.has(lower) || demonyms.has(lower)
}

function isShownBeside({ sentence: { tokens }, first, last }: NameRun): boolean {
  const next = tokens[last + 1]
  const after = tokens[last + 2]
  if (next?.text === ',' && !next.isQuoted && after) {
    if (/^(?:who|whose|whom)$/.test(after.lower)) return true
    if (/^\d{1,3}$/.test(after.text) && /^[,.]$/.test(tokens[last + 3]?.text ?? '')) return true
    if (isRolePhrase(tokens, last + 2)) return true
  }
  return isNameBesideRole(tokens, first) || isGivenOut(tokens, first)
}

/** `named the driver as Zebulon Quill`, `identified as Zebulon Quill`. */
function isGivenOut(tokens: readonly Token[], first: number): boolean {
  if (tokens[first - 1]?.lower !== 'as') return false
  return tokens.slice(Math.max(0, first - 6), first - 1).some(({ lower }) => /^(?:named|identified)$/.test(lower))
}

/** How many words a role set off by commas may have before its head. */
const LONGEST_ROLE = 6

/** `the mayor of …`, `managing director of …`, `a retired baker,` begins here. */
function isRolePhrase(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + LONGEST_ROLE; at++) {
    const token = tokens[at]
    if (!token || token.isQuoted || !/^(?:NOUN|PROPN|ADJ|DET|PRON|NUM|PART|ADP|VERB|X)$/.test(token.pos)) return false
    const next = tokens[at + 1]
    const isEnd = !next || /^(?:[,.;:]|of|for|at|in|on|from|with|who|and)$/.test(next.lower)
    if (isEnd) return isPersonNoun(token.lower)
  }
  return false
}

/** `the mayor, Zebulon Quill`, `her chairman, Zebulon Quill`, `the commander of the station, Zebulon Quill`. */
function isNameBesideRole(tokens: readonly Token[], first: number): boolean {
  const comma = tokens[first - 1]
  if (comma?.text !== ',' || comma.isQuoted) return false
  let role = isPersonNoun(tokens[first - 2]?.lower ?? '')
  for (let at = first - 2; at >= 0 && at > first - 2 - LONGEST_ROLE; at--) {
    const token = nth(tokens, at)
    if (/^[,.;:]$/.test(token.text) || token.pos === 'MARK') return false
    if (/^(?:of|for|at)$/.test(token.lower)) role ||= isPersonNoun(tokens[at - 1]?.lower ?? '')
    if (role && /^(?:the|a|his|her|its|their|our|my|whose|'s)$/.test(token.lower) && !isInLinked(tokens, at))
      return true
  }
  return false
}

/** The article of `the station` in `the commander of the station`. */
function isInLinked(tokens: readonly Token[], at: number): boolean {
  return /^(?:of|for|at)$/.test(tokens[at - 1]?.lower ?? '')
}
