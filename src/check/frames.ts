import type { Quote } from '../core/quote.ts'
import { isNeutralCue, isSaying } from './cues.ts'
import { clauseStart, isTurn, type Line, REPORTED, withGap } from './line.ts'
import type { Passage, Unit } from './read-passage.ts'

/** `…, X said` and `According to X, …` as `X said …`. */
export function framedFirst({ units }: Passage, { span, cue, source }: Quote): Line[] | undefined {
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

/** `X said …`, `…, X said` and `According to X, …` by their form alone, where the quotes layer found nobody who speaks. */
export function framedByForm(units: readonly Unit[]): Line[] {
  const [first] = units
  const comma = units.findIndex(({ gap }, index) => index > 1 && /,/.test(gap))
  if (first && /^accord/.test(first.key) && comma > 2 && comma < 14)
    return [told(units.slice(2, comma), { ...first, key: 'say' }, units.slice(comma), [])]
  const at = units.findIndex((unit, index) => index > 0 && isSaying(units, index) && isNeutralCue(unit))
  const saying = units[at]
  if (!saying) return []
  const start = clauseStart(units, at)
  const before = units.slice(start, at)
  if (before.length === 0 || before.length > 9 || before.some((unit, index) => index > 0 && isTurn(unit, 0))) return []
  if (start > 0 && units.length - at < 7)
    return [told(before, { ...saying, key: 'say' }, units.slice(0, start), units.slice(at + 1))]
  return start === 0 ? [told(before, { ...saying, key: 'say' }, units.slice(at + 1), [])] : []
}

function told(source: Line, saying: Unit, content: Line, rest: Line): Line {
  const frame = [...withGap(source, ''), { ...saying, role: 'content' as const, gap: '' }]
  return [...frame, ...withGap(content.map(inReport), REPORTED), ...withGap(rest, ',')]
}

/** In a report the tense and the person shift: `I will` becomes `he would`. */
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
