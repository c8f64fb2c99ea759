import { nth } from '../../../core/nth.ts'
import type { Span } from '../../../core/span.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isModifier, isNominal, type Phrase } from '../../grammar/noun-phrases.ts'
import { cueOf, type ParsedSentence, type Token } from '../../grammar/parse.ts'
import { occupations, roleNouns } from '../../names/role-words.ts'

/** Verbs whose object is whom it was said to. */
const TELLS = /^(?:told|tells?|telling|assur(?:e[ds]?|ing)|inform(?:s|ed|ing)?|remind(?:s|ed|ing)?)$/
/** Verbs whose object is often what was asked or promised: only a person or a body is spoken to. */
const ASKS =
  /^(?:ask(?:s|ed|ing)?|warn(?:s|ed|ing)?|urg(?:e[ds]?|ing)|advis(?:e[ds]?|ing)|beg(?:s|ged)?|implor(?:e[ds]?|ing))$/
/** `said to reporters`, `wrote to the council` */
const SPEAKS_TO =
  /^(?:said|says|say|spoke|speaking|speaks|talking|wrote|writing|writes|explained|replied|complained|confided|admitted|announced|whispered|shouted|boasted)$/
/** `in a letter to the council`, `in an interview with Le Monde` */
const MESSAGE =
  /^(?:letter|e-?mail|message|note|memo|speech|address|remarks|comments|statement|testimony|interview|conversation|call|text)$/
/** Who is spoken to without being a role: hearers in number, and bodies. */
const HEARERS =
  /^(?:reporters|journalists|crowds?|audience|supporters|parliament|congress|senate|commons|lords|lawmakers|mps|senators|ministers|leaders|delegates|members|court|jury|jurors|judges|inquest|inquiry|panel|committee|council|councillors|commission|conference|meeting|rally|hearing|tribunal|assembly|viewers|listeners|readers|followers|fans|officers|detectives|investigators|magistrates|workers|staff|employees|students|pupils|parents|voters|shareholders|investors|customers|colleagues|allies|broadcaster|station|radio|television|channel|programme|program|podcast|website|site|outlet|paper|newspaper|magazine|agency|nation|country|world|public|people|family|friends|board|union|company|house)$/
const PRONOUN = /^(?:him|me|us|them|her)$/

/** The person it was said to, as written: the object of `told`, `said to …`, `in a letter to …`. None when unsure. */
export function addresseeOf(sentence: ParsedSentence, cue: number): Span | undefined {
  const found = addresseeAt(sentence, cue) ?? addresseeAround(sentence, cue)
  if (!found) return undefined
  const { tokens } = sentence
  return { start: nth(tokens, found.first).start, end: nth(tokens, found.last).end }
}

/** The words right behind a verb of telling that are its object: `told [the BBC] on Monday`. */
export function addresseeAt({ tokens }: ParsedSentence, cue: number): Phrase | undefined {
  const { lower } = nth(tokens, cue)
  if (TELLS.test(lower)) return hearer(tokens, cue + 1, false)
  if (ASKS.test(lower)) return hearer(tokens, cue + 1, true)
  return SPEAKS_TO.test(lower) && tokens[cue + 1]?.lower === 'to' ? hearer(tokens, cue + 2, true) : undefined
}

/** `Speaking to reporters, …`, `…, she said in an interview with Le Monde`: in the clause of the verb. */
function addresseeAround(sentence: ParsedSentence, cue: number): Phrase | undefined {
  const { tokens } = sentence
  const [from, to] = clauseOf(sentence, cue)
  for (let at = from; at < to - 1; at++) {
    const { lower, isQuoted } = nth(tokens, at)
    if (isQuoted) continue
    const next = nth(tokens, at + 1).lower
    const isMessage = MESSAGE.test(lower) && /^(?:to|with|for)$/.test(next)
    const isSpoken = /^(?:speaking|talking|writing)$/.test(lower) && /^(?:to|with)$/.test(next)
    if (isMessage || isSpoken) return hearer(tokens, at + 2, true)
    if (lower === 'addressing' && at !== cue) return hearer(tokens, at + 1, true)
  }
  return undefined
}

/** From behind the reporting verb before to the reporting verb or the quotation after: the words that belong to one verb. */
export function clauseOf(sentence: ParsedSentence, cue: number): readonly [number, number] {
  const { tokens } = sentence
  const ends = (token: Token): boolean =>
    token.isQuoted ||
    token.text === ';' ||
    (token.at !== cue && (cueOf(sentence, token)?.strength ?? 0) >= 2 && !/ing$/.test(token.lower))
  let from = cue
  while (from > 0 && !ends(nth(tokens, from - 1))) from--
  let to = cue + 1
  while (to < tokens.length && !ends(nth(tokens, to)) && nth(tokens, to).lower !== 'that') to++
  return [from, to]
}

/** The noun phrase at `first`, with its `of …`, when it can be spoken to. */
function hearer(tokens: readonly Token[], first: number, mustBePerson: boolean): Phrase | undefined {
  const opener = tokens[first]
  if (!opener || opener.isQuoted) return undefined
  const after = tokens[first + 1]
  if (PRONOUN.test(opener.lower)) {
    const isOwner = opener.lower === 'her' && after !== undefined && !after.isQuoted && /^(?:NOUN|ADJ)$/.test(after.pos)
    if (!isOwner) return { first, last: first }
  }
  let last = endOfPhrase(tokens, first)
  if (last < first) return undefined
  const head = nth(tokens, last)
  if (!isHearer(head, mustBePerson)) return undefined
  while (tokens[last + 1]?.lower === 'of' && isModifier(tokens[last + 2] ?? head)) {
    const end = endOfPhrase(tokens, last + 2)
    if (end < last + 2) break
    last = end
  }
  return { first, last }
}

/** The last word of the phrase that begins at `first`; before it when there is none. A time behind is not taken along. */
function endOfPhrase(tokens: readonly Token[], first: number): number {
  let last = first - 1
  for (let at = first; at < tokens.length; at++) {
    const token = nth(tokens, at)
    const isInside = isModifier(token) || (token.pos === 'PRON' && /^(?:his|her|their|its|our)$/.test(token.lower))
    const isPoint =
      token.text === '.' && /^\p{Lu}\p{L}{0,2}$/u.test(tokens[at - 1]?.text ?? '') && tokens[at + 1]?.pos === 'PROPN'
    const isJoined =
      /^(?:and|&|-)$/.test(token.lower) && tokens[at - 1]?.pos === 'PROPN' && tokens[at + 1]?.pos === 'PROPN'
    const isNext = at > first && token.pos === 'DET' // `told Parliament the plan`
    const isWord = isInside || isPoint || isJoined || namesHearers(token)
    if (isNext || token.isQuoted || !isWord || token.lower === 'that' || isTime(token)) break
    last = at
  }
  const isHead = (token: Token): boolean => isNominal(token) || namesHearers(token)
  while (last > first && !isHead(nth(tokens, last))) last--
  return last >= first && isHead(nth(tokens, last)) ? last : first - 1
}

/** `Speaking to reporters, …`: hearers in number, where the tagger sees a verb. */
export function namesHearers({ pos, lower }: Token): boolean {
  return pos === 'VERB' && /[^s]s$/.test(lower) && HEARERS.test(lower)
}

function isHearer({ pos, lower }: Token, mustBePerson: boolean): boolean {
  if (/^(?:story|stories|lies?|truth|version|side|question|questions)$/.test(lower)) return false
  return !mustBePerson || pos === 'PROPN' || HEARERS.test(lower) || roleNouns.has(lower) || occupations.has(lower)
}
