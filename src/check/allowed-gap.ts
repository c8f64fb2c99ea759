import { nth } from '../core/nth.ts'
import type { Span } from '../core/span.ts'
import { titles } from './check-name.ts'
import { adjunctOpeners, conditions, prepositions, scopes } from './closed-words.ts'
import { isSaying, isVerbLike } from './cues.ts'
import { type Line, REPORTED } from './line.ts'
import type { Unit } from './read-passage.ts'

/**
 * How strictly parts may be left out. `isLoose` is used only to explain why a claim failed. `roles` are written before names; `own` is the
 * attribution in the sentence, when the claim names its speaker separately.
 */
export type GapRules = {
  readonly isLoose: boolean
  readonly roles?: readonly Span[]
  readonly own?: readonly Span[]
}

const isOpen = ({ gap }: Unit): boolean => /[,;:—–(-]/.test(gap)
const isShut = ({ gap }: Unit): boolean => /[,;:—–)-]/.test(gap)
const isRelative = ({ key }: Unit): boolean => /^(?:who|whom|whose|which|where|when)$/.test(key)
const isGuard = ({ role }: Unit): boolean => role === 'negation' || role === 'hedge'
const isScope = ({ role, text }: Unit): boolean => role === 'negation' || scopes.has(text.toLowerCase())
const hasSaying = (units: readonly Unit[]): boolean => units.some((_, at) => isSaying(units, at))
const isCondition = ({ text }: Unit): boolean => conditions.has(text.toLowerCase())
const isBe = ({ key }: Unit): boolean => /^(?:is|was|be|been|being)$/.test(key)
const isIn = (spans: readonly Span[], { start, end }: Unit): boolean =>
  spans.some((span) => span.start < end && start < span.end)
const told = (units: readonly Unit[]): Unit[] => units.filter(({ role }) => role !== 'free')

