import { citationKey } from '../../core/citation.ts'
import { sureEnough } from '../../core/quote.ts'
import type { SpeakerLedger, Wording } from '../../core/story.ts'

/** A quotation in one piece or several, in the order of its article. */
export type KeyQuote = Pick<SpeakerLedger, 'speaker' | 'role'> & {
  readonly pieces: readonly [Wording, ...Wording[]]
  readonly outlets: readonly string[]
}

/** The key of each piece that continues after a few words of the outlet (`,” she said. “`), with the key of the piece before it. */
export type ContinuedQuotes = Readonly<Record<string, string>>

const quotesShown = 3
const [shortest, longest] = [30, 260]
/** Most letters of the outlet between two pieces. */
const mostBetween = 90
const mostPieces = 3

/** Which quotations of a story continue another of the same speaker in the same paragraph. `textOf`: the text of a document, if known. */
export function continuedQuotes(
  ledger: readonly SpeakerLedger[],
  textOf: (documentId: string) => string | undefined,
): ContinuedQuotes {
  const pairs = ledger.flatMap(({ utterances }) => {
    const pieces = utterances
      .map(({ wordings: [first] }) => first)
      .filter(({ kind }) => kind === 'direct')
      .toSorted((a, b) => a.citation.span.start - b.citation.span.start)
    return [...Map.groupBy(pieces, ({ citation }) => citation.documentId)].flatMap(([documentId, inOrder]) => {
      const text = textOf(documentId)
      if (text === undefined) return []
      return inOrder.slice(1).flatMap((piece, index) => {
        const before = inOrder[index]?.citation
        const between = before && text.slice(before.span.end, piece.citation.span.start)
        const goesOn = between !== undefined && between.length <= mostBetween && !between.includes('\n')
        return before && goesOn ? [[citationKey(piece.citation), citationKey(before)] as const] : []
      })
    })
  })
  return Object.fromEntries(pairs)
}

/**
 * Three quotations for a story's overview: those most outlets have, then the longest, each of another speaker. Only direct speech of a sure
 * speaker, not already in one of the texts `above`.
 */
export function keyQuotes(
  ledger: readonly SpeakerLedger[],
  continued: ContinuedQuotes,
  above: readonly string[],
): readonly KeyQuote[] {
  const best = ledger.flatMap(({ speaker, role, utterances }) =>
    joinedQuotes(utterances, continued)
      .map(
        ([first, ...rest]): KeyQuote => ({
          speaker,
          ...(role && { role }),
          pieces: [first.wordings[0], ...rest.map(({ wordings }) => wordings[0])],
          outlets: first.outlets,
        }),
      )
      .filter((quote) => isFit(quote, above))
      .sort(mostCarriedFirst)
      .slice(0, 1),
  )
  return best.sort(mostCarriedFirst).slice(0, quotesShown)
}

function isFit(quote: KeyQuote, above: readonly string[]): boolean {
  const isSureAndNew = ({ kind, confidence, citation }: Wording) =>
    kind === 'direct' && confidence >= sureEnough && !above.some((text) => text.includes(citation.exact))
  return quote.pieces.every(isSureAndNew) && isShowable(lengthOf(quote))
}

/** Whether a quotation of so many characters says enough, and is short enough, to be shown alone. */
export function isShowable(length: number): boolean {
  return length >= shortest && length <= longest
}

function mostCarriedFirst(a: KeyQuote, b: KeyQuote): number {
  return b.outlets.length - a.outlets.length || lengthOf(b) - lengthOf(a)
}

function lengthOf({ pieces }: KeyQuote): number {
  return pieces.reduce((sum, { citation }) => sum + citation.exact.length, 0)
}

/** A speaker's utterances in their order; those that continue another follow it in its group, at most three in one. */
export function joinedQuotes<Each extends SpeakerLedger['utterances'][number]>(
  utterances: readonly Each[],
  continued: ContinuedQuotes,
): readonly (readonly [Each, ...Each[]])[] {
  const keyOf = ({ wordings: [{ citation }] }: Each) => citationKey(citation)
  const followerOf = new Map(
    utterances.flatMap((each) => {
      const before = continued[keyOf(each)]
      return before === undefined ? [] : [[before, each] as const]
    }),
  )
  const keys = new Set(utterances.map(keyOf))
  return utterances.flatMap((each) => {
    const before = continued[keyOf(each)]
    if (before !== undefined && keys.has(before)) return []
    const groups: [Each, ...Each[]][] = [[each]]
    for (let next = followerOf.get(keyOf(each)); next; next = followerOf.get(keyOf(next))) {
      const last = groups.at(-1)
      if (last && last.length < mostPieces) last.push(next)
      else groups.push([next])
    }
    return groups
  })
}
