import { type Citation, matchesText, type Statement } from '../core/citation.ts'
import type { ChosenWord, Coverage, CoverageMatrix, WordChoice, WordUse } from '../core/coverage.ts'
import { defined } from '../core/defined.ts'
import type { Document } from '../core/document.ts'
import type { DocumentId } from '../core/ids.ts'
import type {
  BriefPoint,
  Commitment,
  CommitmentChange,
  Difference,
  Dossier,
  Figure,
  SpeakerLedger,
  TimelineEvent,
  Utterance,
} from '../core/story.ts'
import { lightStem } from '../core/text/stem.ts'
import type { SentencePair } from '../core/text/text-reuse.ts'

/** Asks of a citation whether it still holds, and counts what was dropped. */
type Check = { holds(citation: Citation): boolean; drop(): void }

/**
 * Drops everything in a dossier whose citation does not say, letter by letter, what its document says at its offsets, and
 * adds what was dropped to `droppedCount`. A statement falls when its own citation falls or its text is not that citation's;
 * a further citation, a condition or a role falls alone.
 */
export function verify(dossier: Dossier, documents: ReadonlyMap<DocumentId, Document>): Dossier {
  let dropped = 0
  const check: Check = {
    holds: (citation) => {
      const document = documents.get(citation.documentId)
      return document !== undefined && matchesText(document, citation)
    },
    drop: () => {
      dropped++
    },
  }
  const headlineDocument = documents.get(dossier.headline.documentId)
  const isHeadlineTaken = headlineDocument?.title === dossier.headline.title
  if (!isHeadlineTaken) check.drop()
  const verified = {
    ...dossier,
    headline: isHeadlineTaken ? dossier.headline : { ...dossier.headline, title: headlineDocument?.title ?? '' },
    ...defined({
      shared: dossier.shared?.flatMap((one) => verifyPairs(one, 'passages', check)),
      retellings: dossier.retellings?.flatMap((one) => verifyPairs(one, 'pairs', check)),
    }),
    brief: dossier.brief.flatMap((point) => verifyPoint(point, dossier, check)),
    ...defined({ short: dossier.short?.flatMap((point) => verifyPoint(point, dossier, check)) }),
    ledger: dossier.ledger.flatMap((ledger) => verifyLedger(ledger, dossier, check)),
    unattributed: dossier.unattributed.flatMap((utterance) => verifyUtterance(utterance, dossier, check)),
    timeline: dossier.timeline.flatMap((event) => verifyEvent(event, check)),
    differences: dossier.differences.flatMap((difference) => verifyDifference(difference, check)),
    commitments: dossier.commitments.flatMap((commitment) => verifyCommitment(commitment, check)),
    figures: dossier.figures.flatMap((figure) => verifyFigure(figure, check)),
    ...defined({
      wordChoices: dossier.wordChoices?.flatMap((choice) => verifyChoice(choice, documents, check)),
      amendments: dossier.amendments?.filter(({ citation }) => held([citation], check).length > 0),
      coverage: dossier.coverage && verifyCoverage(dossier.coverage, check),
    }),
  }
  return { ...verified, droppedCount: dossier.droppedCount + dropped }
}

/** The statement with the citations that hold; nothing when its first one falls or it does not say the same. */
function verifyStatement(statement: Statement, check: Check): Statement | undefined {
  const [first, ...rest] = statement.citations
  if (!check.holds(first) || first.exact !== statement.text) {
    check.drop()
    return undefined
  }
  return { text: statement.text, citations: [first, ...held(rest, check)] }
}

function held(citations: readonly Citation[], check: Check): Citation[] {
  return citations.filter((citation) => {
    if (check.holds(citation)) return true
    check.drop()
    return false
  })
}

/** An optional citation: itself when it holds, else nothing. */
function heldOrNone(citation: Citation | undefined, check: Check): Citation | undefined {
  return citation && held([citation], check)[0]
}

/** Of optional citations, each under its name, those that hold. */
function heldOf<Name extends string>(
  parts: { readonly [Key in Name]: Citation | undefined },
  check: Check,
): { readonly [Key in Name]?: Citation } {
  const kept = Object.entries<Citation | undefined>(parts).filter(([, part]) => heldOrNone(part, check) !== undefined)
  return Object.fromEntries(kept) as { readonly [Key in Name]?: Citation }
}

function verifyPoint(point: BriefPoint, dossier: Dossier, check: Check): BriefPoint[] {
  const statement = verifyStatement(point, check)
  if (!statement) return []
  return [{ ...statement, outlets: outletsLeft(point.outlets, point.citations, statement.citations, dossier) }]
}

function verifyLedger(ledger: SpeakerLedger, dossier: Dossier, check: Check): SpeakerLedger[] {
  const utterances = ledger.utterances.flatMap((utterance) => verifyUtterance(utterance, dossier, check))
  const { role, otherRole } = ledger
  return utterances.length === 0 ? [] : [{ speaker: ledger.speaker, ...heldOf({ role, otherRole }, check), utterances }]
}

function verifyUtterance(utterance: Utterance, dossier: Dossier, check: Check): Utterance[] {
  const wordings = utterance.wordings.flatMap(({ citation, ...wording }) => {
    if (held([citation], check).length === 0) return []
    const { cue, addressee, place, channel, when, translated, ...rest } = wording
    return [{ ...rest, citation, ...heldOf({ cue, addressee, place, channel, when, translated }, check) }]
  })
  const [first, ...others] = wordings
  if (!first) return []
  const before = utterance.wordings.map(({ citation }) => citation)
  const after = wordings.map(({ citation }) => citation)
  const outlets = outletsLeft(utterance.outlets, before, after, dossier)
  return [{ wordings: [first, ...others], outlets, ...heldOf({ fuller: utterance.fuller }, check) }]
}

