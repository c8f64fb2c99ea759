import type { Entity } from '../../../core/annotation.ts'
import { nth } from '../../../core/nth.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { genderOfNoun } from '../../grammar/noun-gender.ts'
import { phraseEndingAt } from '../../grammar/noun-phrases.ts'
import { cueOf, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import { mainSubject, type Subject, subjectOf } from '../../grammar/subjects.ts'
import { isPersonNoun } from '../../names/role-words.ts'

/** The verb of a report with the subject found for it, and who that is. */
export type SpokenBy = {
  readonly sentence: ParsedSentence
  readonly verb: number
  readonly subject: Subject
  readonly speaker: Entity
}

/**
 * Whether somebody else than the subject found may speak. Such subjects are wrong too often (lab/eval/editor): the words are then left
 * without a name.
 */
export function isDoubtfulSubject(spoken: SpokenBy, whoIs: (subject: Subject) => Entity | undefined): boolean {
  const { sentence, verb, subject, speaker } = spoken
  const { tokens } = sentence
  if (subject.isInverted) return false
  if (subject.first > verb) return isOfBefore(tokens, verb)
  if (isCase(tokens, subject)) return true
  const between = tokens.slice(subject.last + 1, verb)
  const who = between.findIndex(({ lower }, i) => /^(?:who|which)$/.test(lower) && between[i - 1]?.text === ',')
  // `a practicing Catholic who has said`
  const isPerson = between[0]?.lower === 'who' || between[who]?.lower === 'who'
  const isOneOfMany = /^an?$/.test(tokens[subject.first]?.lower ?? '')
  // `Conservatives, who have said`
  const isMany = nth(tokens, subject.last).lower.endsWith('s')
  if (isPerson && ((speaker.kind !== 'person' && !isMany) || isOneOfMany)) return true
  // `the White House press secretary`
  if (speaker.kind !== 'person' && isBeforeRole(between)) return true
  if (isReportedByAnother(spoken, whoIs)) return true
  if (who < 0 && isExample(tokens, subject)) return true
  // `was hopeful Ms Roe would testify, noting …`
  if (tokens[subject.first]?.pos === 'ADJ' && tokens[subject.first - 1]?.pos === 'AUX') return true
  // `fell where Roe & Co are strong, suggesting …`
  if (/^(?:where|whose)$/.test(tokens[subject.first - 1]?.lower ?? '') && nth(tokens, verb).lower.endsWith('ing'))
    return true
  // `Carl Poe, whose father, Tom Poe, built it, said …`, `a snag with Ms Roe, of the council, saying …`
  if (between.length > 0 && isOwned(tokens, subject)) return true
  if (isWithAnother(tokens, subject, verb) || isInWho(sentence, subject, verb)) return true
  if (between.length === 0) return false
  if (isSaidByNoun(tokens, subject.last, verb) || isInFront(tokens, subject, verb)) return true
  if (nth(tokens, verb).lower.endsWith('ing') && isInNewClause(between)) return true
  // `called Mr Poe a coward for asking …`
  if (tokens[verb - 1]?.lower === 'for' && between.some((word) => word.pos === 'PROPN' && !isTime(word))) return true
  return who < 0 && !subject.appositive && (isObject(sentence, subject) || isInAside(tokens, subject, between))
}

/** `whose father, Tom Poe, …`: named for what he is to somebody else. */
function isOwned(tokens: readonly Token[], { first }: Subject): boolean {
  return tokens.slice(Math.max(0, first - 5), first).some(({ lower, isQuoted }) => lower === 'whose' && !isQuoted)
}

/**
 * `He pardoned Ms Roe, who had left, saying …`: it may be he who says so. `The man who Ms Roe says was there denies it and says …`: of whom
 * she speaks.
 */
function isInWho(sentence: ParsedSentence, { first, last }: Subject, verb: number): boolean {
  const { tokens } = sentence
  const isVerb = ({ pos, lower, isQuoted }: Token) =>
    !isQuoted && (pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing')))
  const between = tokens.slice(last + 1, verb)
  if (/^(?:who|whom)$/.test(tokens[first - 1]?.lower ?? '')) return between.some(isVerb)
  if (!tokens[verb]?.lower.endsWith('ing') || tokens[verb - 1]?.text !== ',') return false
  const isWho = between[0]?.text === ',' && between[1]?.lower === 'who'
  return (
    isWho &&
    tokens.slice(0, first).some(isVerb) &&
    !between.some((token) => (cueOf(sentence, token)?.strength ?? 0) >= 2)
  )
}

/** `It hit a snag with Jane Roe, of the council, saying …`: whoever is named behind `with` and not before. */
function isWithAnother(tokens: readonly Token[], { last }: Subject, verb: number): boolean {
  if (!nth(tokens, verb).lower.endsWith('ing')) return false
  const link = tokens.findLastIndex(
    ({ lower, isQuoted }, at) => at > last && at < verb && lower === 'with' && !isQuoted,
  )
  if (link < 0 || tokens[verb - 1]?.text !== ',') return false
  const inside = tokens.slice(link + 1, verb)
  return (
    inside[0]?.pos === 'PROPN' &&
    inside.slice(0, -1).some(({ text }) => text === ',') &&
    inside.every(({ pos, isQuoted }) => !isQuoted && !/^(?:VERB|AUX)$/.test(pos))
  )
}

/** `The Post, citing “…,” said the mayor …`: not hers who is named further on. */
function isOfBefore(tokens: readonly Token[], verb: number): boolean {
  const before = tokens[verb - 1]?.pos === 'ADV' ? verb - 2 : verb - 1
  const { lower } = nth(tokens, verb)
  if (!lower.endsWith('ing') || lower === 'according' || tokens[before]?.text !== ',') return false
  return tokens[before - 1]?.pos === 'PROPN'
}

function isBeforeRole(words: readonly Token[]): boolean {
  const comma = words.findIndex(({ text }) => text === ',')
  return words.slice(0, Math.min(comma < 0 ? words.length : comma, 3)).some(({ lower }) => isPersonNoun(lower))
}

/** `Roe v. Poe, that said …` */
function isCase(tokens: readonly Token[], { first, last }: Subject): boolean {
  return tokens.slice(Math.max(0, first - 2), last).some(({ text }) => /^vs?\.?$/.test(text))
}

/** `leagues such as the Roe Cup, …`, `firms like Roe & Co`: only named beside the subject. */
function isExample(tokens: readonly Token[], { first, last }: Subject): boolean {
  if (nth(tokens, last).pos === 'PRON') return false
  const isInList =
    /^(?:,|and)$/.test(tokens[last + 1]?.text ?? '') ||
    tokens.slice(first - 1, last).some(({ lower }) => lower === 'and')
  for (let at = first - 1; at > 0 && at > first - LONGEST_LIST; at--) {
    const { lower, pos, text, isQuoted } = nth(tokens, at)
    if (isQuoted) return false
    if (/^(?:like|including)$/.test(lower) || (lower === 'as' && tokens[at - 1]?.lower === 'such')) return true
    if (!isInList || (text !== ',' && !/^(?:DET|PROPN|NOUN|CCONJ)$/.test(pos))) return false
  }
  return false
}

const LONGEST_LIST = 20

/** `The filing says that Ms Roe hopes “…”`: what others make of her, unless she says so herself, or it is clear that she has spoken. */
function isReportedByAnother(
  { sentence, verb, subject, speaker }: SpokenBy,
  whoIs: (subject: Subject) => Entity | undefined,
): boolean {
  const { tokens } = sentence
  if (!FEELS.test(nth(tokens, verb).lower) && verb - subject.last < FAR) return false
  const that = tokens[subject.first]?.lower === 'that' ? subject.first : subject.first - 1
  const link = tokens[that]
  if (!link || link.isQuoted) return false
  const isThat = link.lower === 'that' && (link.pos === 'SCONJ' || that === subject.first)
  const isVerb = !isThat && (cueOf(sentence, link)?.strength ?? 0) >= 2
  if (!isThat && !isVerb) return false
  const outer = isVerb ? subjectOf(sentence, that) : mainSubject(sentence, that)
  if (!outer || outer.first >= that) return isThat
  // `It was on Monday that Ms Roe …`
  if (outer.isInverted || nth(tokens, outer.last).lower === 'it') return false
  return whoIs(outer)?.id !== speaker.id
}

const FEELS =
  /^(?:hop(?:e|es|ed|ing)|believ(?:e|es|ed|ing)|think(?:s|ing)?|thought|fear(?:s|ed|ing)?|worr(?:y|ies|ied|ying)|feels?|felt|expect(?:s|ed|ing)?|respond(?:s|ed|ing)?|refer(?:s|red|ring)?)$/
const FAR = 5

/** `Mr Poe toured the town with voters praising …`, `the week after the paper’s article saying …`: whoever or whatever is right before. */
function isSaidByNoun(tokens: readonly Token[], from: number, verb: number): boolean {
  const head = nth(tokens, verb - 1)
  if (!nth(tokens, verb).lower.endsWith('ing') || head.isQuoted) return false
  if (head.lower === 'those') return true
  // `asked for it since a letter came to light saying …`
  const since = tokens.findLastIndex(
    ({ lower }, at) => at > from && at < verb && /^(?:since|after|as|when|because|before)$/.test(lower),
  )
  const clause = since < 0 ? [] : tokens.slice(since + 1, verb)
  if (
    clause.some(({ pos }, i) => pos === 'VERB' && /^(?:NOUN|PROPN)$/.test(clause[i - 1]?.pos ?? '')) &&
    clause.every(({ text }) => text !== ',')
  )
    return true
  // `was named in the report, noting …`
  if (head.text === ',')
    return isPaper(tokens[verb - 2]) && tokens.slice(from + 1, verb).some(({ lower }) => /^(?:was|were)$/.test(lower))
  if (head.pos !== 'NOUN') return false
  const singular = head.lower.replace(/s$/, '')
  if (isPersonNoun(head.lower) || isPersonNoun(singular) || genderOfNoun(singular)) return true
  const { first } = phraseEndingAt(tokens, verb - 1)
  if (tokens.slice(Math.max(first, from + 1), verb).some(({ lower }) => /^['’]s$/.test(lower))) return true
  // `Roe asked about the paper, which ran a story saying …`
  const which = tokens.findLastIndex(({ lower }, at) => at > from && at < verb && lower === 'which')
  return which > 0 && tokens.slice(which, verb).every(({ text }) => text !== ',')
}

function isPaper(token: Token | undefined): boolean {
  return /^(?:report|study|article|filing|memo|letter|story|paper|survey|poll|list)$/.test(token?.lower ?? '')
}

/** `After Mr Poe had said “so,” Ms Roe answered, adding …`: his clause is over. */
function isInFront(tokens: readonly Token[], { first, last }: Subject, verb: number): boolean {
  if (!/^(?:after|when|as|while|before|since|because|although|though|once)$/.test(tokens[first - 1]?.lower ?? ''))
    return false
  const comma = tokens.findIndex(
    ({ text, isQuoted }, at) => at > last + 1 && text === ',' && (!isQuoted || tokens[at + 1]?.pos === 'MARK'),
  )
  return (
    comma > 0 &&
    tokens
      .slice(comma + 1, verb)
      .some(({ pos }, i, all) => /^(?:PROPN|PRON)$/.test(pos) && /^(?:VERB|AUX)$/.test(all[i + 1]?.pos ?? ''))
  )
}

/** `Mr Poe backed it, but some councillors balked, saying …`: a clause of others is between. */
function isInNewClause(between: readonly Token[]): boolean {
  const join = between.findLastIndex(
    ({ lower, isQuoted }, at) => !isQuoted && JOINS.test(lower) && /^(?:,|[–—]|--)$/.test(between[at - 1]?.text ?? ''),
  )
  if (join < 0) return false
  const clause = between.slice(join + 1)
  const verb = clause.findIndex(
    ({ pos, lower, isQuoted }) => !isQuoted && (pos === 'AUX' || (pos === 'VERB' && !lower.endsWith('ing'))),
  )
  return verb > 0 && clause.slice(0, verb).some(({ pos, isQuoted }) => !isQuoted && /^(?:NOUN|PROPN)$/.test(pos))
}

const JOINS = /^(?:and|but|yet|while|whereas|though|although|as|after|when)$/

/** `accused Mr Poe, a soldier, of that and said`, `the feud with Ms Roe went on, adding`: not the subject of what follows further on. */
function isObject(sentence: ParsedSentence, { first }: Subject): boolean {
  const { tokens } = sentence
  const [before, earlier] = [tokens[first - 1], tokens[first - 2]]
  if (!before || before.isQuoted || /^\p{Lu}/u.test(before.text)) return false
  if (before.pos === 'ADP') return PREPOSITION.test(before.lower)
  // `the retired Jane Roe`, `the state senator Jane Roe`
  if (before.pos !== 'VERB' || isPersonNoun(before.lower) || isPersonNoun(nth(tokens, first).lower)) return false
  if (!/^(?:NOUN|PROPN|PRON|AUX|ADV|PART|VERB)$/.test(earlier?.pos ?? '')) return false
  return !cueOf(sentence, before) || TAKES_PERSON.test(before.lower)
}

const TAKES_PERSON =
  /^(?:(?:accus|blam|prais|criticiz|attack|mock|warn|urg|assur|inform|condemn|defend|endors|thank)(?:e|es|ed|s|ing)?|told|tells?|telling)$/

const PREPOSITION = /^(?:of|on|with|without|around|in|at|to|for|from|by|about|against|among|under|over|between|behind)$/

/** `The pollster he hired, Roe & Co, said`, `the same time Ms Roe spoke, the court said`: a clause within another. */
function isInAside(tokens: readonly Token[], { first, last }: Subject, between: readonly Token[]): boolean {
  const [before, head] = [tokens[first - 1], nth(tokens, last)]
  if (between.length < FAR - 1 && !between.some(({ text, isQuoted }) => text === ',' && !isQuoted)) return false
  if (before?.pos === 'NOUN' && !before.isQuoted && before.text === before.lower)
    return (
      head.pos === 'PRON' || ![before, nth(tokens, first)].some(({ lower }) => isPersonNoun(lower.replace(/s$/, '')))
    )
  return tokens.slice(first, last).some(({ lower }) => /^(?:time|moment)$/.test(lower))
}
