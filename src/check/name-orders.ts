import { isVerbLike } from './cues.ts'
import { clauseStart, type Line, mayStartClause, withGap } from './line.ts'
import type { NamedUnits, Passage, Unit } from './read-passage.ts'

/** `The mayor, Ana Toral, …` as `Ana Toral, the mayor, …`, and the reverse. */
export function renamed(line: Line, called: readonly NamedUnits[]): Line[] {
  return called.flatMap(({ first, last, mention }) => {
    if (mention.form !== 'name') return []
    const from = line.findIndex(({ start }) => start === mention.span.start)
    const to = from + last - first
    const next = line[to + 1]
    if (from < 0 || !next || !/,/.test(next.gap)) return []
    const name = line.slice(from, to + 1)
    if (from > 0 && /,/.test(line[from]?.gap ?? '')) {
      const start = clauseStart(line, from - 1)
      const description = line.slice(start, from)
      if (description.length > 8 || description.some(({ role }) => role === 'negation' || role === 'time')) return []
      const opening = line[start]?.gap ?? ''
      return [
        [...line.slice(0, start), ...withGap(name, opening), ...withGap(description, ','), ...line.slice(to + 1)],
        [...line.slice(0, from), ...withGap(name, ''), ...withGap(line.slice(to + 1), '')],
      ]
    }
    const close = line.findIndex(({ gap }, index) => index > to + 1 && /[,;]/.test(gap))
    const told = line.slice(to + 1, close)
    if (
      close < 0 ||
      told.length > 9 ||
      told.some(({ role, key }) => role === 'negation' || /^(?:who|which|and|but)$/.test(key))
    )
      return []
    return [
      [
        ...line.slice(0, from),
        ...withGap(told, line[from]?.gap ?? ''),
        ...withGap(name, ''),
        ...withGap(line.slice(close), ''),
      ],
    ]
  })
}

/** `Ana Toral, who is mayor, …` says that Ana Toral is mayor. Only a name right before the comma is certain. */
export function relativeClauses({ units, called }: Passage): Line[] {
  const opening = units.findIndex(({ gap }) => /,/.test(gap))
  const subject = { first: 0, last: opening - 1, mention: { form: 'name' } }
  const isSubject =
    opening > 1 && opening < 9 && !units.slice(0, opening).some((unit) => isVerbLike(unit) || mayStartClause(unit, 0))
  return [...called, ...(isSubject ? [subject] : [])].flatMap(({ first, last, mention }) => {
    const relative = units[last + 1]
    if (mention.form !== 'name' || !relative || !/^(?:who|which)$/.test(relative.key) || !/,/.test(relative.gap))
      return []
    const close = units.findIndex(({ gap }, index) => index > last + 2 && /[,;—–]/.test(gap))
    const clause = units.slice(last + 2, close < 0 ? units.length : close)
    return clause.length < 2 ? [] : [[...withGap(units.slice(first, last + 1), ''), ...withGap(clause, '')]]
  })
}

/** `Ana Toral, a former teacher, …` says that Ana Toral is a former teacher. */
export function appositions({ units, called }: Passage): Line[] {
  return called.flatMap(({ first, last, mention }) => {
    const next = units[last + 1]
    const close = units.findIndex(({ gap }, index) => index > last + 2 && /[,;]/.test(gap))
    const after = units[close]
    if (mention.form !== 'name' || !next || !after || next.gap !== ',' || !/^(?:a|an|the)$/.test(next.key)) return []
    const told = units.slice(last + 1, close)
    // `Smith, a doctor and a nurse, …` and `Smith, a doctor, and Jones` are lists.
    if (
      after.isName ||
      /^(?:a|an|the|and|or)$/.test(after.key) ||
      told.some(({ key }) => /^(?:and|or|who|which)$/.test(key))
    )
      return []
    const is: Unit = { ...next, text: 'is', key: 'is', role: 'function', gap: '' }
    return [[...withGap(units.slice(first, last + 1), ''), is, ...withGap(told, '')]]
  })
}
