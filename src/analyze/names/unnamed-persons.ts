import type { Mention } from '../../core/annotation.ts'
import { nth } from '../../core/nth.ts'
import { genderOfNoun } from '../grammar/noun-gender.ts'
import { phraseEndingAt } from '../grammar/noun-phrases.ts'
import type { Token } from '../grammar/parse.ts'
import type { Subject } from '../grammar/subjects.ts'
import { describesOne } from './bridging.ts'
import type { Gender } from './people.ts'
import { isPersonNoun, occupations, speaksForAnother } from './role-words.ts'

/** Somebody whom a sentence is about and whose name is not known; with the gender that the noun shows. */
export type UnnamedPerson = {
  readonly gender: Gender | undefined
  /** `he`, of whom it is not clear who he is. */
  readonly isPronoun?: true
}

/** `the judge`, `a neighbor`, `his lawyer`, `the prison’s director`, `one of the guards`: who has no name here. */
export function unnamedPersonIn(
  tokens: readonly Token[],
  { first, last, appositive }: Subject,
): UnnamedPerson | undefined {
  // `Jane Roe, an engineer who had moved there,`
  if (appositive || (tokens[first - 1]?.text === ',' && tokens[first - 2]?.pos === 'PROPN')) return undefined
  const all = tokens.slice(first, last + 1)
  // `the press secretary for Mayor Jane Roe`
  const link = all.findIndex(({ lower }, i) => i > 0 && /^(?:for|of|to)$/.test(lower))
  const words = link > 0 ? all.slice(0, link) : all
  const head = words.at(-1)
  if (!head || head.isQuoted) return undefined
  if (link > 0 && isOnePerson(head)) return { gender: genderOfNoun(head.lower) }
  const gender = genderOfNoun(head.lower)
  if (describesOne(words) || isOneOf(tokens, first)) return { gender }
  const isUnnamed = words.some(
    ({ lower, pos }) =>
      /^(?:an?|another|one|his|her|their|its|our|my)$/.test(lower) || (lower === "'s" && pos === 'PART'),
  )
  return isUnnamed && isOnePerson(head) ? { gender } : undefined
}

/** The same of a sentence in which no verb was seen: `Roe’s coach spoke for him.` */
export function unnamedPersonOpening(tokens: readonly Token[]): UnnamedPerson | undefined {
  const last = tokens.slice(0, OPENING).findIndex(isOnePerson)
  return last > 0 ? unnamedPersonIn(tokens, { first: 0, last }) : undefined
}

/** `It was slow, as a ranger tried to calm the woman`: who acts last in a sentence about a thing, and nobody named after. */
export function unnamedActor(tokens: readonly Token[], names: readonly Mention[]): UnnamedPerson | undefined {
  const named = names.findLast(({ kind }) => kind === 'person')?.span.end ?? 0
  for (let at = tokens.length - 2; at > 0; at--) {
    const token = nth(tokens, at)
    if (token.start < named) return undefined
    const next = tokens[at + 1]?.pos
    if (token.isQuoted || token.pos !== 'NOUN' || (next !== 'VERB' && next !== 'AUX') || !isOnePerson(token)) continue
    const phrase = phraseEndingAt(tokens, at)
    return /^an?$/.test(nth(tokens, phrase.first).lower) ? { gender: genderOfNoun(token.lower) } : undefined
  }
  return undefined
}

/** `as a ranger tried to help`, `another woman waited`: somebody new who is not only what somebody else is, nor where something happens. */
export function unnamedPersonMet(tokens: readonly Token[]): UnnamedPerson | undefined {
  for (let at = 1; at < tokens.length; at++) {
    const token = nth(tokens, at)
    // `recalled a father who …` tells of somebody known
    if (token.isQuoted || !isOnePerson(token) || /^(?:father|mother|husband|wife)$/.test(token.lower)) continue
    const { first } = phraseEndingAt(tokens, at)
    if (!/^(?:an?|another|one)$/.test(nth(tokens, first).lower) || tokens[at + 1]?.pos === 'PROPN') continue
    const [before, earlier] = [tokens[first - 1], tokens[first - 2]]
    const isClause = before?.lower === 'as' && earlier?.pos === 'ADJ' && tokens[first - 3]?.lower !== 'as'
    const isNew =
      isClause || before === undefined || /^(?:VERB|SCONJ|CCONJ|MARK)$/.test(before.pos) || before.lower === 'from'
    // `worked as a ranger`, `described himself as a ranger`; but `it was slow as a ranger tried`
    const isWhat = before?.lower === 'as' && /^(?:VERB|PRON|PROPN)$/.test(earlier?.pos ?? '')
    if (isNew && !isWhat) return { gender: genderOfNoun(token.lower) }
  }
  return undefined
}

const OPENING = 6

function isOnePerson({ lower, pos }: Token): boolean {
  if (pos !== 'NOUN') return false
  return (
    isPersonNoun(lower) ||
    occupations.has(lower) ||
    PERSON.test(lower) ||
    (speaksForAnother.test(lower) && PERSONAL.test(lower))
  )
}

const PERSON =
  /^(?:\p{L}+(?:man|woman|person)|witness|relative|passenger|bystander|survivor|victim|caller|insider|teen|girl|boy|child|person)$/u
const PERSONAL =
  /^(?:spokesman|spokeswoman|spokesperson|aide|lawyer|adviser|advisor|envoy|attorney|wife|husband|son|daughter|mother|father|brother|sister|friend)$/

/** `One of the guards said`: the phrase begins or ends there, as the tagger has it. */
function isOneOf(tokens: readonly Token[], first: number): boolean {
  const isNumber = tokens[first]?.lower === 'one' && tokens[first + 1]?.lower === 'of'
  const isAfter = tokens[first - 1]?.lower === 'of' && tokens[first - 2]?.lower === 'one'
  return isNumber || isAfter
}
