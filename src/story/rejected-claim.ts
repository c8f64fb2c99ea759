import { cite } from '../core/citation.ts'
import { textOf } from '../core/document.ts'
import type { Signal } from '../core/signal.ts'
import { contains, overlaps } from '../core/span.ts'
import type { Difference } from '../core/story.ts'
import type { EntityMap } from './merge-entities.ts'
import type { MemberText, SentenceText } from './story-text.ts'

/** The rejecting sentence against the statement before it, when it is known who rejects and what. */
export function rejectedClaim(
  signal: Signal,
  sentence: SentenceText,
  text: MemberText,
  entities: EntityMap,
): Difference | undefined {
  const { document } = text.input
  const { denier, denied } = signal
  // What the sentence itself says was claimed has no wording of its own to lay beside it.
  if (!denier || !denied || contains(sentence.span, denied.span)) return undefined
  const claim = text.sentences.find(({ span }) => overlaps(span, denied.span))
  if ([sentence, ...(claim ? [claim] : [])].some((each) => isExcerpt(each, text))) return undefined
  const rejecting = denier.entity ? entities.of(denier.entity) : undefined
  const claimant = denied.by?.entity && entities.of(denied.by.entity)
  if (claimant && claimant.id === rejecting?.id) return undefined
  if (isProposal.test(textOf(document, signal.span))) return undefined
  // Which of two accusations is denied, when nobody we know makes either, we cannot tell.
  if (!claimant && claim && (claim.text.match(accusing) ?? []).length > 1) return undefined
  const name = rejecting?.name ?? textOf(document, denier.span)
  return {
    kind: 'dispute',
    a: {
      ...(claimant && !(claim && isRelayed(claim)) ? { speaker: claimant.name } : {}),
      citation: cite(document, claim?.span ?? denied.span),
    },
    b: { speaker: name, citation: cite(document, sentence.span) },
    signal: cite(document, signal.span),
    why: `The reporter says ${name} rejects the statement before it.`,
  }
}

/** A proposal is turned down: a decision, which says nothing against anybody's account. */
const isProposal = /\bproposals?$/i
const accusing = /\b(?:accus(?:es?|ed|ing|ations?)|alleg(?:es?|ed|ing|ations?)|claim(?:s|ed|ing)|charg(?:ed|ing))\b/gi

/**
 * A sentence somebody filled in with square brackets or cut with an ellipsis is taken from another's text: a ruling, a letter.
 * Its author, not the reporter, says that something is rejected. Inside quotation marks brackets are the reporter's own.
 */
function isExcerpt(sentence: SentenceText, { quotes }: MemberText): boolean {
  if (/^[“"]?(?:…|\.\.\.|\[…|\[\.\.\.)/.test(sentence.text) || /(?:…|\[\.\.\.\])$/.test(sentence.text)) return true
  return [...sentence.text.matchAll(/\[[^\]]{2,}\]/g)].some(({ index }) => {
    const at = sentence.span.start + index
    return !quotes.some(({ kind, span }) => kind !== 'indirect' && span.start <= at && at < span.end)
  })
}

/** `As Holm has reported, the workers alleged …`: the one who tells of an accusation is not the one who makes it. */
function isRelayed({ text }: SentenceText): boolean {
  return /\b(?:said|says|reported|reports|wrote|noted|notes|told)\b.*\b(?:alleg(?:es?|ed)|accus(?:es?|ed)|claim(?:s|ed))\b/s.test(
    text,
  )
}
