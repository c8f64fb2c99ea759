import type { Citation } from '../../core/citation.ts'
import { sureEnough } from '../../core/quote.ts'
import type { BriefPoint, Dossier } from '../../core/story.ts'
import type { SummaryLine, SummaryPart } from '../../core/summary.ts'
import { type ComparedSentence, repeats } from '../points/repeats.ts'
import { leansOnOthers } from '../stand-alone.ts'
import { contentStems, wordsOf } from '../words.ts'
import { wordCount } from './brief-story.ts'

/** Words of a long summary up to the end of each part; unused words go to the next part. */
const until = { happened: 170, said: 235, figures: 260, next: 300 } as const
const mostOfPart = { happened: 9, said: 5, figures: 2, next: 3 } as const
const leastQuoted = 6
const longest = 60
/** Index of an article's first sentence, which reports the event. */
const opening = 0

type Draft = { readonly words: number; readonly lines: readonly (ComparedSentence & { readonly citation: Citation })[] }

/**
 * A story in 250 to 300 words if it has as much: what happened, who says what, its figures, and what is next. Each sentence is verbatim
 * from the dossier, cited, and not repeated. What is still to come is relative to `now` (ISO 8601). Empty parts are left out.
 */
export function longSummary(dossier: Dossier, now: string): SummaryPart[] {
  const parts: SummaryPart[] = []
  let draft: Draft = { words: 0, lines: [] }
  for (const [kind, lines] of Object.entries(linesOf(dossier, now)) as [SummaryPart['kind'], SummaryLine[]][]) {
    const taken: SummaryLine[] = []
    for (const line of lines) {
      const words = wordCount(line.text)
      const isFull = taken.length === mostOfPart[kind] || draft.words + words > until[kind]
      if (isFull || words > longest || isRepeated(line, draft)) continue
      draft = { words: draft.words + words, lines: [...draft.lines, comparable(line)] }
      taken.push(line)
    }
    const [first, ...rest] = taken
    if (first) parts.push({ kind, lines: [first, ...rest] })
  }
  return parts
}

function linesOf(dossier: Dossier, now: string): Record<SummaryPart['kind'], readonly SummaryLine[]> {
  const nameOf = outletsBy(dossier)
  // A sentence that opens with a quotation needs its speaker.
  const isClear = ({ text }: SummaryLine) => !leansOnOthers(text, dossier.language) && !/^["“'‘«]/.test(text)
  const shared = (dossier.coverage?.points ?? [])
    .filter(({ of, cells }) => of === 'sentence' && cells.filter(({ kind }) => kind === 'carries').length >= 2)
    .map(({ text, citations }) => ({ text, citations, outlets: nameOf(citations) }))
  const figures = dossier.figures.flatMap(({ readings }) => {
    const latest = readings.at(-1)
    return latest ? [lineOf(latest.citation, nameOf)] : []
  })
  const promised = dossier.commitments
    .filter(
      ({ dueDate, changes = [] }) => changes.length === 0 && (dueDate === undefined || dueDate >= now.slice(0, 10)),
    )
    .map(({ statement }) => ({ ...statement, outlets: nameOf(statement.citations) }))
  const planned = dossier.timeline
    .filter(({ isPlanned, date, movedTo }) => isPlanned && movedTo === undefined && date >= now.slice(0, 10))
    .map(({ text, citations }) => ({ text, citations, outlets: nameOf(citations) }))
  const dated = dossier.timeline
    .filter(({ isPlanned, movedTo }) => !isPlanned && movedTo === undefined)
    .map(({ text, citations }) => ({ text, citations, outlets: nameOf(citations) }))
  return {
    happened: [
      ...(dossier.short ?? []),
      ...dossier.brief.filter(isClear),
      ...shared.filter(isClear),
      ...dated.filter(isClear),
    ],
    said: statementLines(dossier),
    figures: figures.filter(isClear),
    next: [...planned, ...promised].filter(isClear),
  }
}

/** Direct quotations with a certain speaker: the most widely carried first, one of each speaker before anybody's second. */
function statementLines({ ledger }: Dossier): SummaryLine[] {
  return ledger
    .flatMap(({ speaker, utterances }) =>
      utterances
        .flatMap(({ wordings, outlets }): SummaryLine[] => {
          const wording = wordings.find(({ kind, confidence }) => kind === 'direct' && confidence >= sureEnough)
          if (!wording || wordCount(wording.citation.exact) < leastQuoted) return []
          const { citation } = wording
          return [
            { text: citation.exact, citations: [citation], outlets, said: { speaker: speaker.name, isDirect: true } },
          ]
        })
        .toSorted((a, b) => b.outlets.length - a.outlets.length)
        .map((line, turn) => ({ line, turn })),
    )
    .sort((a, b) => a.turn - b.turn || b.line.outlets.length - a.line.outlets.length)
    .map(({ line }) => line)
}

function lineOf(citation: Citation, nameOf: (citations: readonly Citation[]) => readonly string[]): SummaryLine {
  return { text: citation.exact, citations: [citation], outlets: nameOf([citation]) }
}

function outletsBy({ members }: Dossier): (citations: readonly Citation[]) => readonly string[] {
  const names = new Map(members.map(({ documentId, sourceName }) => [documentId, sourceName]))
  return (citations) => [...new Set(citations.flatMap(({ documentId }) => names.get(documentId) ?? []))]
}

/** True when a line's words are in a line above, contain one, or say the same. */
function isRepeated(line: SummaryLine, { lines }: Draft): boolean {
  const next = comparable(line)
  return lines.some((before) => {
    if (before.text.includes(line.text) || line.text.includes(before.text)) return true
    return line.said === undefined && repeats(before, next)
  })
}

function comparable({ text, citations: [citation] }: SummaryLine): Draft['lines'][number] {
  const words = wordsOf(text)
  return { text, words, stems: contentStems(words), index: citation.span.start === opening ? 0 : 1, citation }
}

/** The short summary of a dossier; for older dossiers without one, the first sentences of the brief that fit. */
export function shortSummaryOf(dossier: Pick<Dossier, 'short' | 'brief'>): readonly BriefPoint[] {
  if (dossier.short) return dossier.short
  let words = 0
  return dossier.brief.filter(({ text }, at) => {
    const fits = at === 0 || words + wordCount(text) <= longest
    if (fits) words += wordCount(text)
    return fits
  })
}
