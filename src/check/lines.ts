import type { Quote } from '../core/quote.ts'
import { prepositions } from './closed-words.ts'
import { isCue, isNeutralCue } from './cues.ts'
import type { Called, Passage, Unit } from './read-passage.ts'
import { isVerbLike } from './verb-like.ts'

/** A passage's units in an order that says the same as the order they were written in. */
export type Line = readonly Unit[]

/** What stands before the first word of what somebody says, in an order that tells first who says it. */
export const REPORTED = '“ '

/** A passage with the orders in which it can be told, and every key by which a word of it is known. */
export type ToldPassage = Passage & { readonly lines: readonly Line[]; readonly known: ReadonlySet<string> }

/** The passage with all that an alignment asks of it, made once. */
export function toldIn(passage: Passage): ToldPassage {
  const lines = linesOf(passage)
  const keys = [passage.units, ...lines].flatMap((line) => line.map(({ key }) => key))
  return { ...passage, lines, known: new Set([...keys, ...passage.called.flatMap(({ names }) => [...names])]) }
}

/**
 * The orders in which a passage can be told: as written; who said it first; in the active voice; its day or its opening phrase
 * elsewhere; a name before or after what it is told of it; what a relative clause tells of a name. Each is a rearrangement of
 * whole parts, never of words within them.
 */
export function linesOf(passage: Passage): Line[] {
  const framed = passage.quotes.flatMap((quote) => framedFirst(passage, quote) ?? [])
  const named = [passage.units, ...framed].flatMap((line) => [line, ...renamed(line, passage.called)])
  const parts = [...named, ...relativeClauses(passage)]
  const active = parts.flatMap((line) => [line, ...(inActiveVoice(line) ?? [])])
  return active.flatMap((line) => [line, ...(dayFirst(line) ?? []), ...(leadLast(line) ?? [])]).slice(0, mostLines)
}

const mostLines = 32

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
  const frame = [...sources, { ...saying, key: cueKey, role: 'content' as const, gap: '' }]
  return [[...frame, ...withGap(content.map(inReport), REPORTED), ...withGap(rest, ',')]]
}

/** The first unit with another sign before it. */
function withGap(units: readonly Unit[], gap: string): Unit[] {
  return units.map((unit, index) => (index === 0 ? { ...unit, gap } : unit))
}

