import { nth } from '../../core/nth.ts'
import type { Span } from '../../core/span.ts'
import { isModifier, phraseEndingAt } from '../grammar/noun-phrases.ts'
import type { Token } from '../grammar/parse.ts'

/** A noun phrase a number is about: its words, and its head in lower case. */
export type Counted = { readonly span: Span; readonly head: string }

/** Nothing is counted here: `12 days` are a duration, `3 times` a repetition. */
const timeNoun =
  /^(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|centur(?:y|ies)|times?|a\.m|p\.m|am|pm|o'clock)$/
/** Days are no part of what is counted: `20 nurses tomorrow`. */
const dayWord = /^(?:today|tomorrow|yesterday|tonight|(?:mon|tues|wednes|thurs|fri|satur|sun)day)$/
const change =
  /^(?:rose|rises?|risen|rising|fell|falls?|fallen|falling|dropped|drops?|grew|grown|grows?|increased|increases?|decreased|climbed|jumped|surged|soared|slipped|declined|shrank|doubled|tripled|went|gone|reached|stood|stands?|is|are|was|were|hit|totaled|totalled|cut)$/
const changeNoun =
  /^(?:rise|fall|drop|increase|decrease|jump|surge|decline|growth|cut|reduction|slump|gain|share|chunk|stake|majority|chance|discount|tax|swing)$/

/**
 * What the words after a number say it counts: `12 [confirmed cases of measles]`, `41 of [the 120 seats]`. `isTime` tells that
 * they make a span of time of it. `next` is the first token after the number.
 */
export function countedAfter(
  tokens: readonly Token[],
  next: number,
): { readonly counted?: Counted | undefined; readonly isTime?: true } {
  let first = next
  if (tokens[first]?.lower === '-') return { counted: measureNoun(tokens, first + 1) }
  if (tokens[first]?.lower === 'of') first++
  while (/^(?:the|its|their|his|her|our|all|these|those|more|other|another|or|so)$/.test(tokens[first]?.lower ?? ''))
    first++
  if (/^(?:them|whom|us|you)$/.test(tokens[first]?.lower ?? '')) first++
  else if (first > next && tokens[first]?.pos === 'NUM') first++
  let head = -1
  let at = first
  for (; at < Math.min(first + 8, tokens.length); at++) {
    const token = nth(tokens, at)
    if (timeNoun.test(token.lower) && at === first) return { isTime: true }
    if (dayWord.test(token.lower)) break
    if (head === at - 1 && endsPhrase(tokens[head], token)) break
    if (token.pos === 'NOUN' || token.pos === 'PROPN') head = at
    else if (!isInside(tokens, at)) break
  }
  if (head < 0 || tokens[head]?.lower === 'percent') return {}
  const last = withComplement(tokens, head)
  const start = nth(tokens, first).start
  return { counted: { span: { start, end: nth(tokens, last).end }, head: nameOrNoun(nth(tokens, head)) } }
}

/** A noun in lower case; a name (`Americans`) as it is written. */
function nameOrNoun({ pos, text, lower }: Token): string {
  return pos === 'PROPN' ? text : lower
}

/** `a 225-page report` counts pages. */
function measureNoun(tokens: readonly Token[], at: number): Counted | undefined {
  const noun = tokens[at]
  if (!noun || !/^\p{Ll}{3,}$/u.test(noun.text) || timeNoun.test(noun.lower)) return undefined
  return { span: { start: noun.start, end: noun.end }, head: noun.lower.endsWith('s') ? noun.lower : `${noun.lower}s` }
}

/** `boats sank`: after a plural the tagger often takes a verb for a noun; few plurals stand before another noun. */
function endsPhrase(head: Token | undefined, next: Token): boolean {
  if (head?.pos !== 'NOUN' || next.pos !== 'NOUN' || !/[^su]s$/.test(head.lower)) return false
  return (
    !next.lower.endsWith('s') &&
    !/^(?:sports|arms|goods|savings|sales|customs|operations|communications)$/.test(head.lower)
  )
}

/** Words that may be before the noun: adjectives, participles, hyphens. */
function isInside(tokens: readonly Token[], at: number): boolean {
  const { pos, lower, text } = nth(tokens, at)
  const after = tokens[at + 1]
  if (pos === 'ADJ' || text === '-' || lower === "'s") return true
  if (pos === 'ADV') return after?.pos === 'ADJ' || after?.pos === 'VERB'
  return pos === 'VERB' && /(?:ed|ing|en)$/.test(lower) && (after?.pos === 'NOUN' || after?.pos === 'ADJ')
}

/** `cases` with its `of measles`. */
function withComplement(tokens: readonly Token[], head: number): number {
  if (tokens[head + 1]?.lower !== 'of') return head
  let last = head + 1
  while (tokens[last + 1] && isModifier(nth(tokens, last + 1))) last++
  return last > head + 1 ? last : head
}

/** What a share is of: `41% of [renters]`, `a 12% rise in [car thefts]`, `[Turnout] was 61 percent`. */
export function sharedThing(tokens: readonly Token[], index: number, next: number): Counted | undefined {
  const after = tokens[next]
  if (after?.lower === 'of') return countedAfter(tokens, next).counted
  if (after && changeNoun.test(after.lower) && /^(?:in|of)$/.test(tokens[next + 1]?.lower ?? ''))
    return countedAfter(tokens, next + 2).counted
  return thingThatChanged(tokens, index)
}

/** The subject of the verb of change before a number: `[Burglaries] dropped from 1,204`, `[Council tax] will rise by 4.9%`. */
export function thingThatChanged(tokens: readonly Token[], index: number): Counted | undefined {
  for (let at = index - 1; at >= Math.max(0, index - 7); at--) {
    const token = nth(tokens, at)
    if (/^[,;:()—–]$/.test(token.text) || token.pos === 'MARK') return undefined
    if (!change.test(token.lower) || token.pos === 'NOUN' || token.pos === 'ADP') continue
    let head = at - 1
    while (head >= 0 && /^(?:AUX|ADV|PART)$/.test(nth(tokens, head).pos)) head--
    const subject = tokens[head]
    if (!subject || !(subject.pos === 'NOUN' || subject.pos === 'PROPN')) return undefined
    const phrase = phraseEndingAt(tokens, head)
    return { span: { start: nth(tokens, phrase.first).start, end: subject.end }, head: subject.lower }
  }
  return undefined
}
