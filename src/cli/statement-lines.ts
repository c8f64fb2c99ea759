import type { Party, Signal } from '../core/annotation.ts'
import type { StatedCommitment } from '../core/commitment.ts'
import type { Document } from '../core/document.ts'
import type { StatedFigure } from '../core/figure.ts'
import type { Annotations } from '../core/layers.ts'
import { type Quote, sureEnough } from '../core/quote.ts'
import { wordsOf } from '../operations/feeds/read-file.ts'

/** Lists a document's statements for the terminal: a line for each quotation, figure, commitment and signal, in its own words. */
export function statementLines(doc: Document, { quotes, figures, commitments, signals }: Annotations): string[] {
  return [
    ...(quotes?.items ?? []).map((quote) => quoteLine(doc, quote)),
    ...(figures?.items ?? []).map((figure) => figureLine(doc, figure)),
    ...(commitments?.items ?? []).map((commitment) => commitmentLine(doc, commitment)),
    ...(signals?.items ?? []).map((signal) => signalLine(doc, signal)),
  ]
}

function quoteLine(doc: Document, quote: Quote): string {
  const { speaker, confidence, kind, isTopic } = quote
  const isUnsure = speaker !== undefined && confidence < sureEnough
  return line('quote', [
    `${isUnsure ? 'probably ' : ''}${speaker?.name ?? wordsOf(doc, quote.source) ?? '?'}`,
    wordsOf(doc, quote.cue),
    `${kind} ${confidence.toFixed(2)}`,
    isTopic && 'only spoken of',
    labeled('to', wordsOf(doc, quote.addressee)),
    labeled('where', wordsOf(doc, quote.place)),
    labeled('when', wordsOf(doc, quote.when)),
    labeled('on', wordsOf(doc, quote.channel)),
    wordsOf(doc, quote.span),
  ])
}

function figureLine(doc: Document, { span, value, unit, isRough, counted }: StatedFigure): string {
  const written = [wordsOf(doc, span), wordsOf(doc, counted)].filter((words) => words !== undefined)
  return line('figure', [`${value} ${unit}`, isRough && 'rough', ...written])
}

function commitmentLine(doc: Document, stated: StatedCommitment): string {
  const { kind, agents, cue, content, isNegated, condition, deadline, reportedBy } = stated
  return line(kind, [
    agents.map((agent) => nameOf(doc, agent)).join(', '),
    wordsOf(doc, cue),
    isNegated && 'not',
    wordsOf(doc, content),
    labeled('condition', wordsOf(doc, condition)),
    deadline && labeled('due', `${wordsOf(doc, deadline.span)}${deadline.value ? ` (${deadline.value})` : ''}`),
    reportedBy && labeled('says', nameOf(doc, reportedBy)),
  ])
}

function signalLine(doc: Document, { kind, denier, span, denied }: Signal): string {
  return line(kind, [
    denier && nameOf(doc, denier),
    wordsOf(doc, span),
    wordsOf(doc, denied?.span),
    denied?.by && labeled('says', nameOf(doc, denied.by)),
  ])
}

/** The words for a party, followed by its name where that differs. */
function nameOf(doc: Document, { span, entity }: Party): string {
  const words = wordsOf(doc, span) ?? ''
  return entity && !words.includes(entity.name) ? `${words} (${entity.name})` : words
}

function labeled(label: string, words: string | undefined): string | undefined {
  return words === undefined ? undefined : `${label}: ${words}`
}

function line(kind: string, parts: readonly (string | false | undefined)[]): string {
  const there = parts.filter((part) => part !== false && part !== undefined)
  return `  ${kind.padEnd(6)} ${there.join(' · ')}`
}
