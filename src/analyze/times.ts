import type { Sentence, TimeExpression } from '../core/annotation.ts'
import { type Document, publishedAtOf, textOf } from '../core/document.ts'
import { nth } from '../core/nth.ts'
import { isTimeUnknown } from '../core/time/day-only.ts'
import { packOrEnglish } from '../languages/all.ts'
import { defineAnalyzer } from './analyzer.ts'
import { layerVersions } from './layer-versions.ts'
import { composedOf } from './sentences/composed.ts'
import { timeRules } from './times/calendar-meanings.ts'
import { type Day, dayOf, isoDay, localDayOf, weekdayForward, yearOf } from './times/time-calendar.ts'
import { counted, isRelative } from './times/time-relative.ts'
import { applyRules, type Found } from './times/time-rules.ts'

/** Zones that mean one offset, as ISO 8601 writes it. */
const fixed: Readonly<Record<string, string>> = {
  GMT: 'Z',
  UTC: 'Z',
  BST: '+01:00',
  CET: '+01:00',
  CEST: '+02:00',
  EST: '-05:00',
  EDT: '-04:00',
  PST: '-08:00',
  PDT: '-07:00',
}
/** Zones of the United States whose offset changes with the season: in winter, in summer. */
const seasonal: Readonly<Record<string, readonly [string, string]>> = {
  ET: ['-05:00', '-04:00'],
  PT: ['-08:00', '-07:00'],
}

/**
 * The offset of a zone's name on a day, for `14:00` of `2pm GMT`: `Z`, `-05:00`. Empty for names that stand for several
 * zones (`CST`, `IST`) and for `local time`.
 */
export function zoneOffset(name: string, day: Day): string {
  const [winter, summer] = seasonal[name] ?? []
  if (winter === undefined || summer === undefined) return fixed[name] ?? ''
  return isSummerTime(day) ? summer : winter
}

/** Summer time of the United States since 2007: from the second Sunday of March to the first of November. */
function isSummerTime(day: Day): boolean {
  const year = yearOf(day)
  return day >= weekdayForward(dayOf(year, 3, 8) as Day, 0) && day < weekdayForward(dayOf(year, 11, 1) as Day, 0)
}

/** Time phrases with what they mean, anchored at the day of publication in the zone of the article. */
export const times = defineAnalyzer({
  assigns: 'times',
  requires: ['sentences'],
  version: layerVersions.times,
  run: (doc, layers) => timesIn(doc, layers.sentences),
})

/** What may be between a time and its day in a language that has no words for it. */
const plainJoint = /^,?\s{0,27}$/u

/** A time of day that says the day, or the day as it is beside it. */
function isClock(found: Found): boolean {
  return found.value.startsWith('T')
}

function isPlainDay(found: Found): boolean {
  return found.kind === 'date' && found.until === undefined && /^\d{4}-\d\d-\d\d$/.test(found.value)
}

/** A clock's value on a day, its zone's name written as the offset of that day: `T14:00@GMT` is `2025-08-18T14:00Z`. */
function clockOn(day: string, clock: string): string {
  const [time = '', zone] = clock.split('@')
  const local = localDayOf(day)
  return day + time + (zone === undefined || local === undefined ? '' : zoneOffset(zone, local))
}

/** Gives every time of day its day: the date beside it becomes one phrase with it, else the nearest before it, else the one given. */
function placeClocks(found: readonly Found[], sentence: string, since: string, joint: RegExp): Found[] {
  const placed: Found[] = []
  let day = since
  for (let i = 0; i < found.length; i += 1) {
    const here = nth(found, i)
    const next = found[i + 1]
    const isPair = next !== undefined && joint.test(sentence.slice(here.end, next.start))
    if (isPair && ((isClock(here) && isPlainDay(next)) || (isPlainDay(here) && isClock(next)))) {
      const [clock, date] = isClock(here) ? [here, next] : [next, here]
      placed.push({ start: here.start, end: next.end, kind: 'time', value: clockOn(date.value, clock.value) })
      day = date.value
      i += 1
    } else if (isClock(here)) placed.push({ ...here, value: clockOn(day, here.value) })
    else {
      if (isPlainDay(here)) day = here.value
      placed.push(here)
    }
  }
  return placed
}

/** The date told of last, and in which sentence. */
type Told = { readonly value: string; readonly sentence: number }

/** What can be counted from: day, month or year; of a week in the middle of its year the year. */
function datePart(value: string): string | undefined {
  return (/^\d{4}(?:-\d\d(?:-\d\d)?)?(?=$|T)/.exec(value) ?? /^\d{4}(?=-W(?:0[2-9]|[1-4]\d|5[01])$)/.exec(value))?.[0]
}

