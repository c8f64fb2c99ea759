import { nth } from '../core/nth.ts'
import type { Quote } from '../core/quote.ts'
import { prepositions } from './closed-words.ts'
import { isNeutralCue, isSaying, isVerbLike } from './cues.ts'
import { clauseStart, type Line, mayStartClause, REPORTED, withGap } from './line.ts'
import { appositions, relativeClauses, renamed } from './name-orders.ts'
import type { Passage, Unit } from './read-passage.ts'

/** `…, X said` and `According to X, …` as `X said …`. */
function framedFirst({ units }: Passage, { span, cue, source }: Quote): Line[] | undefined {
  if (!cue || !source) return undefined
  const within = (place: { readonly start: number; readonly end: number }) => (unit: Unit) =>
    unit.start < place.end && unit.end > place.start
  const isCue = within(cue)
  const isSource = within(source)
  const isContent = within(span)
  const cues = units.filter((unit) => isCue(unit) && unit.role !== 'free')
  const sources = units.filter((unit) => isSource(unit) && !isCue(unit))
  const content = units.filter((unit) => isContent(unit) && !isCue(unit) && !isSource(unit))
  const [saying] = cues
  if (!saying || sources.length === 0 || content.length === 0) return undefined
  const cueKey = isNeutralCue(saying) ? 'say' : saying.key
  const rest = units.filter(
    (unit) => !isCue(unit) && !isSource(unit) && !isContent(unit) && unit.text.toLowerCase() !== 'to',
  )
  return [told(sources, { ...saying, key: cueKey }, content, rest)]
}

/** The same by form alone, where the quotes layer found no speaker. */
function framedByForm(units: readonly Unit[]): Line[] {
  const [first] = units
  const comma = units.findIndex(({ gap }, index) => index > 1 && /,/.test(gap))
  if (first && /^accord/.test(first.key) && comma > 2 && comma < 14)
    return [told(units.slice(2, comma), { ...first, key: 'say' }, units.slice(comma), [])]
  const at = units.findIndex((unit, index) => index > 0 && isSaying(units, index) && isNeutralCue(unit))
  const saying = units[at]
  if (!saying) return []
  const start = clauseStart(units, at)
  const before = units.slice(start, at)
  if (before.length === 0 || before.length > 9 || before.some((unit, index) => index > 0 && mayStartClause(unit, 0)))
    return []
  if (start > 0 && units.length - at < 7)
    return [told(before, { ...saying, key: 'say' }, units.slice(0, start), units.slice(at + 1))]
  return start === 0 ? [told(before, { ...saying, key: 'say' }, units.slice(at + 1), [])] : []
}

function told(source: Line, saying: Unit, content: Line, rest: Line): Line {
  const frame = [...withGap(source, ''), { ...saying, role: 'content' as const, gap: '' }]
  return [...frame, ...withGap(content.map(inReport), REPORTED), ...withGap(rest, ',')]
}

/** Reported speech shifts tense and person: `I will` becomes `he would`. */
function inReport(unit: Unit): Unit {
  const shifted = unit.isName ? undefined : SHIFTS[unit.key]
  return shifted ? { ...unit, key: shifted } : unit
}

const SHIFTS: { readonly [key: string]: string } = {
  is: 'was',
  will: 'would',
  can: 'could',
  may: 'might',
  i: 'he',
  me: 'he',
  she: 'he',
  him: 'he',
  my: 'his',
  her: 'his',
  we: 'they',
  us: 'they',
  them: 'they',
  our: 'their',
}

/** A passage with all its equivalent orders, and every key that matches one of its words. */
export type PassageOrders = Passage & { readonly lines: readonly Line[]; readonly known: ReadonlySet<string> }

export function withOrders(passage: Passage): PassageOrders {
  const lines = [...ordersOf(passage), ...partsOf(passage)].slice(0, mostLines)
  const keys = [passage.units, ...lines].flatMap((line) => line.map(({ key }) => key))
  return { ...passage, lines, known: new Set([...keys, ...passage.called.flatMap(({ names }) => [...names])]) }
}

/**
 * The equivalent orders of a passage: as written; with the speaker first; in the active voice; with its day or opening phrase elsewhere;
 * with a name before or after its description. Each moves whole parts, never single words, and leaves out nothing.
 */
export function ordersOf(passage: Passage): Line[] {
  const found = passage.quotes.flatMap((quote) => framedFirst(passage, quote) ?? [])
  const framed = [...found, ...framedByForm(passage.units)]
  const named = [passage.units, ...framed].flatMap((line) => [line, ...renamed(line, passage.called)])
  return named.flatMap(turned).slice(0, mostLines)
}

const mostLines = 32

