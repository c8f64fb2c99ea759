import { cite } from '../../core/citation.ts'
import { nth } from '../../core/nth.ts'
import type { Member } from '../../core/story.ts'
import type { Retelling } from '../../core/text/text-reuse.ts'
import { type Overlap, overlapsOf } from '../measure-overlap.ts'
import { alignInOrder, type InOrder, type WordWeight } from '../points/align-in-order.ts'
import { isSummarizable, type MemberText } from '../story-text.ts'
import { compareLanguages, readLanguageNeutral } from './compare-languages.ts'
import { figuresInBoth, orderOf, readTextFacts, type TextFacts, withoutSpans } from './text-facts.ts'

/** Least share of the smaller text's words, without quotations and copied passages, that is in the same order in both. */
const leastShare = 0.28
const leastFigures = 2
/** Least share of the figures of the text with fewer. */
const figuresAgree = 0.5
/** Of the pairs of facts that both give in different sentences, the least share in the same order; chance gives half. */
const orderAgrees = 0.75
/** A text with fewer content words left is too short to judge. */
const leastWords = 30
/** Two sentences match from this share and weight on; any two about one event share a word or two. */
const leastMatch = { share: 0.3, weight: 2 }
/** So many matching sentences are needed to speak of an order. */
const leastPairs = 3
/** A reader may merge stories of different languages; with more articles than this they are not compared. */
const mostAcross = 300
/** How many of the matching sentences are kept for a reader to judge by. */
const shownPairs = 4

/**
 * Articles that report what an earlier one reports, in the same order and with the same figures, in other words. Both could rely on a third
 * source, so no direction is claimed and the count of reports is unchanged. Copies of one report are left out, because their words are the
 * same. Passages that both have word for word, and quotations, do not count. One finding per article, the strongest. Texts of different
 * languages are compared by names and numbers, more of which must match.
 */
export function findRetellings(texts: readonly MemberText[], members: readonly Member[]): Retelling[] {
  const textFacts = texts.map((text) => (isSummarizable(text.input.article) ? readTextFacts(text) : undefined))
  const overlaps = overlapsOf(texts)
  const weighWithout = weighByReports(textFacts, members)
  const earlierWithFigures = shareFigures(textFacts)
  const earlierInOtherLanguages = acrossLanguages(texts)
  return texts.flatMap((_, index) => {
    const overlapOf = new Map(overlaps[index]?.toReversed().map((overlap) => [overlap.otherId, overlap]))
    const found = earlierWithFigures(index).flatMap((earlier) => {
      const [here, there] = [nth(members, index), nth(members, earlier)]
      const [a, b] = [textFacts[index], textFacts[earlier]]
      if (isOneText(here, there) || there.role === 'copy' || !a || !b) return []
      const agreement = compareTexts(a, b, overlapOf.get(there.documentId), weighWithout(here.group, there.group))
      return agreement ? [{ documentId: here.documentId, otherId: there.documentId, ...agreement }] : []
    })
    found.push(
      ...earlierInOtherLanguages(index).flatMap(({ earlier, ...agreement }) => {
        const [here, there] = [nth(members, index), nth(members, earlier)]
        if (isOneText(here, there) || there.role === 'copy') return []
        return [{ documentId: here.documentId, otherId: there.documentId, ...agreement }]
      }),
    )
    const strongest = found.reduce<Retelling | undefined>(
      (best, each) => (best && best.share >= each.share ? best : each),
      undefined,
    )
    return strongest ? [strongest] : []
  })
}

/** True for two articles of one report, unless one says that it retells the other's outlet: its words are its own. */
function isOneText(here: Member, there: Member): boolean {
  return here.group === there.group && here.retells === undefined && there.retells === undefined
}

/** For each text, earlier ones in another language that it may be a translation of. */
function acrossLanguages(
  texts: readonly MemberText[],
): (index: number) => readonly (Pick<Retelling, 'share' | 'figures' | 'pairs'> & { readonly earlier: number })[] {
  const isMixed = new Set(texts.map(({ input }) => input.document.language)).size > 1
  if (!isMixed || texts.length > mostAcross) return () => []
  const all = texts.map((text) => (isSummarizable(text.input.article) ? readLanguageNeutral(text) : undefined))
  return (index) =>
    all.slice(0, index).flatMap((there, earlier) => {
      const here = all[index]
      const found = here && there && here.language !== there.language ? compareLanguages(here, there) : undefined
      if (!here || !there || !found) return []
      const [document, other] = [nth(texts, index).input.document, nth(texts, earlier).input.document]
      const pairs = strongestPairs(found).map(({ a, b }) => ({
        here: cite(document, nth(here.sentences, a).span),
        there: cite(other, nth(there.sentences, b).span),
      }))
      return [{ earlier, share: Math.round(found.share * 1000) / 1000, figures: found.figures, pairs }]
    })
}

