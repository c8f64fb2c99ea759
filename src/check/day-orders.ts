import { prepositions } from './closed-words.ts'
import { isTurn, type Line, withGap } from './line.ts'
import { isVerbLike } from './verb-like.ts'

/** `X did … on Friday` as `On Friday, X did …`, where the day can belong to nothing but the first verb. */
export function dayFirst(line: Line): Line[] | undefined {
  const at = line.findIndex(({ role }) => role === 'time')
  if (at < 2 || line.findLastIndex(({ role }) => role === 'time') !== at) return undefined
  const from = line[at - 1]?.role === 'free' ? at - 1 : at
  const before = line.slice(0, from)
  if (from < 2 || before.some((unit, index) => isTurn(unit, index) && !isJoinedName(before, index))) return undefined
  return [[...withGap(line.slice(from, at + 1), ''), ...withGap(before, ','), ...line.slice(at + 1)]]
}

/** `With three minutes left, X scored` as `X scored with three minutes left`. */
export function leadLast(line: Line): Line[] | undefined {
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

/** The `and` of `Corran and Ostvala agreed`. */
function isJoinedName(before: Line, index: number): boolean {
  return before[index]?.key === 'and' && !before.slice(0, index).some(isVerbLike)
}