/** Further statements within a sentence: what an apposition or a relative clause says of a name. */
function partsOf(passage: Passage): Line[] {
  return [...relativeClauses(passage), ...appositions(passage)].flatMap(turned)
}

function turned(line: Line): Line[] {
  const active = [line, ...(inActiveVoice(line) ?? [])]
  return active.flatMap((each) => [each, ...(dayFirst(each) ?? []), ...(leadLast(each) ?? [])])
}

/** `X did … on Friday` as `On Friday, X did …`, where the day can only belong to the first verb. */
function dayFirst(line: Line): Line[] | undefined {
  const at = line.findIndex(({ role }) => role === 'time')
  if (at < 2 || line.findLastIndex(({ role }) => role === 'time') !== at) return undefined
  const from = line[at - 1]?.role === 'free' ? at - 1 : at
  const before = line.slice(0, from)
  if (from < 2 || before.some((unit, index) => mayStartClause(unit, index) && !isJoinedName(before, index)))
    return undefined
  return [[...withGap(line.slice(from, at + 1), ''), ...withGap(before, ','), ...line.slice(at + 1)]]
}

/** `With three minutes left, X scored` as `X scored with three minutes left`. */
function leadLast(line: Line): Line[] | undefined {
  const [first] = line
  const end = line.findIndex(({ gap }, index) => index > 0 && /,/.test(gap))
  if (!first || !prepositions.has(first.text.toLowerCase()) || end < 2 || end > 9) return undefined
  const lead = line.slice(0, end)
  if (
    lead.some(
      (unit, index) => index > 0 && (mayStartClause(unit, 0) || unit.role === 'negation' || unit.role === 'hedge'),
    )
  )
    return undefined
  const stop = line.findIndex(({ gap }, index) => index > end && /[,;]/.test(gap))
  const until = stop < 0 ? line.length : stop
  if (line.slice(end, until).some((unit) => mayStartClause(unit, 0))) return undefined
  return [[...withGap(line.slice(end, until), ''), ...withGap(lead, ''), ...line.slice(until)]]
}

/** The `and` of `Corran and Ostvala agreed`. */
function isJoinedName(before: Line, index: number): boolean {
  return before[index]?.key === 'and' && !before.slice(0, index).some(isVerbLike)
}

/** `X was struck by Y on Monday` as `Y struck X on Monday`. */
function inActiveVoice(line: Line): Line[] | undefined {
  const by = line.findIndex(({ key }, index) => key === 'by' && index > 1)
  const be = line.findLastIndex(({ key }, index) => index < by && /^(?:is|was|be|been|being)$/.test(key))
  if (by < 0 || be < 1 || by - be > 8 || line.slice(be, by + 1).some(({ gap }, at) => at > 0 && /[,;]/.test(gap)))
    return undefined
  const subject = clauseStart(line, be)
  let end = by + 1
  while (end < line.length && end - by < 9 && !isBreak(nth(line, end), end === by + 1)) end++
  end = withAppositive(line, end)
  const agent = line.slice(by + 1, end)
  if (agent.length === 0) return undefined
  const isHelper = ({ key }: Unit): boolean => /^(?:be|been|being)$/.test(key)
  const between = line.slice(be + 1, by).filter((unit) => !isHelper(unit))
  const verb = between.slice(0, 1)
  const helpers = line.slice(subject, be).filter(({ role }) => role === 'hedge' || role === 'negation')
  const patient = line
    .slice(subject, be)
    .filter(({ role, key }) => role !== 'hedge' && role !== 'negation' && key !== 'have')
  const head = line.slice(0, subject)
  return [
    [
      ...head,
      ...withGap(agent, head.length > 0 ? ',' : ''),
      ...helpers,
      ...verb,
      ...withGap(patient, ''),
      ...between.slice(1),
      ...line.slice(end),
    ],
  ]
}

/** The position after `, a retired judge` where a comma closes it. */
function withAppositive(line: Line, end: number): number {
  const opening = line[end]
  if (!opening || !/,/.test(opening.gap) || !/^(?:a|an|the)$/.test(opening.key)) return end
  const close = line.findIndex(({ gap }, index) => index > end && /[,;.]/.test(gap))
  const until = close < 0 ? line.length : close
  return until - end > 8 || line.slice(end, until).some((unit) => mayStartClause(unit, 0)) ? end : until
}

/** Where the agent of a passive ends: a sign, a preposition, a time or a new clause. */
function isBreak({ gap, key, role }: Unit, isFirst: boolean): boolean {
  if (isFirst) return false
  return (
    /[,;:—–()]/.test(gap) ||
    role === 'time' ||
    role === 'number' ||
    (role === 'function' && !/^(?:of|and|his|her|its|their)$/.test(key)) ||
    role === 'hedge'
  )
}
