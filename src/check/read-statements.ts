import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { Annotations } from '../core/layers.ts'
import { type Quote, sureEnough } from '../core/quote.ts'
import { contains, overlaps, type Span } from '../core/span.ts'
import { quotedWords } from './compare-quotation.ts'
import { fewestCompared } from './text-words.ts'

/**
 * Something in a text that can be looked for in articles. `quotation`: between quotation marks; `statement`: what somebody is said to have
 * said, without marks; `sentence`: anything else.
 */
export type TextStatement = {
  readonly kind: 'quotation' | 'statement' | 'sentence'
  readonly span: Span
  /** The words between the places where the text itself leaves something out: `…`, `[…]`, `[the mayor]`. At least one. */
  readonly parts: readonly Span[]
  /** Only where the text surely says who said it. */
  readonly speaker?: string
  /** Index of the sentence it begins in. */
  readonly sentence: number
}

/** A single word could be anybody's. */
const fewestQuoted = 2
/** Shorter sentences are in many articles by chance. */
const fewestOfSentence = 8
/** A longer quotation is looked for sentence by sentence. */
const longest = 100

const omission = /\s{0,4}(?:\[[^[\]]{0,80}\]|\((?:…|\.{3})\)|…|\.(?: ?\.){2,3})\s{0,4}/g

/** What of a text can be looked for, in order. */
export function readStatements(
  { text }: Pick<Document, 'text'>,
  { sentences, quotes }: Annotations,
): readonly TextStatement[] {
  const found: TextStatement[] = []
  const all = sentences?.items ?? []
  const spoken = (quotes?.items ?? []).filter(({ isTopic, kind }) => !(isTopic && kind === 'indirect'))
  const marked = spoken.filter(({ kind }) => kind !== 'indirect')
  for (const quote of spoken) {
    const isIndirect = quote.kind === 'indirect'
    const least = isIndirect ? fewestCompared : fewestQuoted
    if (isIndirect && marked.some(({ span }) => contains(span, quote.span))) continue
    for (const span of piecesOf(text, withoutThat(text, quote.span), all))
      if (countWords(text, span) >= least)
        found.push({
          kind: isIndirect ? 'statement' : 'quotation',
          span,
          parts: partsOf(text, span),
          sentence: quote.sentence,
          ...defined({ speaker: speakerOf(text, quote) }),
        })
  }
  for (const { span, index } of all)
    if (!found.some((one) => overlaps(one.span, span)) && countWords(text, span) >= fewestOfSentence)
      found.push({ kind: 'sentence', span, parts: [span], sentence: index })
  return found.sort((a, b) => a.span.start - b.span.start || b.span.end - a.span.end)
}

/** Whom the text names beside the words: a pronoun or an office may be somebody else. */
function speakerOf(text: string, { speaker, source, confidence, isTopic }: Quote): string | undefined {
  if (!speaker || !source || isTopic || confidence < sureEnough) return undefined
  const surname = speaker.name.split(/\s+/).at(-1) ?? speaker.name
  return text.slice(source.start, source.end).includes(surname) ? speaker.name : undefined
}

/** Without the word that joins a statement to its verb. */
function withoutThat(text: string, { start, end }: Span): Span {
  const [joint = ''] = /^that\s+/i.exec(text.slice(start, end)) ?? []
  return { start: start + joint.length, end }
}

/** The span, or its sentences where it is long. */
function piecesOf(text: string, span: Span, sentences: readonly { readonly span: Span }[]): readonly Span[] {
  if (countWords(text, span) <= longest) return [span]
  return sentences
    .filter((sentence) => overlaps(sentence.span, span))
    .map((sentence) => ({
      start: Math.max(span.start, sentence.span.start),
      end: Math.min(span.end, sentence.span.end),
    }))
}

function countWords(text: string, { start, end }: Span): number {
  return quotedWords(text.slice(start, end)).length
}

/** The parts of a quotation with at least two words, between what was left out; the whole where there are none. */
export function partsOf(text: string, { start, end }: Span): readonly Span[] {
  const parts: Span[] = []
  let from = start
  const add = (to: number) => {
    if (countWords(text, { start: from, end: to }) >= fewestQuoted) parts.push({ start: from, end: to })
  }
  for (const match of text.slice(start, end).matchAll(omission)) {
    add(start + match.index)
    from = start + match.index + match[0].length
  }
  add(end)
  return parts.length > 0 ? parts : [{ start, end }]
}
