import type { Sentence, TimeExpression } from '../core/annotation.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { StatedFigure } from '../core/figure.ts'
import { nth } from '../core/nth.ts'
import { overlaps, type Span } from '../core/span.ts'
import { defineAnalyzer } from './analyzer.ts'
import { type Counted, countedAfter, sharedThing, thingThatChanged } from './figures/counted-things.ts'
import { tollAt } from './figures/tolls.ts'
import { type NumberFound, numbersIn } from './grammar/numbers.ts'
import { parseDocument, type Token } from './grammar/parse.ts'
import { type StatementScene, scenesOf, spanIn } from './grammar/statement-scenes.ts'
import { layerVersions } from './layer-versions.ts'

const people = '(?:people|residents|persons|inhabitants|villagers|townspeople|locals)'
const rough =
  '(?:(?:at least|more than|about|around|nearly|almost|some|up to|over|approximately|roughly|an estimated) )?'
const home = '(?: (?:from|out of) (?:their |the )?(?:homes?|houses|towns?|villages?|flats|beds))'
const disease =
  /\b(?:measles|mumps|rubella|cholera|typhoid|diphtheria|polio|ebola|malaria|dengue|covid(?:-19)?|coronavirus|influenza|flu|mpox|meningitis|hepatitis(?: [a-e])?|tuberculosis|whooping cough|salmonella|plague|zika|marburg|lassa fever|yellow fever|legionnaires’? disease)\b/i

const told = new RegExp(
  `^ ${people}\\b[^,;:.]{0,60}? (?:were|was|are|have been|has been|had been) (?:also |now |all )?(?:(?:told|ordered|asked|forced|made|advised|instructed) to (?:leave|evacuate|flee)\\b|(?:moved|taken|driven|forced|evacuated)${home})`,
  'i',
)
const numberMoved = new RegExp(
  `\\b(?:number|total) of ${people} (?:moved|evacuated|taken|driven|forced)${home}? (?:(?:has |had )?(?:risen |rose |grown |grew |climbed |stands |stood )?(?:to|at)|is|was|has reached|reached) ${rough}$`,
  'i',
)
const takes = new RegExp(`\\b(?:taken|takes|took|moved|driven|drove|forced|cleared|evacuated|emptied) ${rough}$`, 'i')
const fromHome = new RegExp(`^ ${people}${home}`, 'i')
const orderCovers = new RegExp(
  `\\b(?:order|evacuation)\\b[^.;:,]{0,25}\\b(?:covers?|affects?|applies to|covered|affected)\\b[^.;:]*? ${rough}$`,
  'i',
)
const leaving = /\b(?:evacuat\w+|leave (?:their|at once|now|immediately|home)|told to (?:leave|go)|ordered to leave)\b/i
const confirmedCases = new RegExp(
  `^ (?:(?:laboratory-)?(?:confirmed|known|recorded|registered|reported) ){0,2}(?:(?:${disease.source}) )?cases\\b`,
  'i',
)
const peopleWith = new RegExp(
  `^ people\\b[^,;:.]{0,40}? (?:(?:now )?have|has|had|with|caught|contracted|ill with|sick with|infected with) (?:the )?(?:${disease.source})`,
  'i',
)
const casesReach = new RegExp(`\\bcases\\b[^,;:.]{0,30} (?:to|at|reached|is now|stands at) ${rough}$`, 'i')
/** Counts of what was added are no totals. */
const addition = /\b(?:another|further|additional|extra|new)(?: \w+)?\s*$/i

/**
 * What a number counts where the words are more than a toll's: people moved from or told to leave their homes, and cases of a
 * named disease. `before` and `after` are the sentence around the number; `context` is its sentence with the two before it,
 * which must tell of an evacuation where the sentence only says whom an order covers. Undefined for anything else.
 */
export function countedPeople(before: string, after: string, context: () => string): string | undefined {
  if (addition.test(before)) return undefined
  const isMoved =
    told.test(after) ||
    numberMoved.test(before) ||
    (takes.test(before) && fromHome.test(after)) ||
    (orderCovers.test(before) && new RegExp(`^ ${people}\\b`, 'i').test(after) && leaving.test(context()))
  if (isMoved) return 'people evacuated'
  const named = disease.exec(before + after)?.[0].toLowerCase()
  if (!named) return undefined
  const isCases =
    confirmedCases.test(after) || peopleWith.test(after) || (casesReach.test(before) && !/^ \p{L}/u.test(after))
  return isCases ? `cases of ${named}` : undefined
}

/**
 * Numbers with what they count: tolls, sums, shares, measures and counts of things, each with its words. Dates, ages, durations,
 * scores and bare numbers are none. English only; other languages have no figures yet.
 */
export const figures = defineAnalyzer({
  assigns: 'figures',
  requires: ['sentences', 'times'],
  version: layerVersions.figures,
  run: (doc, { sentences, times }) => figuresOf(doc, sentences, times),
})

/** What a number counts, as far as it can be told. */
type Measured = Pick<StatedFigure, 'unit' | 'isCumulative'> & { readonly counted?: Span }

const sumNouns =
  /^(?:package|aid|deal|damages?|fine|bid|loan|budget|fund|investment|contract|settlement|offer|takeover|acquisition|loss(?:es)?|profits?|revenue|bill|debt|bailout|penalty|compensation|ransom|grant)$/
/** Sentences without one of these words count no people moved and no cases of a disease. */
const peopleWords = /\b(?:people|residents|persons|inhabitants|villagers|townspeople|locals|cases)\b/i

