import { cite } from '../core/citation.ts'
import type { CheckedText, ClaimCheck, ClaimVerdict, DraftClaim, NumberedSentence } from '../core/claim.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import { asId } from '../core/ids.ts'
import type { Annotations } from '../core/layers.ts'
import { afterDateline } from '../core/time/dateline.ts'
import { checkDate } from './check-date.ts'
import { checkForm } from './check-form.ts'
import { checkName } from './check-name.ts'
import { checkNumber, checkUnit } from './check-number.ts'
import { checkQuotation } from './check-quotation.ts'
import { checkAttribution, checkSpeaker } from './check-speaker.ts'
import { supportOrFinding } from './check-support.ts'
import type { Finding } from './finding.ts'
import { type Passage, readPassage } from './read-passage.ts'
import { type PassageOrders, withOrders } from './sentence-orders.ts'

/** Finds the layers of a document: `annotate` of the analysis, passed in by the caller. */
export type Annotate = (document: Document) => Annotations

/** Every check, in the order in which they run. */
export const everyCheck: readonly ClaimCheck[] = ['citation', 'form', 'quotation', 'number', 'unit', 'date', 'name']

/** No claim rests on more sentences than this. */
const mostCited = 6

/**
 * Checks claims against the sentences they cite. A claim that fails is removed and listed with the first check it failed; the others keep
 * their order and citations. Never throws because of what a writer wrote.
 */
export function checkClaims(
  drafts: readonly DraftClaim[],
  sentences: readonly NumberedSentence[],
  annotate: Annotate,
): CheckedText {
  const byNumber = new Map(sentences.map((sentence) => [sentence.number, sentence]))
  const passages = new Map<number, PassageOrders>()
  const passageOf = (sentence: NumberedSentence): PassageOrders => {
    const known =
      passages.get(sentence.number) ??
      withOrders(readPassage({ ...sentence, span: afterDateline(sentence.document.text, sentence.span) }))
    passages.set(sentence.number, known)
    return known
  }
  const verdicts = drafts.map((draft) => ({ draft, verdict: verdictOn(draft, byNumber, passageOf, annotate) }))
  return {
    kept: verdicts.flatMap(({ verdict }) => (verdict.kind === 'kept' ? [verdict.statement] : [])),
    dropped: verdicts.flatMap(({ draft, verdict }) =>
      verdict.kind === 'dropped' ? [{ text: draft.text, failed: verdict.failed, why: verdict.why }] : [],
    ),
  }
}

function verdictOn(
  draft: DraftClaim,
  byNumber: ReadonlyMap<number, NumberedSentence>,
  passageOf: (sentence: NumberedSentence) => PassageOrders,
  annotate: Annotate,
): ClaimVerdict {
  const dropped = (failed: ClaimCheck, why: string): ClaimVerdict => ({ kind: 'dropped', failed, why })
  const numbers = [...new Set(draft.sentences)]
  const cited = numbers.flatMap((number) => byNumber.get(number) ?? [])
  const [first] = cited
  if (!first || cited.length < numbers.length) return dropped('citation', 'It names a sentence that was not given.')
  if (cited.length > mostCited) return dropped('citation', `It names more than ${mostCited} sentences.`)
  const home = cited.find(({ document, span }) => placeOf(draft.exact, document, span) !== undefined)
  if (!home || draft.exact.trim() === '')
    return dropped('citation', 'Its exact words stand in none of the sentences it names.')
  const start = placeOf(draft.exact, home.document, home.span) as number
  const form = checkForm(draft.text)
  if (form) return dropped(form.failed, form.why)
  const passages = cited.map(passageOf)
  const claim = readClaim(draft.text, home, cited, annotate)
  const plain = contentChecks.reduce<Finding>((found, check) => found ?? check(claim, passages), undefined)
  const finding = plain ?? checkSpeaker(draft.speaker, passages)
  if (finding) return dropped(finding.failed, finding.why)
  const carriers = supportOrFinding(claim, passages, draft.speaker)
  if ('failed' in carriers) return dropped(carriers.failed, carriers.why)
  const unattributed = checkAttribution(claim, carriers, draft.speaker)
  if (unattributed) return dropped(unattributed.failed, unattributed.why)
  const others = cited.filter((sentence) => sentence !== home).map(({ document, span }) => cite(document, span))
  return {
    kind: 'kept',
    statement: {
      text: draft.text,
      citations: [cite(home.document, { start, end: start + draft.exact.length }), ...others],
      ...defined({ speaker: draft.speaker || undefined }),
      passed: everyCheck,
    },
  }
}

const contentChecks: readonly ((claim: Passage, cited: readonly Passage[]) => Finding)[] = [
  ({ text }, cited) => checkQuotation(text, cited),
  checkNumber,
  checkUnit,
  checkDate,
  checkName,
]

function placeOf(exact: string, { text }: Document, { start, end }: NumberedSentence['span']): number | undefined {
  const at = text.indexOf(exact, start)
  return at >= 0 && at + exact.length <= end ? at : undefined
}

/** Reads a claim as a small document with the date and language of the cited sentences. */
function readClaim(
  text: string,
  home: NumberedSentence,
  cited: readonly NumberedSentence[],
  annotate: Annotate,
): Passage {
  const document: Document = {
    id: asId('claim'),
    articleId: asId('claim'),
    language: home.document.language,
    title: '',
    text,
    blocks: [{ kind: 'paragraph', start: 0, end: text.length }],
    publishedAt: home.document.publishedAt,
  }
  const whole = { start: 0, end: text.length }
  const told = afterDateline(text, whole)
  // A dateline that also opens a cited sentence is not part of the claim.
  const isCited = cited.some(({ document: { text: all }, span }) =>
    all.startsWith(text.slice(0, told.start), span.start),
  )
  return readPassage({ ...home, document, annotations: annotate(document), span: isCited ? told : whole })
}
