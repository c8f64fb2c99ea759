import { nth } from '../../core/nth.ts'
import { isTime } from './adjuncts.ts'
import { pastAge, pastParty } from './insets.ts'
import { isNominal, type Phrase, phraseEndingAt } from './noun-phrases.ts'
import { cueOf, type ParsedSentence, type Token } from './parse.ts'
import type { Subject } from './subjects.ts'

/** `She faces Mr Poe, who gave a speech suggesting that …`: his. */
export function withinWho(tokens: readonly Token[], verb: number): Subject | undefined {
  let hasVerb = false
  for (let at = verb - 1; at > 0 && at > verb - FAR_WHO; at--) {
    const { text, lower, pos, isQuoted } = nth(tokens, at)
    if (isQuoted || (/^[,;:–—]$/.test(text) && at < verb - 1)) return undefined
    if (lower === 'who') return hasVerb ? antecedentOf(tokens, at) : undefined
    hasVerb ||= pos === 'VERB'
  }
  return undefined
}

/** `The men Ms Roe dismissed said`: of a name between a noun and a past verb the noun speaks. */
export function beforeRelative(tokens: readonly Token[], verb: number): Phrase | undefined {
  if (!/(?:ed|en|[^e]nt|ght|ose|ew)$/.test(nth(tokens, verb).lower)) return undefined
  let name = verb - 1
  while (tokens[name]?.pos === 'PROPN') name--
  const noun = tokens[name]
  if (name === verb - 1 || noun?.pos !== 'NOUN' || noun.isQuoted || isTime(noun)) return undefined
  return phraseEndingAt(tokens, name)
}

/** `A nurse who worked with Ms Roe for years said`: whoever did that says it. */
export function beforeWho(sentence: ParsedSentence, subject: Subject): Subject {
  const { tokens } = sentence
  let hasVerb = false
  for (let at = subject.first - 1; at > 0 && at > subject.first - FAR_WHO; at--) {
    const token = nth(tokens, at)
    if (token.isQuoted || /^[,;:–—]$/.test(token.text) || ENDS_WHO.test(token.lower)) return subject
    if (token.lower === 'who') return hasVerb ? (antecedentOf(tokens, at) ?? subject) : subject
    if ((cueOf(sentence, token)?.strength ?? 0) > 1) return subject
    hasVerb ||= token.pos === 'VERB'
  }
  return subject
}

const FAR_WHO = 12
const ENDS_WHO = /^(?:and|or|but|when|as|because|that|which|whom|while|if|what|where|how)$/

/** `Doctors treating Ms Roe said`: not hers, but theirs. */
export function whoActsOn(sentence: ParsedSentence, phrase: Phrase): Phrase {
  const { tokens } = sentence
  const [actor, acts, first] = [tokens[phrase.first - 2], tokens[phrase.first - 1], nth(tokens, phrase.first)]
  if (acts?.pos !== 'VERB' || !acts.lower.endsWith('ing') || acts.isQuoted || cueOf(sentence, acts)) return phrase
  const isActing = first.pos === 'PROPN' || first.pos === 'DET'
  const isNoun = actor !== undefined && /^(?:NOUN|PROPN)$/.test(actor.pos) && !actor.isQuoted && !isTime(actor)
  return isActing && isNoun ? phraseEndingAt(tokens, phrase.first - 2) : phrase
}

/** `Mr Witkoff, who told …` */
export function antecedentOf(tokens: readonly Token[], pronoun: number): Subject | undefined {
  let head = pronoun - 1
  if (tokens[head]?.text === ',') head--
  while (tokens[head]?.pos === 'ADP') head--
  head = pastAge(tokens, pastParty(tokens, head))
  const token = tokens[head]
  if (!token || !isNominal(token)) return undefined
  const phrase = phraseEndingAt(tokens, head)
  // `Jane Roe, the mayor who told …`
  const name = nth(tokens, phrase.first).pos === 'DET' && tokens[phrase.first - 1]?.text === ',' ? phrase.first - 2 : -1
  const before = tokens[pastParty(tokens, name)]
  if (before?.pos !== 'PROPN' || before.isQuoted || isTime(before)) return phrase
  let { first } = phraseEndingAt(tokens, before.at)
  while (first < before.at && isTime(nth(tokens, first))) first++
  return { first, last: before.at }
}