/** Gives phrases such as `the following day` their date, counted from one told of in this sentence or the one before. */
function placeRelatives(
  found: readonly Found[],
  sentence: number,
  before: Told | undefined,
): [Found[], Told | undefined] {
  let told = before && sentence - before.sentence <= 1 ? before : undefined
  const placed: Found[] = []
  for (const here of found) {
    const value = isRelative(here) ? told && counted(here.value, told.value) : here.value
    if (value === undefined) continue
    placed.push({ ...here, value })
    const day = datePart(value)
    // A range or an open end has no single day to count from.
    if (here.kind !== 'date' && here.kind !== 'time') continue
    if (day !== undefined && here.until === undefined) told = { value: day, sentence }
    else if (here.until !== undefined) told = undefined
  }
  return [placed, told]
}

/** The day that a clock told of next is on: the last day named, in `Monday evening` too, but a night belongs to two days. */
function lastDay(found: readonly Found[]): string | undefined {
  return found
    .filter(({ kind, until }) => (kind === 'date' || kind === 'time') && until === undefined)
    .flatMap(({ value }) => /^\d{4}-\d\d-\d\d(?=$|T(?!NI))/.exec(value) ?? [])
    .at(-1)
}

const WEEK_MS = 7 * 86_400_000

/** `In 2019 he said: “It ends on Friday.”`: which Friday, the day of publication does not tell. */
function withoutOldSpeech(found: readonly Found[], sentence: string, today: string, countsFromToday: RegExp): Found[] {
  const quotations = [...sentence.matchAll(/[“«„"][^“”«»„"]*[”»“"]/gu)].map(({ 0: words, index }) => ({
    start: index,
    end: index + words.length,
  }))
  const isSpoken = ({ start, end }: Found) => quotations.some((each) => each.start <= start && end <= each.end)
  const isFar = ({ value }: Found) => {
    const day = /^\d{4}-\d\d-\d\d/.exec(value)?.[0]
    if (day) return Math.abs(Date.parse(day) - Date.parse(today)) > WEEK_MS
    return /^\d{4}(?:-\d\d)?$/.test(value) && !today.startsWith(value)
  }
  if (quotations.length === 0 || !found.some((one) => !isSpoken(one) && isFar(one))) return [...found]
  return found.filter((one) => !isSpoken(one) || !countsFromToday.test(sentence.slice(one.start, one.end)))
}

/**
 * Finds time phrases and resolves them (TIMEX3 values). Weekdays are past unless the clause says will, due or scheduled.
 * `The following day` counts from the date told of before it, in that sentence or the one before; a
 * time of day is on the nearest day told of before it in its block, else on the day of publication. What cannot be told is
 * left out: days that an old quotation counts from its own, fiscal years, quarters and seasons, feasts that move, dates whose day and
 * month may be swapped, and dates and months without a year that may be past or to come.
 */
export function timesIn(doc: Document, sentences: readonly Sentence[]): TimeExpression[] {
  const published = localDayOf(doc.publishedAt)
  if (published === undefined || !isTimeUnknown(doc.publishedAt)) return timesFrom(doc, sentences, published)
  // What is the same from whichever day it is counted needs no day of publication.
  const [some, others] = [published, published - longBefore].map((day) => timesFrom(doc, sentences, day))
  const known = new Set(others?.map((one) => JSON.stringify(one)))
  return (some ?? []).filter((one) => known.has(JSON.stringify(one)))
}

/** Days: another weekday, date, month and year. */
const longBefore = 1_000

/** The time phrases of a text, counted from its day of publication `whole`. */
function timesFrom(doc: Document, sentences: readonly Sentence[], whole: Day | undefined): TimeExpression[] {
  const words = packOrEnglish(doc.language)?.times
  if (whole === undefined || words === undefined) return []
  const rules = timeRules(words)
  let told: Told | undefined
  let day = isoDay(whole)
  let dayBlock = -1
  return sentences.flatMap(({ span, block }, index) => {
    const written = textOf(doc, span)
    const composed = composedOf(written)
    const text = composed?.text ?? written
    const anchor = doc.posts ? (localDayOf(publishedAtOf(doc, span.start)) ?? whole) : whole
    const read = withoutOldSpeech(applyRules(rules, text, anchor, doc.language), text, isoDay(anchor), words.counted)
    if (read.length === 0) return []
    const [dated, last] = placeRelatives(read, index, told)
    if (block !== dayBlock) day = isoDay(anchor)
    dayBlock = block
    const placed = placeClocks(dated, text, day, words.joint ?? plainJoint)
    told = last
    day = lastDay(placed) ?? day
    return placed.map((one): TimeExpression => {
      const { start, end, ...value } = one
      const found = composed?.outward({ start, end }) ?? { start, end }
      return { span: { start: span.start + found.start, end: span.start + found.end }, ...value }
    })
  })
}
