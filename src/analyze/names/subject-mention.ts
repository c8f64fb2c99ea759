import type { Mention } from '../../core/annotation.ts'
import type { EntityId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import { isTime } from '../grammar/adjuncts.ts'
import type { Phrase } from '../grammar/noun-phrases.ts'
import { cueOf, type ParsedSentence, type Token } from '../grammar/parse.ts'
import type { Subject } from '../grammar/subjects.ts'
import { nameTitles, roleNouns } from './role-words.ts'

/** The person a subject phrase names: by its appositive, else the mention that reaches its head. */
export function personIn(
  sentence: ParsedSentence,
  subject: Subject,
  persons: readonly Mention[],
): EntityId | undefined {
  return mentionIn(sentence, subject, persons)?.entity.id
}

/** The mention that a subject phrase is: that of its appositive, else the one with its last word. */
export function mentionIn(
  sentence: ParsedSentence,
  subject: Subject,
  mentions: readonly Mention[],
): Mention | undefined {
  const { tokens } = sentence
  if (subject.appositive) {
    const span = spanOf(tokens, subject.appositive)
    // `Jane Roe, the White House secretary,` is not the White House
    const name = mentions.find(
      ({ span: { start, end }, kind }) =>
        start < span.end &&
        end > span.start &&
        (kind === 'person' || (end === span.end && !isBehindLink(tokens, subject.appositive as Phrase, start))),
    )
    if (name) return name
  }
  const named = nameBeforeLink(tokens, subject, mentions)
  if (named) return named
  const head = nth(tokens, subject.last)
  const from = nth(tokens, subject.first).start
  const found = mentions.find(
    (mention) => mention.span.start < head.end && mention.span.end >= head.end && mention.span.end > from,
  )
  return found && whoHas(sentence, subject, found, mentions)
}

/** `Roe, the head of the union`, `some firms, as well as the union`: named for what somebody else is or does. */
function isBehindLink(tokens: readonly Token[], { first, last }: Phrase, start: number): boolean {
  const isWellAs = tokens.slice(first - 3, first).some(({ lower }) => lower === 'well')
  return isWellAs || tokens.slice(first, last).some((token) => token.end <= start && LINK.test(token.lower))
}

/**
 * `a lawyer for Ms Roe`, `critics of Ms Roe` are not Ms Roe, and `Ms Roe of the union` is not the union: of a name behind a preposition
 * the one before it speaks, who may have no name.
 */
function whoHas(
  sentence: ParsedSentence,
  { first, last }: Subject,
  found: Mention,
  mentions: readonly Mention[],
): Mention | undefined {
  const { tokens } = sentence
  const start = Math.min(found.span.start, found.role?.start ?? found.span.start)
  let at = last
  while (at > 0 && nth(tokens, at - 1).start >= start) at--
  // `the jailed blogger Samir Aziz` is one phrase
  const toPhrase = (from: number): number => {
    let to = from
    while (to > 0 && ((to > first && isPartOfPhrase(tokens[to - 1])) || standsBeforeName(nth(tokens, to - 1)))) to--
    return to
  }
  at = toPhrase(at)
  // `aides to Ms Roe and Mr Poe`
  while (at > 2 && tokens[at - 1]?.lower === 'and' && tokens[at - 2]?.pos === 'PROPN') at = toPhrase(at - 2)
  const [link, before] = [tokens[at - 1], tokens[at - 2]]
  if (link && found.form === 'name' && isWithinWho(sentence, at - 1)) return undefined
  if (!link || !before || link.isQuoted || before.isQuoted || !BELONGS.test(link.lower)) return found
  if (before.lower === 'according') return found
  if (found.form === 'name' && NEVER_SPEAKS.test(link.lower)) return undefined
  if (/^(?:from|by)$/.test(link.lower) && PUT_OUT.test(before.lower)) return found
  if (OF_OTHERS.test(before.lower)) return undefined
  if (before.pos === 'PROPN') {
    const named = mentions.find(({ span, kind }) => span.end === before.end && kind === 'person')
    // `Republicans on Capitol Hill`, `Authorities in Norland`
    return named ?? (found.kind === 'person' ? found : undefined)
  }
  if (found.kind !== 'person' && /^\p{Lu}\p{L}+s$/u.test(before.text)) return undefined
  // `a lawyer acting for Ms Roe`
  const isDoing = DOES_FOR.test(before.lower) && tokens[at - 3]?.pos === 'NOUN'
  return isDoing || (/^(?:NOUN|ADJ|PRON|DET|NUM)$/.test(before.pos) && !isTime(before)) ? undefined : found
}

/** `the secretary of Norland’s President Jane Roe`: all of it is before the name. */
function isPartOfPhrase(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    !token.isQuoted &&
    (/^(?:NOUN|PROPN)$/.test(token.pos) || token.lower === "'s" || token.lower === '’s')
  )
}