/** `X was struck by Y on Monday` as `Y struck X on Monday`. */
function inActiveVoice(line: Line): Line[] | undefined {
  const by = line.findIndex(({ key }, index) => key === 'by' && index > 1)
  const be = line.findLastIndex(({ key }, index) => index < by && /^(?:is|was|be|been|being)$/.test(key))
  if (by < 0 || be < 1 || by - be > 8 || line.slice(be, by + 1).some(({ gap }, at) => at > 0 && /[,;]/.test(gap)))
    return undefined
  const subject = clauseStart(line, be)
  let end = by + 1
  while (end < line.length && end - by < 9 && !isBreak(line[end] as Unit, end === by + 1)) end++
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

/** Past `, a retired judge` where a comma shuts it. */
function withAppositive(line: Line, end: number): number {
  const opening = line[end]
  if (!opening || !/,/.test(opening.gap) || !/^(?:a|an|the)$/.test(opening.key)) return end
  const close = line.findIndex(({ gap }, index) => index > end && /[,;.]/.test(gap))
  const until = close < 0 ? line.length : close
  return until - end > 8 || line.slice(end, until).some((unit) => isTurn(unit, 0)) ? end : until
}

function clauseStart(line: Line, be: number): number {
  let start = be
  while (start > 0 && !/[,;:—–]/.test(line[start]?.gap ?? '')) start--
  return start
}

/** Where the one who acts ends: a sign, a preposition, a time or a new clause. */
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

/** `X did … on Friday` as `On Friday, X did …`, where the day can belong to nothing but the first verb. */
function dayFirst(line: Line): Line[] | undefined {
  const at = line.findIndex(({ role }) => role === 'time')
  if (at < 2 || line.findLastIndex(({ role }) => role === 'time') !== at) return undefined
  const from = line[at - 1]?.role === 'free' ? at - 1 : at
  const before = line.slice(0, from)
  if (from < 2 || before.some((unit, index) => isTurn(unit, index) && !isJoinedName(before, index))) return undefined
  return [[...withGap(line.slice(from, at + 1), ''), ...withGap(before, ','), ...line.slice(at + 1)]]
}

/** The `and` of `Corran and Ostvala agreed`. */
function isJoinedName(before: Line, index: number): boolean {
  return before[index]?.key === 'and' && !before.slice(0, index).some(isVerbLike)
}

/** Where another verb or part of the sentence may begin. */
function isTurn(unit: Unit, index: number): boolean {
  if (index > 0 && /[,;:—–()“”"]/.test(unit.gap)) return true
  return (
    isCue(unit) ||
    /^(?:to|that|who|which|when|while|after|before|and|but|if|as|because|whether)$/.test(unit.text.toLowerCase())
  )
}

/** `With three minutes left, X scored` as `X scored with three minutes left`. */
function leadLast(line: Line): Line[] | undefined {
  const [first] = line
  const end = line.findIndex(({ gap }, index) => index > 0 && /,/.test(gap))
  if (!first || !prepositions.has(first.text.toLowerCase()) || end < 2 || end > 9) return undefined
  const lead = line.slice(0, end)
  if (lead.some((unit, index) => index > 0 && (isTurn(unit, 0) || unit.role === 'negation' || unit.role === 'hedge')))
    return undefined
  const stop = line.findIndex(({ gap }, index) => index > end && /[,;]/.test(gap))
  const until = stop < 0 ? line.length : stop
  if (line.slice(end, until).some((unit) => isTurn(unit, 0))) return undefined
  return [[...withGap(line.slice(end, until), ''), ...withGap(lead, ''), ...line.slice(until)]]
}

/** `Ana Toral, who is mayor, …` tells that Ana Toral is mayor; only a name right before the comma is meant for sure. */
function relativeClauses({ units, called }: Passage): Line[] {
  const opening = units.findIndex(({ gap }) => /,/.test(gap))
  const subject = { first: 0, last: opening - 1, mention: { form: 'name' } }
  const isSubject =
    opening > 1 && opening < 9 && !units.slice(0, opening).some((unit) => isVerbLike(unit) || isTurn(unit, 0))
  return [...called, ...(isSubject ? [subject] : [])].flatMap(({ first, last, mention }) => {
    const relative = units[last + 1]
    if (mention.form !== 'name' || !relative || !/^(?:who|which)$/.test(relative.key) || !/,/.test(relative.gap))
      return []
    const close = units.findIndex(({ gap }, index) => index > last + 2 && /[,;—–]/.test(gap))
    const clause = units.slice(last + 2, close < 0 ? units.length : close)
    return clause.length < 2 ? [] : [[...withGap(units.slice(first, last + 1), ''), ...withGap(clause, '')]]
  })
}

/** In a report the tense and the person shift: `I will` becomes `he would`. */
function inReport(unit: Unit): Unit {
  const shifted = SHIFTS[unit.key]
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

/** `The mayor, Ana Toral, …` as `Ana Toral, the mayor, …`, and the other way round. */
function renamed(line: Line, called: readonly Called[]): Line[] {
  return called.flatMap(({ first, last, mention }) => {
    if (mention.form !== 'name') return []
    const from = line.findIndex(({ start }) => start === mention.span.start)
    const to = from + last - first
    const next = line[to + 1]
    if (from < 0 || !next || !/,/.test(next.gap)) return []
    const name = line.slice(from, to + 1)
    if (from > 0 && /,/.test(line[from]?.gap ?? '')) {
      const start = clauseStart(line, from - 1)
      const told = line.slice(start, from)
      if (told.length > 8 || told.some(({ role }) => role === 'negation' || role === 'time')) return []
      const opening = line[start]?.gap ?? ''
      return [
        [...line.slice(0, start), ...withGap(name, opening), ...withGap(told, ','), ...line.slice(to + 1)],
        [...line.slice(0, from), ...withGap(name, ''), ...withGap(line.slice(to + 1), '')],
      ]
    }
    const close = line.findIndex(({ gap }, index) => index > to + 1 && /[,;]/.test(gap))
    const told = line.slice(to + 1, close)
    const after = line[close]
    const isToldAlone =
      /^(?:a|an|the)$/.test(next.key) && after && !after.isName && !/^(?:a|an|the|and|or)$/.test(after.key)
    const is: Unit = { ...next, text: 'is', key: 'is', role: 'function', gap: '' }
    const being = isToldAlone && close > 0 ? [[...withGap(name, ''), is, ...withGap(told, '')]] : []
    if (
      close < 0 ||
      told.length > 9 ||
      told.some(({ role, key }) => role === 'negation' || /^(?:who|which|and|but)$/.test(key))
    )
      return being
    return [
      ...being,
      [
        ...line.slice(0, from),
        ...withGap(told, line[from]?.gap ?? ''),
        ...withGap(name, ''),
        ...withGap(line.slice(close), ''),
      ],
    ]
  })
}