/** May a claim begin at `to`, leaving out everything before it: an opening phrase, a clause of its own, the role before a name? */
export function mayLead(line: Line, to: number, { isLoose, roles = [], own = [] }: GapRules): boolean {
  const left = told(line.slice(0, to))
  const next = nth(line, to)
  const [first] = left
  if (!first) return true
  if (left.every((unit) => isPlainWord(unit)) && left.length < 3) return true
  if (next.isName && (left.every(isTitle) || isRoleOf(left, next, roles))) return true
  if (isLoose) return true
  if (isRelative(next) || left.some(isCondition)) return false
  const isBounded =
    isShut(next) ||
    /["“‘]/.test(next.gap) ||
    (/^(?:and|but)$/.test(left.at(-1)?.key ?? '') && isOpen(left.at(-1) as Unit))
  if (!isBounded) return false
  if (left.some((unit) => isIn(own, unit))) return true
  if (hasSaying(left) || left.some(({ key }) => key === 'that')) return false
  return !left.some(isGuard) || (left.length > 3 && adjunctOpeners.has(first.key) && !/^(?:and|but)$/.test(first.key))
}

/** May a claim end before `from`, leaving out the rest: a phrase or clause that adds to the statement and does not restrict it? */
export function mayTrail(line: Line, from: number, kept: readonly Unit[], { isLoose, own = [] }: GapRules): boolean {
  const left = told(line.slice(from))
  const [first] = left
  if (!first || isLoose) return true
  const isMarked = isOpen(nth(line, from)) || isOpen(first)
  const isRestrictive = isRelative(first) || line[from]?.key === 'that'
  if (!isMarked && isRestrictive) return isIndefinite(line, from) && !left.some(isCondition)
  if (!isMarked && !adjunctOpeners.has(first.key) && first.role !== 'time') return false
  // `opposed it in May` does not say that it was opposed; after a `no` or an `only`, the rest belongs to the statement.
  if (!isMarked && ownClause(kept).some(isScope)) return false
  if (/^(?:and|or)$/.test(first.key) && kept.some(({ key }) => /^(?:between|both|either|neither)$/.test(key)))
    return false
  if (left.some(({ text }) => /^(?:if|unless|provided|until|pending)$/i.test(text)) || isCondition(first)) return false
  if (left.length < 3 && left.some(isGuard)) return false
  return !isAttribution(left, isMarked, own)
}

/** The units kept since the last comma. */
function ownClause(kept: readonly Unit[]): readonly Unit[] {
  return kept.slice(
    Math.max(
      0,
      kept.findLastIndex(({ gap }) => /[,;]/.test(gap)),
    ),
  )
}

/** `a man who`, `sixty people who`: what follows adds to the description and doesn't identify. */
function isIndefinite(line: Line, from: number): boolean {
  return line.slice(Math.max(0, from - 4), from).some(({ role, text }) => role === 'number' || /^an?$/i.test(text))
}

/** `Museum director` before `Beatrix Olm`, as found in the mentions layer, or `the incumbent,` before a name. */
function isRoleOf(left: readonly Unit[], next: Unit, roles: readonly Span[]): boolean {
  if (roles.some(({ start, end }) => end <= next.start && left.every((unit) => start <= unit.start && unit.end <= end)))
    return true
  return (
    /^,$/.test(next.gap) &&
    left.length < 5 &&
    left.every(({ role, gap }, at) => role === 'content' && (at === 0 || gap === '')) &&
    !hasSaying(left)
  )
}

function isAttribution(left: readonly Unit[], isMarked: boolean, own: readonly Span[]): boolean {
  if (left.some((unit) => isIn(own, unit))) return false
  if (/^accord/.test(left[0]?.key ?? '')) return true
  if (left[0]?.key === 'as') return hasSaying(left.slice(0, 5))
  const starts = left.flatMap(({ gap }, at) => ((at === 0 ? isMarked : /[,;—–”"]/.test(gap)) ? [at] : []))
  return starts.some((start, index) => {
    const part = left.slice(start, starts[index + 1])
    if (/^accord/.test(part[0]?.key ?? '')) return true
    if (adjunctOpeners.has(part[0]?.text.toLowerCase() ?? '') || /ing$/.test(part[0]?.text ?? '')) return false
    return hasSaying(part.slice(0, 9))
  })
}

/** May the part from `from` up to `to` be left out within a claim? */
export function mayLeaveOut(line: Line, from: number, to: number, kept: readonly Unit[], rules: GapRules): boolean {
  const { isLoose, roles = [] } = rules
  if (line[from]?.gap === REPORTED) return mayLead(line.slice(from), to - from, rules)
  const left = told(line.slice(from, to))
  const [first] = left
  if (!first) return true
  if (left.length === 1 && (isPlainWord(first) || /ly$/.test(first.text)) && !isGuard(first)) return true
  const before = nth(line, from - 1)
  const next = nth(line, to)
  if (left.length === 1 && /^(?:his|her|its|their)$/.test(first.key) && next.role === 'content' && next.gap === '')
    return true
  if (next.isName && (left.every(isTitle) || isRoleOf(left, next, roles))) return true
  if (isLoose && left.every(isGuard)) return true
  if (before.isPossessive || isRelative(next)) return false
  const opening = nth(line, from)
  if ((isOpen(opening) || isOpen(first)) && isShut(next)) return isInset(left)
  if (isSharedSubject(left, before, next)) return true
  if (left.some(isGuard) || left.some(isCondition)) return false
  if (isBeforeNoun(left, before, next)) return true
  return !ownClause(kept).some(isScope) && isPhrase(left, next)
}

/** A part between commas, dashes or brackets that describes what comes before it. */
function isInset(left: readonly Unit[]): boolean {
  if (isSaying(left, left.length - 1) || left[0]?.key === 'accord' || left.some(isCondition)) return false
  if (left.some(isGuard) && left.length < 4) return false
  return !(left.length < 9 && hasSaying(left) && !isRelative(nth(left, 0)))
}

/** `Smith [met Jones and] resigned`, `It [will be led by a judge, and] will sit in June`: one subject, two verbs. */
function isSharedSubject(left: readonly Unit[], before: Unit, next: Unit): boolean {
  const [first] = left
  if (!first || left.length < 2 || !/^(?:and|but)$/.test(left.at(-1)?.key ?? '') || !isVerbLike(first)) return false
  const places = [before, ...left, next].map(({ start }) => start)
  // If the order differs from the written one, the subject of the verb is uncertain.
  if (places.some((start, at) => at > 0 && start < nth(places, at - 1))) return false
  if (
    !isVerbLike(next) ||
    next.gap !== '' ||
    hasSaying(left) ||
    left.some((unit) => isRelative(unit) || isCondition(unit))
  )
    return false
  return !left.some(({ role, text }) => role === 'negation' || (role === 'hedge' && !/^(?:will|would)$/.test(text)))
}

/** `the [badly damaged] dam`: words before a noun that only describe it. */
function isBeforeNoun(left: readonly Unit[], before: Unit, next: Unit): boolean {
  if (left.length > 4 || next.gap !== '' || (next.role !== 'content' && next.role !== 'number')) return false
  if (before.role !== 'free' && before.role !== 'function') return false
  if (/^(?:to|who|which|he|she|it|they|we|i|you|is|was|be|been|not|and|or|but|than|as)$/.test(before.key)) return false
  if (next.isName && left.at(-1)?.isName && !isTitle(left.at(-1) as Unit)) return false
  return left.every(
    (unit, index) =>
      (unit.role === 'content' || unit.role === 'number') &&
      !unit.isPossessive &&
      unit.gap.replace(',', '') === '' &&
      !(index > 0 && /(?:ed|ing)$/.test(unit.text) && !/ly$/.test(left[index - 1]?.text ?? '')),
  )
}

/** `a man [from Leeds] was …`: a phrase of place or time before the next part of the sentence. */
function isPhrase(left: readonly Unit[], next: Unit): boolean {
  const [first] = left
  if (!first || (!prepositions.has(first.key) && first.role !== 'time') || left.length > 8) return false
  if (
    left.some(
      (unit, index) =>
        index > 0 &&
        (isBe(unit) || isRelative(unit) || isOpen(unit) || /^(?:and|or|but|to|he|she|they|it|that)$/.test(unit.key)),
    )
  )
    return false
  return (
    isShut(next) ||
    next.role === 'time' ||
    isBe(next) ||
    (prepositions.has(next.key) && next.key !== 'of') ||
    /^(?:has|have|had|who|after|when|while|because|by|to)$/.test(next.text)
  )
}

function isPlainWord({ key, role }: Unit): boolean {
  return role === 'free' || /^(?:and|but|so|yet|still|later|again|today|meanwhile|finall|earlier|even)$/.test(key)
}

function isTitle({ text }: Unit): boolean {
  return titles.has(text.toLowerCase().replace(/\.$/, ''))
}