function figuresOf(doc: Document, sentences: readonly Sentence[], times: readonly TimeExpression[]): StatedFigure[] {
  const scenes = scenesOf(doc, sentences, { times })
  if (scenes.length === 0) return []
  const parsed = parseDocument(doc, sentences)
  return scenes.flatMap((scene, at) => {
    if (scene.blockKind === 'heading' || scene.text === '') return []
    const numbers = numbersIn(scene.text).filter((number) => !isTime(scene, number))
    if (numbers.length === 0) return []
    const tokens = parsed.sentences[at]?.tokens ?? []
    const words = tokens.filter(({ text }) => /^[\p{L}\p{N}$£€]/u.test(text))
    let before: Measured | undefined
    return numbers.flatMap((number): StatedFigure[] => {
      const measured = measuredIn({ scene, number, tokens, words, before })
      if (!measured || (number.value === 1 && !measured.isCumulative && !number.currency && !number.measure)) return []
      if (!number.currency && !number.measure) before = measured
      return [figureOf(scene, number, measured)]
    })
  })
}

function isTime(scene: StatementScene, { start, end }: NumberFound): boolean {
  return scene.times.some((time) => overlaps(time.span, spanIn(scene, start, end)))
}

function figureOf(scene: StatementScene, number: NumberFound, { unit, counted, isCumulative }: Measured): StatedFigure {
  return {
    span: spanIn(scene, number.start, number.end),
    value: number.value,
    unit,
    ...defined({ counted }),
    isRough: number.isRough,
    isCumulative,
    ...defined({ low: number.low, high: number.high }),
    sentence: scene.index,
  }
}

type Place = {
  readonly scene: StatementScene
  readonly number: NumberFound
  readonly tokens: readonly Token[]
  readonly words: readonly Token[]
  /** What the number before it in the sentence counts: `12 people died and 30 were hurt`. */
  readonly before: Measured | undefined
}

function measuredIn(place: Place): Measured | undefined {
  const { scene, number, tokens, words } = place
  const { start, end } = spanIn(scene, number.start, number.end)
  const index = firstFrom(tokens, start)
  const next = firstFrom(tokens, end)
  if (number.currency) return sumOf(number.currency, tokens, next)
  if (number.measure === '%' || number.measure === 'points')
    return plain(number.measure, sharedThing(tokens, index, next))
  if (number.measure) return plain(number.measure, undefined)
  if (isMagnitude(scene.text, number)) return plain('magnitude', undefined)
  const isPart = /\b(?:including|among them|of whom|of them)\s+(?:\w+\s+)?$/i.test(nearBefore(scene, number))
  const toll = isPart
    ? undefined
    : tollAt({ words, index: firstFrom(words, start), next: firstFrom(words, end), text: scene.doc.text })
  if (toll) {
    const counted = toll.noun ? { counted: spanOfToken(toll.noun) } : {}
    return { unit: toll.unit, isCumulative: true, ...counted }
  }
  const { counted, isTime: isDuration } = countedAfter(tokens, next)
  if (isDuration) return undefined
  const unit = isPart ? undefined : movedOrIll(scene, number)
  if (unit) return { unit, isCumulative: true, ...defined({ counted: counted?.span }) }
  if (counted) return plain(counted.head, counted)
  const thing = /\b(?:from|to|by|at)\s+(?:\p{L}+ ){0,2}$/iu.test(nearBefore(scene, number))
    ? thingThatChanged(tokens, index)
    : undefined
  if (thing) return plain(thing.head, thing)
  return place.before && { unit: place.before.unit.split(' ')[0] ?? '', isCumulative: false }
}

function plain(unit: string, counted: Counted | undefined): Measured {
  return { unit, isCumulative: false, ...defined({ counted: counted?.span }) }
}

function spanOfToken({ start, end }: Token): Span {
  return { start, end }
}

/** The index of the first token at or after a place of the document. */
function firstFrom(tokens: readonly Token[], start: number): number {
  let low = 0
  let high = tokens.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (nth(tokens, middle).start < start) low = middle + 1
    else high = middle
  }
  return low
}

function nearBefore({ text }: StatementScene, { start }: NumberFound): string {
  return text.slice(Math.max(0, start - 40), start)
}

function isMagnitude(text: string, { start, end, value }: NumberFound): boolean {
  if (value <= 2 || value >= 10) return false
  return (
    /^[- ]magnitude\b/.test(text.slice(end, end + 11)) ||
    /\bmagnitude (?:of )?$/.test(text.slice(Math.max(0, start - 14), start))
  )
}

/** `$61bn aid package`: the currency with what the sum is for. */
function sumOf(currency: string, tokens: readonly Token[], next: number): Measured {
  for (let at = next; at < Math.min(next + 4, tokens.length); at++) {
    const token = nth(tokens, at)
    if (/^[,;:.]$/.test(token.text)) break
    if (!sumNouns.test(token.lower)) continue
    const after = tokens[at + 1]
    const last = after && sumNouns.test(after.lower) ? after : token
    const words = last === token ? token.lower : `${token.lower} ${last.lower}`
    return { unit: `${currency} ${words}`, counted: { start: token.start, end: last.end }, isCumulative: false }
  }
  return { unit: currency, isCumulative: false }
}

function movedOrIll(scene: StatementScene, { start, end }: NumberFound): string | undefined {
  if (!peopleWords.test(scene.text)) return undefined
  return countedPeople(scene.text.slice(0, start), scene.text.slice(end), () => contextOf(scene))
}

/** The sentence with the two before it and the title. */
function contextOf(scene: StatementScene): string {
  const { previous } = scene
  return [scene.doc.title, previous?.previous?.text, previous?.text, scene.text].join('\n')
}
