import type { Entity, Mention } from '../../../core/annotation.ts'
import { defined } from '../../../core/defined.ts'
import { foldName } from '../../../core/names/name-spelling.ts'
import { nth } from '../../../core/nth.ts'
import type { Quote } from '../../../core/quote.ts'
import type { ParsedDocument, ParsedSentence, Token } from '../../grammar/parse.ts'
import { sourceOf } from './speaker.ts'

/** Share of labels that name who speaks: 44 of 45 (lab/eval/quotes, in-sample), and a little less since they are few. */
const RIGHT_LABEL = 0.95
const LONGEST_LABEL = 5
/** Labels in capitals that name nobody. */
const NO_NAME =
  /^(?:\p{L}|update|updated|correction|note|editor|watch|live|photo|video|read|more|related|breaking|exclusive|analysis)$/iu
/** A headline's label that isn't a person: what was asked or found out. */
const FINDING =
  /^(?:poll|polls|report|reports|survey|study|sources|officials|police|experts|insiders|historians|scientists)$/

/**
 * `Roe: The bridge must close` in a headline, and the lines of a transcript (`ROE: I never said it.`): a name and a colon
 * begin the line, what follows is said. Lines of a paragraph count when their label is in capitals or when another
 * paragraph has the same one, for `Update:` and `Correction:` begin a line too.
 */
export function labelledLines(doc: ParsedDocument, mentions: readonly Mention[]): Quote[] {
  const lines = doc.sentences.flatMap((sentence, i) => {
    const goesOn = doc.sentences[i + 1]?.block === sentence.block
    const colon = doc.sentences[i - 1]?.block === sentence.block ? -1 : colonOf(sentence, goesOn)
    return colon > 0 ? [{ sentence, colon, label: labelOf(doc, sentence, colon) }] : []
  })
  if (lines.length === 0) return []
  const persons = personsBySurname(mentions)
  const counts = new Map<string, number>()
  for (const { label } of lines) counts.set(label, (counts.get(label) ?? 0) + 1)
  return lines.flatMap(({ sentence, colon, label }) => {
    const isTranscript = (counts.get(label) as number) > 1 || doc.turns.has(sentence.block)
    if (!isHeadline(sentence) && !isTranscript && label !== label.toUpperCase()) return []
    return quoteOf(doc, sentence, colon, isTranscript, mentions, persons) ?? []
  })
}

function labelOf({ text }: ParsedDocument, { start, tokens }: ParsedSentence, colon: number): string {
  return text.slice(start, nth(tokens, colon).start)
}

/** The place of the colon after a label, -1 when the sentence begins with none or ends with it. */
function colonOf(sentence: ParsedSentence, goesOn: boolean): number {
  const { tokens } = sentence
  const colon = tokens.slice(0, LONGEST_LABEL + 2).findIndex(({ text }) => text === ':')
  const content = tokens[colon + 1]
  if (colon < 1 || !content || (!goesOn && tokens.length < colon + 4)) return -1
  if (tokens.slice(colon + 1, -1).every(isInMarks) && !(goesOn && /\p{L}/u.test(content.text) && !content.isQuoted))
    return -1
  if (isHeadline(sentence) && tokens.at(-1)?.text === '?') return -1
  const label = tokens.slice(0, colon)
  const isName = label.every(({ text, isQuoted }) => !isQuoted && /^\p{Lu}[\p{L}.'’-]*$|^\.$/u.test(text))
  if (NO_NAME.test((label.at(-1) as Token).text)) return -1
  const isFinding = isHeadline(sentence) && FINDING.test((label.at(-1) as Token).lower)
  return isName || isFinding ? colon : -1
}

/** Nothing but a quotation follows the colon: its marks show that. */
function isInMarks({ isQuoted, pos, text }: Token): boolean {
  return isQuoted || pos === 'MARK' || /^[.!?]$/.test(text)
}

/** The title, marked as such or as the first line. */
function isHeadline({ isHeading, index }: ParsedSentence): boolean {
  return isHeading || index === 0
}

function quoteOf(
  doc: ParsedDocument,
  sentence: ParsedSentence,
  colon: number,
  isTranscript: boolean,
  mentions: readonly Mention[],
  persons: ReadonlyMap<string, Entity>,
): Quote | undefined {
  const { tokens } = sentence
  const source = sourceOf(doc.text, sentence, { first: 0, last: colon - 1 }, mentions)
  const label = nth(tokens, colon - 1)
  const speaker = source.speaker?.kind === 'person' ? source.speaker : persons.get(foldName(label.text))
  if (!speaker && !isTranscript && !FINDING.test(label.lower)) return undefined
  const { start, end } = nth(tokens, colon)
  let last = sentence
  while (doc.sentences[last.index + 1]?.block === sentence.block) last = nth(doc.sentences, last.index + 1)
  return {
    span: { start: nth(tokens, colon + 1).start, end: last.end },
    kind: doc.isSpoken && isTranscript ? 'direct' : 'indirect',
    cue: { start, end },
    source: source.span,
    ...defined({ speaker }),
    pattern: 'colon',
    confidence: RIGHT_LABEL,
    sentence: sentence.index,
  }
}

/** Persons by surname, the first named: a headline or a transcript gives no other part of the name. */
function personsBySurname(mentions: readonly Mention[]): ReadonlyMap<string, Entity> {
  const persons = new Map<string, Entity>()
  for (const { kind, entity } of mentions) {
    const surname = foldName(entity.name.split(' ').at(-1) ?? '')
    if (kind === 'person' && !persons.has(surname)) persons.set(surname, entity)
  }
  return persons
}
