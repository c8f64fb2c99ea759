import { nth } from '../../../core/nth.ts'
import { isTime } from '../../grammar/adjuncts.ts'
import { isNominal, type Phrase } from '../../grammar/noun-phrases.ts'
import type { Token } from '../../grammar/parse.ts'

/** Words that open a clause which says of a noun what, whose or where it is; its verb is not that of the whole. */
const RELATIVE = /^(?:who|which|that|whom|whose|where|what|how|why|whether)$/
/** Words that open a clause of time or reason. */
const SETTING = /^(?:when|after|while|because|before|since|until|though|although|but|if|unless)$/
const OPENS_CLAUSE = /^(?:that|to|whether|if|how|why|what|who|whom|whose|when|where|which|as|for|there)$/
const SMALL_PRONOUN = /^(?:i|you|he|she|it|we|they)$/

/**
 * Whether the words behind a verb of saying have a subject with a verb of its own, so that something is said: `noted the bridge was old`. Not
 * so in `claimed the seat`, `wrote a book describing …`, `noted the story of a man who fled`, `argued the case, declined`.
 */
export function hasOwnClause(tokens: readonly Token[], { first, last }: Phrase): boolean {
  let isNamed = false
  /** Clauses within the noun phrase whose verbs are still to come. */
  let within = 0
  for (let at = first; at <= last; at++) {
    const token = nth(tokens, at)
    const { lower, text } = token
    if (token.isQuoted || token.pos === 'MARK') return true
    if (/^[;:]$/.test(text)) return false
    if (/^(?:,|[–—]|--)$/.test(text)) {
      if (isNamed) return isVerbBehindInset(tokens, at, last)
      continue
    }
    // `confirmed on Thursday evening that the bridge was shut`
    if (!isNamed && lower === 'that') return true
    if (isNamed && SETTING.test(lower)) return false
    if (isNamed && (RELATIVE.test(lower) || isContact(tokens, at))) within++
    if (isNamed && isFiniteVerb(tokens, at) && !isOfNoun(tokens, at)) {
      if (within === 0) return true
      within--
      while (at < last && /^(?:AUX|ADV|VERB|PART)$/.test(tokens[at + 1]?.pos ?? '')) at++
    }
    if (isNominal(token) && !isTime(token)) isNamed = true
  }
  return false
}

/** `a book he wrote`, but not `on Monday he wrote`. */
function isContact(tokens: readonly Token[], at: number): boolean {
  const before = nth(tokens, at - 1)
  return SMALL_PRONOUN.test(nth(tokens, at).lower) && before.pos === 'NOUN' && !isTime(before)
}

/** Words that open what is said, whatever follows. */
export function opensStatement(tokens: readonly Token[], { first }: Phrase): boolean {
  return OPENS_CLAUSE.test(nth(tokens, first).lower)
}

/** `the toll, ranking among the worst, was …` */
function isVerbBehindInset(tokens: readonly Token[], comma: number, last: number): boolean {
  const close = tokens.findIndex(
    ({ text, isQuoted }, at) => at > comma && at < last && !isQuoted && /^(?:,|[–—]|--)$/.test(text),
  )
  return close > comma + 1 && isFiniteVerb(tokens, close + 1)
}

function isFiniteVerb(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  if (!token || token.isQuoted || tokens[at - 1]?.lower === 'to') return false
  return token.pos === 'AUX' || (token.pos === 'VERB' && !/ing$/.test(token.lower))
}

/** `a law passed by them`, `a van seen there`: a participle that belongs to the noun before it. */
function isOfNoun(tokens: readonly Token[], at: number): boolean {
  const { lower, pos } = nth(tokens, at)
  if (pos === 'AUX') return false
  return (
    /(?:[wo]n|en)$/.test(lower) ||
    (/ed$/.test(lower) && /^(?:by|for|with|from|against)$/.test(tokens[at + 1]?.lower ?? ''))
  )
}
