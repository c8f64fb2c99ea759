import { isCue } from './cues.ts'
import type { Unit } from './read-passage.ts'

/** A passage's units in an order that says the same as the written one. */
export type Line = readonly Unit[]

/** Gap before the first word of reported speech, in an order that puts the speaker first. */
export const REPORTED = '“ '

/** The units with another sign before the first. */
export function withGap(units: readonly Unit[], gap: string): Unit[] {
  return units.map((unit, index) => (index === 0 ? { ...unit, gap } : unit))
}

export function clauseStart(line: Line, be: number): number {
  let start = be
  while (start > 0 && !/[,;:—–]/.test(line[start]?.gap ?? '')) start--
  return start
}

/** Where another verb or part of the sentence may begin. */
export function mayStartClause(unit: Unit, index: number): boolean {
  if (index > 0 && /[,;:—–()“”"]/.test(unit.gap)) return true
  return (
    isCue(unit) ||
    /^(?:to|that|who|which|when|while|after|before|and|but|if|as|because|whether)$/.test(unit.text.toLowerCase())
  )
}
