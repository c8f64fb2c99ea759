import { nth } from '../../core/nth.ts'
import { isNameTitle, roleNouns } from '../names/role-words.ts'
import type { Token } from './parse.ts'

/** Words `first` to `last` of a sentence, both included. */
export type Phrase = { readonly first: number; readonly last: number }

/** The full stop of a title or an initial inside a name: `Rep. Jane Roe`, `Lt. Gov. Jane Roe`, `Jane R. Roe`. */
export function isStopInName(tokens: readonly Token[], at: number): boolean {
  const [before, stop, next] = [tokens[at - 1], tokens[at], tokens[at + 1]]
  if (!before || stop?.text !== '.' || next?.isQuoted !== false) return false
  return (
    stop.start === before.end &&
    /^(?:\p{Lu}|(?:1st|2nd|3rd)$)/u.test(next.text) &&
    (isNameTitle(before.lower) || before.text.length <= 2)
  )
}

/** The stop of `Tom Poe Jr.`, `Roe Inc.` before a verb: one within a sentence belongs to the word before. */
export function isStopOfShortened(tokens: readonly Token[], at: number): boolean {
  const stop = nth(tokens, at)
  if (stop.text !== '.' || stop.isQuoted) return false
  const before = tokens[at - 1]
  return before?.pos === 'PROPN' && before.end === stop.start
}

/** Can head a noun phrase. */
export function isNominal({ pos }: Token): boolean {
  return pos === 'NOUN' || pos === 'PROPN' || pos === 'PRON' || pos === 'NUM' || pos === 'X'
}

/** Can be within a noun phrase before its head. */
export function isModifier({ pos }: Token): boolean {
  return (
    pos === 'NOUN' ||
    pos === 'PROPN' ||
    pos === 'DET' ||
    pos === 'ADJ' ||
    pos === 'NUM' ||
    pos === 'PART' ||
    pos === 'X' ||
    pos === 'SYM'
  )
}

const QUANTIFIER = /^(?:some|many|others|most|several|both|few|none|those|everyone|someone|nobody|all|one)$/
const DETERMINING_PRONOUN = /^(?:his|her|their|its|our|my|your|whose|some|many|several|those|these|this|that)$/
const LINKING_PREPOSITION = /^(?:of|for|at|from|in|with|on|to|and)$/

/** The noun phrase whose last word is `head`, with its `of …` before it. */
export function phraseEndingAt(tokens: readonly Token[], head: number): Phrase {
  let first = startOfPhrase(tokens, head)
  while (first < head && isIdleStart(nth(tokens, first))) first++
  return { first, last: head }
}

function isIdleStart({ pos, lower, text }: Token): boolean {
  return pos === 'PART' || lower === "'s" || pos === 'SYM' || (pos === 'X' && !/\w/.test(text))
}

function startOfPhrase(tokens: readonly Token[], head: number): number {
  const headToken = nth(tokens, head)
  if (headToken.pos === 'PRON' && !QUANTIFIER.test(headToken.lower)) return head
  let first = head
  while (first > 0) {
    const token = nth(tokens, first - 1)
    const before = tokens[first - 2]
    if (token.isQuoted && !headToken.isQuoted) break
    if (headToken.pos === 'PROPN' && isOtherPlural(token)) break
    if (staysInPhrase(token, before)) {
      first--
      const isDeterminer = token.pos === 'DET' || token.pos === 'PRON'
      // `Captain Jane Roe of the fire department`
      if (token.pos === 'DET' && before?.lower === 'of' && tokens[first - 2]?.pos === 'PROPN')
        return startOfPhrase(tokens, first - 2)
      if (isDeterminer && !(before && before.lower === "'s")) break
      continue
    }
    if (before && linksPhrases(token, before, nth(tokens, first))) return startOfPhrase(tokens, first - 2)
    break
  }
  return first
}

/** `… of the negotiations Downing Street said`: a plural before a name, unless it says what the named are. */
function isOtherPlural({ pos, lower, text }: Token): boolean {
  return pos === 'NOUN' && lower.endsWith('s') && text === lower && lower.length > 4 && !roleNouns.has(lower)
}

function staysInPhrase(token: Token, before: Token | undefined): boolean {
  if (isModifier(token)) return true
  if (token.pos === 'VERB' && roleNouns.has(token.lower)) return true
  if (token.pos === 'PRON' && DETERMINING_PRONOUN.test(token.lower)) return true
  if (token.lower === "'s" || (token.lower === "'" && token.pos !== 'MARK')) return true
  if (!before) return false
  if (/^[-&/]$/.test(token.text)) return isModifier(before)
  if (token.text === '.') return isNameTitle(before.lower) || /^\p{Lu}$/u.test(before.text)
  return token.pos === 'ADV' && before.pos === 'DET'
}

/** `secretary of state`, `leaders from Europe`; `and` only between two names or before a common noun. */
function linksPhrases(link: Token, before: Token, after: Token): boolean {
  if (!LINKING_PREPOSITION.test(link.lower) || !isNominal(before) || before.pos === 'PRON') return false
  if (link.lower !== 'and') return true
  return (after.pos === 'PROPN' && before.pos === 'PROPN') || after.pos === 'NOUN'
}

/** The noun phrase that begins at `start` and runs right, with a following `of/for/at/from …`; none when it is not one. */
export function phraseStartingAt(tokens: readonly Token[], start: number): Phrase | undefined {
  const head = tokens[start]
  if (!head || head.isQuoted || !(isModifier(head) || head.pos === 'PRON')) return undefined
  let last = start
  while (last + 1 < tokens.length && continuesRight(tokens, last + 1)) last++
  const link = tokens[last + 1]
  const after = tokens[last + 2]
  if (link && after && /^(?:of|for|at|from)$/.test(link.lower) && isModifier(after) && !after.isQuoted) {
    last += 2
    while (last + 1 < tokens.length && isModifier(nth(tokens, last + 1)) && !tokens[last + 1]?.isQuoted) last++
  }
  while (last > start && !isNominal(nth(tokens, last))) last--
  return isNominal(nth(tokens, last)) ? { first: start, last } : undefined
}

function continuesRight(tokens: readonly Token[], at: number): boolean {
  const token = nth(tokens, at)
  if (token.isQuoted) return false
  if (isModifier(token) || roleNouns.has(token.lower) || token.lower === "'s") return true
  const next = tokens[at + 1]
  // `another leading lawyer`
  if (token.pos === 'VERB' && token.lower.endsWith('ing')) return next?.pos === 'NOUN' || next?.pos === 'PROPN'
  return isStopInName(tokens, at)
}

/** True for words that can follow a verb as the person spoken to: `told reporters`, `told the BBC`. */
export function isAddressee(token: Token): boolean {
  return (
    !token.isQuoted && token.lower !== 'that' && (isModifier(token) || token.pos === 'PRON' || token.lower === "'s")
  )
}
