import { textOf } from '../../../src/core/document.ts'
import type { Span } from '../../../src/core/span.ts'
import type { SyndicationInput } from '../../../src/syndicate/detect-syndication.ts'

/** The ways in which texts take over others; each is made of two texts of ours, so that we know what stands where. */
export const editKinds = ['edited', 'cut', 'lead', 'lifted', 'quotation'] as const
export type EditKind = (typeof editKinds)[number]

/** A sentence of the copy and the sentence of the original it was made of. */
export type Piece = { readonly span: Span; readonly otherSpan: Span }
export type Edited = { readonly text: string; readonly pieces: readonly Piece[] }

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

type Sentence = { readonly text: string; readonly block: number; readonly from?: Span }

const liftedCount = 4
const liftedWords = 8
/** So many words leave two fingerprints. */
const quotedWords = 18

/**
 * A text that takes `original` over in the way of `kind`: with 5 % of its words edited; with 15 % edited and a fifth of
 * its sentences dropped; its first 30 % before `own`; four sentences of it inside `own`; one quotation of it inside
 * `own`. Undefined when the original has no sentence or quotation of the kind. `vocabulary` gives the words put in.
 */
export function editText(
  kind: EditKind,
  original: SyndicationInput,
  own: SyndicationInput,
  vocabulary: readonly string[],
  random: () => number,
): Edited | undefined {
  const wire = sentencesOf(original, true)
  const ownSentences = sentencesOf(own, false)
  switch (kind) {
    case 'edited':
      return join(wire.map((sentence) => editWords(sentence, 0.05, vocabulary, random)))
    case 'cut':
      return join(dropFifth(wire, random).map((sentence) => editWords(sentence, 0.15, vocabulary, random)))
    case 'lead':
      return join([...leadOf(wire), ...ownSentences])
    case 'lifted': {
      const long = wire.filter(({ text }) => wordCount(text) >= liftedWords)
      return long.length < liftedCount ? undefined : join(mixIn(ownSentences, pick(long, liftedCount, random), random))
    }
    case 'quotation': {
      const quotation = quotationOf(original)
      return quotation && join(mixIn(ownSentences, [quotation], random))
    }
  }
}

function sentencesOf({ document, annotations }: SyndicationInput, isOriginal: boolean): Sentence[] {
  return (annotations.sentences?.items ?? []).map(({ span, block }) => ({
    text: textOf(document, span),
    block,
    ...(isOriginal ? { from: span } : {}),
  }))
}

function editWords(sentence: Sentence, rate: number, vocabulary: readonly string[], random: () => number): Sentence {
  const word = () => vocabulary[Math.floor(random() * vocabulary.length)] as string
  const text = sentence.text.replace(/[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu, (old) => {
    if (random() >= rate) return old
    const choice = random()
    if (choice < 0.6) return word()
    return choice < 0.8 ? '' : `${old} ${word()}`
  })
  return { ...sentence, text }
}

function dropFifth(sentences: readonly Sentence[], random: () => number): readonly Sentence[] {
  const dropped = new Set(pick(sentences, Math.max(1, Math.round(sentences.length / 5)), random))
  return sentences.filter((sentence) => !dropped.has(sentence))
}

function leadOf(sentences: readonly Sentence[]): readonly Sentence[] {
  const all = sentences.reduce((sum, { text }) => sum + wordCount(text), 0)
  let words = 0
  return sentences.filter(({ text }) => {
    const isLead = words < 0.3 * all
    words += wordCount(text)
    return isLead
  })
}

/** `count` of a list, in its order. */
function pick<T>(list: readonly T[], count: number, random: () => number): T[] {
  const numbers = new Set<number>()
  while (numbers.size < count && numbers.size < list.length) numbers.add(Math.floor(random() * list.length))
  return list.filter((_, i) => numbers.has(i))
}

/** Each of `added` as a paragraph of its own somewhere between the others, in order. */
function mixIn(sentences: readonly Sentence[], added: readonly Sentence[], random: () => number): Sentence[] {
  const places = added.map(() => Math.floor(random() * (sentences.length + 1))).sort((a, b) => a - b)
  return [...sentences, undefined].flatMap((sentence, i) => [
    ...added.filter((_, k) => places[k] === i).map((each, k) => ({ ...each, block: 1_000 + 10 * i + k })),
    ...(sentence ? [sentence] : []),
  ])
}

/** The first long quotation, between marks, with a cue of another reporter. */
function quotationOf({ document, annotations }: SyndicationInput): Sentence | undefined {
  const quote = annotations.quotes?.items.find(
    ({ kind, span }) => kind === 'direct' && wordCount(textOf(document, span)) >= quotedWords,
  )
  return quote && { text: `As it was put later: “${textOf(document, quote.span)}”`, block: 1_000, from: quote.span }
}

function join(sentences: readonly Sentence[]): Edited {
  let text = ''
  const pieces: Piece[] = []
  for (const [i, sentence] of sentences.entries()) {
    if (i > 0) text += sentence.block === sentences[i - 1]?.block ? ' ' : '\n'
    const span = { start: text.length, end: text.length + sentence.text.length }
    if (sentence.from) pieces.push({ span, otherSpan: sentence.from })
    text += sentence.text
  }
  return { text, pieces }
}

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0
}