const DOES_FOR = /^(?:acting|speaking|working|writing|campaigning|standing|fighting|lobbying|arguing)$/

/** `The lawyer who defends Ms Roe said`: the verb before a name has somebody else for its subject. */
function isWithinWho(sentence: ParsedSentence, verb: number): boolean {
  const { tokens } = sentence
  const { pos, isQuoted } = nth(tokens, verb)
  if (pos !== 'VERB' || isQuoted || cueOf(sentence, nth(tokens, verb))) return false
  for (let at = verb - 1; at > 0 && at > verb - 5; at--) {
    const { lower, text } = nth(tokens, at)
    if (/^[,;:–—]$/.test(text)) return false
    if (/^(?:who|that|which)$/.test(lower)) return /^(?:NOUN|PRON|DET)$/.test(tokens[at - 1]?.pos ?? '')
  }
  return false
}

function standsBeforeName({ pos, lower, isQuoted }: Token): boolean {
  return (
    !isQuoted &&
    (/^(?:DET|ADJ|NUM)$/.test(pos) || nameTitles.has(lower) || roleNouns.has(lower) || /^(?:both|all)$/.test(lower))
  )
}

/** `a statement from Ms Roe` says what she says. */
const PUT_OUT = /^(?:statement|letter|tweet|post|message|memo|e-?mail|note)$/
/** With a capital at the start of a sentence, these are taken for names and verbs. */
const OF_OTHERS =
  /^(?:aides?|advis[eo]rs?|lawyers?|attorneys?|representatives?|spokes\p{L}+|supporters?|critics?|allies|friends?|relatives|staffers?|opponents?|backers)$/u

const NEVER_SPEAKS = /^(?:against|about|towards?|concerning|behind|around|beside|opposite|alongside|near)$/

const BELONGS =
  /^(?:of|for|to|from|at|in|on|with|outside|inside|across|along|representing|against|about|behind|around|near|beside|opposite|alongside|towards?|concerning|under|above)$/

/** `Captain Jane Roe of the border police` is Jane Roe; `the widow of Jane Roe of Paris` is not. */
function nameBeforeLink(
  tokens: readonly Token[],
  { first, last }: Subject,
  mentions: readonly Mention[],
): Mention | undefined {
  const link = tokens.findIndex((token, i) => i > first && i < last && LINK.test(token.lower))
  const before = link > 0 ? tokens[link - 1] : undefined
  if (!before || tokens.slice(first, link).some(({ lower }) => lower === "'s" && before.pos !== 'PROPN'))
    return undefined
  return mentions.find(({ span, kind, form }) => kind === 'person' && form === 'name' && span.end === before.end)
}

const LINK = /^(?:of|for|at|from|in|with|on|to)$/

/** The characters of a phrase. */
export function spanOf(tokens: readonly Token[], { first, last }: Phrase): Span {
  return { start: nth(tokens, first).start, end: nth(tokens, last).end }
}
