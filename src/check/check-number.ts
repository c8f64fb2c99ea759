import { type Finding, wrong } from './finding.ts'
import type { NumberRead } from './numbers-in.ts'
import type { Passage, Unit } from './read-passage.ts'

/**
 * Each number in a claim must be in a cited sentence with the same value, however written. A bound (`at least`, `about`) must be in both or
 * neither.
 */
export function checkNumber(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(numbersOf)
  for (const here of numbersOf(claim)) {
    const same = there.filter(({ value }) => value === here.value)
    if (same.length === 0) return wrong('number', `The number ${here.value} stands in no cited sentence.`)
    if (!same.some(({ bound }) => bound === here.bound))
      return wrong('number', `How exact the number ${here.value} is was changed.`)
  }
  return undefined
}

/** The sign or unit written with a number must be the same: `$`, `%`, `points`. What it counts is checked by the order of words. */
export function checkUnit(claim: Passage, cited: readonly Passage[]): Finding {
  const there = cited.flatMap(numbersOf)
  for (const here of numbersOf(claim))
    if (!there.some(({ value, sign }) => value === here.value && sign === here.sign))
      return wrong('unit', `The number ${here.value} has another unit in the cited sentences.`)
  const counted = cited.flatMap(countedOf)
  for (const { value, thing } of countedOf(claim)) {
    const same = counted.filter((each) => each.value === value)
    if (same.length > 0 && !same.some((each) => each.thing.some((word) => thing.includes(word))))
      return wrong('unit', `What ${value} counts is another thing in the cited sentences.`)
  }
  return undefined
}

function numbersOf({ units }: Passage): NumberRead[] {
  return units.flatMap(({ number }) => (number ? [number] : []))
}

type CountedThing = { readonly value: number; readonly thing: readonly string[] }

/** The words for what each number counts, from the figures layer. */
function countedOf({ source, start, text, units }: Passage): CountedThing[] {
  const inside = (source.annotations.figures?.items ?? []).filter(
    ({ span }) => span.start >= start && span.end <= start + text.length,
  )
  return inside.flatMap(({ value, counted }) => {
    if (!counted) return []
    const thing = units.filter((unit) => unit.start < counted.end && unit.end > counted.start)
    return thing.length === 0 ? [] : [{ value, thing: thing.map(({ key }: Unit) => key) }]
  })
}
