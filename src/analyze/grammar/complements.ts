import { nth } from '../../core/nth.ts'
import { isModifier, isNominal } from './noun-phrases.ts'
import type { Token } from './parse.ts'

/**
 * What follows a verb: `that` and a clause, a bare `clause`, a `question` (`whether …`), an infinitive (`to`), an `-ing`
 * form, a noun phrase that names what is spoken of (`topic`), nothing (`end`), a colon, a quotation mark, or one of
 * the words of `PARTICLES`, which then stands for itself (`call for`, `speak of`).
 */
export type ComplementKind =
  | 'that'
  | 'clause'
  | 'question'
  | 'to'
  | 'ing'
  | 'topic'
  | 'end'
  | 'mark'
  | 'other'
  | Particle

/** `first` is its first word: for a particle the word after it, for all others the opener itself. */
export type Complement = { readonly kind: ComplementKind; readonly first: number }

const PARTICLES = [
  'about',
  'after',
  'against',
  'as',
  'at',
  'by',
  'for',
  'in',
  'of',
  'on',
  'over',
  'toward',
  'upon',
  'with',
] as const
/** `to` and a noun phrase is `to whom`. */
type Particle = (typeof PARTICLES)[number] | 'to whom'

const particles: ReadonlySet<string> = new Set(PARTICLES)
const QUESTION = /^(?:what|whether|how|why|who|whom|whose|when|where|if|which)$/
const DAY = /^(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|yesterday|today|tonight)$/
/** Words that are looked at before a noun phrase counts as no subject of a clause. */
const REACH = 14

/** The complement that begins at `from`, adverbs and days skipped. */
export function complementAt(tokens: readonly Token[], from: number): Complement {
  let first = from
  while (isLoose(tokens[first])) first++
  const token = tokens[first]
  if (!token) return { kind: 'end', first }
  const { lower, pos, text } = token
  if (pos === 'MARK' || token.isQuoted) return { kind: 'mark', first }
  if (/^(?:[,.;:)!?]|[–—-]+)$/.test(text)) return { kind: 'end', first }
  if (lower === 'that' && pos !== 'DET') return { kind: 'that', first }
  if (QUESTION.test(lower)) return { kind: 'question', first }
  if (lower === 'to') return isInfinitive(tokens, first) ? { kind: 'to', first } : { kind: 'to whom', first: first + 1 }
  if (particles.has(lower)) return { kind: lower as Particle, first: first + 1 }
  if (pos === 'VERB' && lower.endsWith('ing')) return { kind: 'ing', first }
  if (isNominal(token) || isModifier(token)) return { kind: hasVerbAfter(tokens, first) ? 'clause' : 'topic', first }
  return { kind: 'other', first }
}

function isLoose(token: Token | undefined): boolean {
  if (!token || token.isQuoted || QUESTION.test(token.lower)) return false
  return (token.pos === 'ADV' && !particles.has(token.lower)) || DAY.test(token.lower)
}

function isInfinitive(tokens: readonly Token[], to: number): boolean {
  let at = to + 1
  while (tokens[at]?.pos === 'ADV') at++
  return tokens[at]?.pos === 'VERB' || tokens[at]?.pos === 'AUX'
}

/** A noun phrase, with what depends on it, and a finite verb: `[said] the plan of the council would fail`. */
function hasVerbAfter(tokens: readonly Token[], first: number): boolean {
  for (let at = first + 1; at < tokens.length && at < first + REACH; at++) {
    const token = nth(tokens, at)
    if (token.isQuoted || /^(?:[,;:(]|[–—-]+)$/.test(token.text)) return false
    if (/^(?:who|which|that|whose|when|while|because|if|and)$/.test(token.lower)) return false
    const before = nth(tokens, at - 1).lower
    if (token.pos === 'AUX') return before !== 'to'
    if (token.pos === 'VERB' && before !== 'to') return !/(?:ing|en)$/.test(token.lower) && !isAttribute(tokens, at)
  }
  return false
}

/** `the proposed law`: a participle within the noun phrase; `the law proposed by …`: one that belongs to it. */
function isAttribute(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]
  return next !== undefined && /ed$/.test(nth(tokens, at).lower) && (next.lower === 'by' || next.pos === 'NOUN')
}