/** For each text, earlier ones with enough figures in common. Texts must be given in order. */
function shareFigures(textFacts: readonly (TextFacts | undefined)[]): (index: number) => readonly number[] {
  const byFigure = new Map<string, number[]>()
  const shared = new Int32Array(textFacts.length)
  return (index) => {
    const met: number[] = []
    for (const figure of textFacts[index]?.figures ?? []) {
      const list = byFigure.get(figure) ?? []
      for (const earlier of list) if (shared[earlier]!++ === 0) met.push(earlier)
      byFigure.set(figure, list)
      list.push(index)
    }
    const found = met.filter((earlier) => shared[earlier]! >= leastFigures)
    for (const earlier of met) shared[earlier] = 0
    return found.sort((a, b) => a - b)
  }
}

/**
 * Compares two texts by figures, order and words, and returns the matching sentences if all agree. The most expensive comparison comes
 * last.
 */
function compareTexts(
  a: TextFacts,
  b: TextFacts,
  overlap: Overlap | undefined,
  weigh: WordWeight,
): Pick<Retelling, 'share' | 'figures' | 'pairs'> | undefined {
  const passages = overlap?.passages ?? []
  const here = withoutSpans(
    a,
    passages.map(({ span }) => span),
  )
  const there = withoutSpans(
    b,
    passages.map(({ otherSpan }) => otherSpan),
  )
  const [figures, figuresShare] = figuresInBoth(here, there)
  if (figures < leastFigures || figuresShare < figuresAgree) return undefined
  if (Math.min(wordCount(here), wordCount(there)) < leastWords) return undefined
  if (orderOf(here, there) < orderAgrees) return undefined
  const stems = ({ sentences }: TextFacts) => sentences.map((each) => each.stems)
  const inOrder = alignInOrder(stems(here), stems(there), weigh, leastMatch)
  if (inOrder.share < leastShare || inOrder.pairs.length < leastPairs) return undefined
  return { share: Math.round(inOrder.share * 1000) / 1000, figures, pairs: pairsToShow(inOrder, here, there) }
}

/** Weighs a word for two reports: the share of the other reports that don't have it, as in `weighByRest`. Copies of one text count once. */
function weighByReports(
  textFacts: readonly (TextFacts | undefined)[],
  members: readonly Member[],
): (a: number, b: number) => WordWeight {
  const groupsOf = new Map<string, Set<number>>()
  for (const [index, { group }] of members.entries())
    for (const { stems } of textFacts[index]?.sentences ?? [])
      for (const stem of stems) {
        const groups = groupsOf.get(stem)
        if (groups) groups.add(group)
        else groupsOf.set(stem, new Set([group]))
      }
  const reports = new Set(members.map(({ group }) => group)).size
  return (a, b) => (stem) => {
    const groups = groupsOf.get(stem)
    const others = (groups?.size ?? 0) - (groups?.has(a) ? 1 : 0) - (groups?.has(b) ? 1 : 0)
    return 1 - others / Math.max(1, reports - 1)
  }
}

function wordCount({ sentences }: TextFacts): number {
  return sentences.reduce((count, { stems }) => count + stems.size, 0)
}

/** The best matching sentences, in order, each cited on both sides. */
function pairsToShow(inOrder: InOrder, here: TextFacts, there: TextFacts): Retelling['pairs'] {
  return strongestPairs(inOrder).map(({ a, b }) => ({
    here: cite(here.document, nth(here.sentences, a).text.span),
    there: cite(there.document, nth(there.sentences, b).text.span),
  }))
}

function strongestPairs({ pairs }: Pick<InOrder, 'pairs'>): InOrder['pairs'] {
  return pairs
    .toSorted((x, y) => y.share - x.share)
    .slice(0, shownPairs)
    .toSorted((x, y) => x.a - y.a)
}
