import type { Document } from '../../../src/core/document.ts'
import type { Annotations } from '../../../src/core/layers.ts'
import { sureEnough } from '../../../src/core/quote.ts'
import { draw, pick, shuffled } from '../checker/draw.ts'

/** A quotation put into a text, and what is to be said of it. */
export type Trial = {
  readonly id: string
  readonly kind: 'exact' | 'word' | 'number' | 'negation' | 'speaker' | 'elsewhere' | 'recombined'
  readonly isHeldOut: boolean
  readonly words: string
  readonly speaker: string
  /** The words that were put in or changed, as they are now; empty where words were taken away. */
  readonly changed?: string
}

/** A quotation of an article. */
export type Quoted = { readonly id: string; readonly words: string; readonly speaker: string }

const [fewestWords, mostWords] = [6, 60]
/** Speakers nobody reports on. */
const strangers = ['Mara Ellind', 'Jonas Halvorsen', 'Edda Thorne', 'Piet Oberlin', 'Salome Wirth']

/** What articles have between quotation marks, with who surely said it, in an order that means nothing. */
export function quotedIn(documents: readonly Document[], read: (document: Document) => Annotations): readonly Quoted[] {
  const found = documents.flatMap((document) =>
    (read(document).quotes?.items ?? []).flatMap(({ kind, span, speaker, confidence, isTopic }): Quoted[] => {
      const words = document.text.slice(span.start, span.end).trim()
      const count = words.split(/\s+/).length
      if (kind !== 'direct' || isTopic || !speaker || confidence < sureEnough) return []
      // What the article itself cuts or puts in brackets is another case.
      if (count < fewestWords || count > mostWords || /["“”[\]…\n]|\.\.\./.test(words)) return []
      return [{ id: `${document.id} ${span.start}`, words, speaker: speaker.name }]
    }),
  )
  return shuffled(found, ({ id }) => id)
}

/** So many quotations as they are, so many changed in one word, number, denial or speaker, so many that no article has. */
export function makeTrials(here: readonly Quoted[], elsewhere: readonly Quoted[], wanted: number): readonly Trial[] {
  const trials: Trial[] = here.slice(0, wanted).map((one) => trialOf(one, 'exact'))
  const rest = here.slice(wanted)
  const used = new Set<string>()
  for (const kind of ['number', 'negation', 'word', 'speaker'] as const) {
    let left = wanted / 4
    for (const [index, one] of rest.entries()) {
      if (left === 0) break
      if (used.has(one.id)) continue
      const other = rest[(index + 17) % rest.length] ?? one
      const trial = changed(one, kind, other)
      if (!trial) continue
      used.add(one.id)
      trials.push(trial)
      left--
    }
  }
  trials.push(...elsewhere.slice(0, wanted / 2).map((one) => trialOf(one, 'elsewhere')))
  const long = rest.filter(({ words }) => words.split(/\s+/).length >= 10)
  for (const [index, one] of long.slice(0, wanted / 2).entries()) {
    const other = long[(index + 31) % long.length] ?? one
    const [a, b] = [one.words.split(/\s+/), other.words.split(/\s+/)]
    const words = [...a.slice(0, Math.ceil(a.length / 2)), ...b.slice(Math.ceil(b.length / 2))].join(' ')
    trials.push({ ...trialOf(one, 'recombined'), words })
  }
  return trials
}

function trialOf({ id, words, speaker }: Quoted, kind: Trial['kind']): Trial {
  return { id: `${kind} ${id}`, kind, isHeldOut: draw(`half ${id}`) % 2 === 1, words, speaker }
}

function changed(one: Quoted, kind: 'word' | 'number' | 'negation' | 'speaker', other: Quoted): Trial | undefined {
  const trial = trialOf(one, kind)
  if (kind === 'speaker') return { ...trial, speaker: pick(strangers, one.id) ?? '' }
  const change = { word: otherWord, number: otherNumber, negation: otherDenial }[kind](one, other)
  return change && { ...trial, ...change }
}

type Change = Pick<Trial, 'words' | 'changed'>

/** A word that is no name is another one's. */
function otherWord({ id, words }: Quoted, other: Quoted): Change | undefined {
  const places = [...words.matchAll(/(?<=\s)[a-z]{4,}(?=[\s,.;])/g)]
  const place = pick(places, id)
  const known = new Set(words.toLowerCase().match(/[a-z]+/g))
  const changed = pick(
    (other.words.match(/(?<=\s)[a-z]{4,}(?=[\s,.;])/g) ?? []).filter(
      (word) => !known.has(word) && !/^(?:never|cannot|nobody|nothing|without)$/.test(word),
    ),
    `word ${id}`,
  )
  if (!place || !changed) return undefined
  return { words: replaced(words, place.index, place[0].length, changed), changed }
}

function otherNumber({ id, words }: Quoted): Change | undefined {
  const place = pick([...words.matchAll(/(?<![\d.,\p{L}])\d{1,4}(?![\d.,]*\d|\p{L})/gu)], id)
  if (!place) return undefined
  const changed = String(Number(place[0]) + 1 + (draw(`number ${id}`) % 7))
  return { words: replaced(words, place.index, place[0].length, changed), changed }
}

function otherDenial({ id, words }: Quoted): Change | undefined {
  const denial = / not(?= )/.exec(words)
  if (denial) return { words: replaced(words, denial.index, denial[0].length, ''), changed: '' }
  const place = pick([...words.matchAll(/\b(?:is|are|was|were|will|would|can|could|should|must)(?= [a-z])/g)], id)
  if (!place) return undefined
  return { words: replaced(words, place.index + place[0].length, 0, ' not'), changed: 'not' }
}

function replaced(text: string, at: number, length: number, by: string): string {
  return text.slice(0, at) + by + text.slice(at + length)
}