/** The outlets without those of which only fallen citations spoke. */
function outletsLeft(
  outlets: readonly string[],
  before: readonly Citation[],
  after: readonly Citation[],
  dossier: Dossier,
): readonly string[] {
  if (before.length === after.length) return outlets
  const names = new Map(dossier.members.map(({ documentId, sourceName }) => [documentId, sourceName]))
  const left = new Set(after.map(({ documentId }) => names.get(documentId)))
  return outlets.filter((outlet) => left.has(outlet))
}

function verifyEvent({ movedFrom, movedTo, ...event }: TimelineEvent, check: Check): TimelineEvent[] {
  const statement = verifyStatement(event, check)
  if (!statement || held([event.expression], check).length === 0) return []
  const from = heldOrNone(movedFrom?.expression, check) ? movedFrom : undefined
  const to = heldOrNone(movedTo?.citation, check) ? movedTo : undefined
  return [{ ...event, ...statement, ...defined({ movedFrom: from, movedTo: to }) }]
}

function verifyDifference(difference: Difference, check: Check): Difference[] {
  const citations = [difference.a.citation, difference.b.citation, ...(difference.signal ? [difference.signal] : [])]
  // Both sides and the signal carry the assertion together: without one of them it is not ours to make.
  if (citations.every((citation) => check.holds(citation))) return [difference]
  check.drop()
  return []
}

function verifyCommitment({ condition, due, dueDate, changes, ...commitment }: Commitment, check: Check): Commitment[] {
  const statement = verifyStatement(commitment.statement, check)
  if (!statement) return []
  const terms = heldOf({ condition, due }, check)
  const left = changes?.flatMap((change) => verifyChange(change, check))
  // A date stands only with the words that gave it.
  return [
    {
      ...commitment,
      statement,
      ...terms,
      ...defined({
        dueDate: terms.due && dueDate !== undefined ? dueDate : undefined,
        changes: left && left.length > 0 ? left : undefined,
      }),
    },
  ]
}

function verifyChange({ due, dueDate, ...change }: CommitmentChange, check: Check): CommitmentChange[] {
  if (held([change.citation], check).length === 0) return []
  const terms = heldOf({ due }, check)
  return [{ ...change, ...terms, ...defined({ dueDate: terms.due && dueDate !== undefined ? dueDate : undefined }) }]
}

/** What two articles have in common stands by sentences that hold on both sides; without any it is not ours to say. */
function verifyPairs<Name extends string, Found extends { readonly [Key in Name]: readonly SentencePair[] }>(
  found: Found,
  name: Name,
  check: Check,
): Found[] {
  const pairs = found[name].filter(({ here, there }) => {
    if (check.holds(here) && check.holds(there)) return true
    check.drop()
    return false
  })
  return pairs.length === 0 ? [] : [{ ...found, [name]: pairs }]
}

/** A figure over time needs two readings that hold. */
function verifyFigure(figure: Figure, check: Check): Figure[] {
  const readings = figure.readings.filter((reading) => held([reading.citation], check).length > 0)
  return readings.length < 2 ? [] : [{ ...figure, readings }]
}

/**
 * A point falls with its own citation. Where the passage of a cell fell, it is not known any more whether that outlet carries it,
 * nor since when it was known, so that nobody can be said to have left it out.
 */
function verifyCoverage({ outlets, points }: CoverageMatrix, check: Check): CoverageMatrix {
  const unknown: Coverage = { kind: 'not-known', why: 'unverified' }
  const kept = points.flatMap((point) => {
    const statement = verifyStatement(point, check)
    if (!statement) return []
    const isHeld = point.cells.map((cell) => cell.kind !== 'carries' || held([cell.citation], check).length > 0)
    if (isHeld.every(Boolean)) return [{ ...point, ...statement }]
    const cells = point.cells.map((cell, index) => (isHeld[index] && cell.kind === 'carries' ? cell : unknown))
    return [{ ...point, ...statement, isOnlyHere: false, cells }]
  })
  return { outlets, points: kept }
}

/** A choice of words needs two words, each with a use whose passage holds and has the word where it is said to stand. */
function verifyChoice(choice: WordChoice, documents: ReadonlyMap<DocumentId, Document>, check: Check): WordChoice[] {
  const words = choice.words.flatMap(({ word, uses }): ChosenWord[] => {
    const [first, ...rest] = uses.filter((use) => {
      if (isUsed(word, use, documents, check)) return true
      check.drop()
      return false
    })
    return first ? [{ word, uses: [first, ...rest] }] : []
  })
  return words.length < 2 ? [] : [{ words }]
}

function isUsed(word: string, use: WordUse, documents: ReadonlyMap<DocumentId, Document>, check: Check): boolean {
  const passage = use.title ?? use.citation?.exact ?? ''
  const isHeld =
    use.title === undefined
      ? use.citation !== undefined && check.holds(use.citation)
      : documents.get(use.documentId)?.title === use.title
  return isHeld && lightStem(passage.slice(use.span.start, use.span.end).toLowerCase()) === lightStem(word)
}
