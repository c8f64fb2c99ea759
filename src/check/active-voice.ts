import { clauseStart, isTurn, type Line, withGap } from './line.ts'
import type { Unit } from './read-passage.ts'

/** `X was struck by Y on Monday` as `Y struck X on Monday`. */
export function inActiveVoice(line: Line): Line[] | undefined {
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
