import type { Sentence, TimeExpression } from '../core/annotation.ts'
import { type Document, textOf } from '../core/document.ts'
import { defineAnalyzer } from './analyzer.ts'
import { composedOf } from './composed.ts'
import { arabic } from './time-arabic.ts'
import { isoDay, localDayOf } from './time-calendar.ts'
import { english } from './time-english.ts'
import { french } from './time-french.ts'
import { german } from './time-german.ts'
import { applyRules, type Found, type RuleSet } from './time-rules.ts'
import { spanish } from './time-spanish.ts'

/** Time phrases with what they mean, anchored at the day of publication in the zone of the article. */
export const times = defineAnalyzer({
  assigns: 'times',
  requires: ['sentences'],
  version: 1,
  run: (doc, layers) => timesIn(doc, layers.sentences),
})

function rulesFor(language: string): RuleSet | undefined {
  switch (language.toLowerCase().split(/[-_]/)[0]) {
    case 'en':
    case 'und':
      return english
    case 'fr':
      return french
    case 'ar':
      return arabic
    case 'de':
      return german
    case 'es':
      return spanish
    default:
      return undefined
  }
}

/** Words that may stand between a time and its day: `at 9 a.m. on Tuesday`, `Tuesday at around 9 a.m.`. */
const joint = /^,?\s*(?:on|at|around|about|by|à|le|vers)?\s*(?:around|about)?\s*$/iu

/** A time of day that says the day, or the day as it stands beside it. */
function isClock(found: Found): boolean {
  return found.value.startsWith('T')
}

function isPlainDay(found: Found): boolean {
  return found.kind === 'date' && found.until === undefined && /^\d{4}-\d\d-\d\d$/.test(found.value)
}

/** Gives every time of day its day: the date beside it becomes one phrase with it, else the nearest before it, else the one given. */
function placeClocks(found: readonly Found[], sentence: string, since: string): Found[] {
  const placed: Found[] = []
  let day = since
  for (let i = 0; i < found.length; i += 1) {
    const here = found[i] as Found
    const next = found[i + 1]
    const isPair = next !== undefined && joint.test(sentence.slice(here.end, next.start))
    if (isPair && ((isClock(here) && isPlainDay(next)) || (isPlainDay(here) && isClock(next)))) {
      const [clock, date] = isClock(here) ? [here, next] : [next, here]
      placed.push({ start: here.start, end: next.end, kind: 'time', value: date.value + clock.value })
      day = date.value
      i += 1
    } else if (isClock(here)) placed.push({ ...here, value: day + here.value })
    else {
      if (isPlainDay(here)) day = here.value
      placed.push(here)
    }
  }
  return placed
}

/**
 * Finds time phrases and resolves them (TIMEX3 values). Weekdays are past unless the clause says will, due or scheduled.
 * What cannot be told is left out: fiscal years, seasons, and dates whose day and month may be swapped.
 */
export function timesIn(doc: Document, sentences: readonly Sentence[]): TimeExpression[] {
  const anchor = localDayOf(doc.publishedAt)
  const rules = rulesFor(doc.language)
  if (anchor === undefined || rules === undefined) return []
  const today = isoDay(anchor)
  let day = today
  let before: Sentence | undefined
  return sentences.flatMap((sentence) => {
    const { span, block } = sentence
    if (block !== before?.block) day = today
    before = sentence
    const written = textOf(doc, span)
    const composed = composedOf(written)
    const text = composed?.text ?? written
    const found = placeClocks(applyRules(rules, text, anchor, doc.language), text, day)
    day = found.findLast((one) => isPlainDay(one))?.value ?? day
    return found.map(({ start, end, ...value }): TimeExpression => {
      const found = composed?.outward({ start, end }) ?? { start, end }
      return { span: { start: span.start + found.start, end: span.start + found.end }, ...value }
    })
  })
}
