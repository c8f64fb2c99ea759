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

/** Checks citations, and counts what was dropped. */
type Check = { isValid(citation: Citation): boolean; drop(): void }

/**
 * Drops everything in a dossier whose citation does not match its document letter by letter at its offsets, and adds the number to
 * `droppedCount`. A statement is dropped if its own citation fails or its text differs from it; a further citation, a condition or a role
 * is dropped alone.
 */
export function verify(dossier: Dossier, documents: ReadonlyMap<DocumentId, Document>): Dossier {
  let dropped = 0
  const check: Check = {
    isValid: (citation) => {
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
  const { lead, ...others } = dossier
  const verified = {
    ...others,
    members: dossier.members.map(({ retells, ...member }) => ({ ...member, ...validOf({ retells }, check) })),
    headline: isHeadlineTaken ? dossier.headline : { ...dossier.headline, title: headlineDocument?.title ?? '' },
    ...defined({
      shared: dossier.shared?.flatMap((one) => verifyPairs(one, 'passages', check)),
      retellings: dossier.retellings?.flatMap((one) => verifyPairs(one, 'pairs', check)),
    }),
    ...defined({ lead: lead && verifyPoint(lead, dossier, check)[0] }),
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

/** The statement with its valid citations; undefined if its first one fails or has other words. */
function verifyStatement(statement: Statement, check: Check): Statement | undefined {
  const [first, ...rest] = statement.citations
  if (!check.isValid(first) || first.exact !== statement.text) {
    check.drop()
    return undefined
  }
  return { text: statement.text, citations: [first, ...held(rest, check)] }
}

function held(citations: readonly Citation[], check: Check): Citation[] {
  return citations.filter((citation) => {
    if (check.isValid(citation)) return true
    check.drop()
    return false
  })
}

/** An optional citation, if valid. */
function validOrNone(citation: Citation | undefined, check: Check): Citation | undefined {
  return citation && held([citation], check)[0]
}

/** The valid ones of several named, optional citations. */
function validOf<Name extends string>(
  parts: { readonly [Key in Name]: Citation | undefined },
  check: Check,
): { readonly [Key in Name]?: Citation } {
  const kept = Object.entries<Citation | undefined>(parts).filter(([, part]) => validOrNone(part, check) !== undefined)
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
  return utterances.length === 0
    ? []
    : [{ speaker: ledger.speaker, ...validOf({ role, otherRole }, check), utterances }]
}

function verifyUtterance(utterance: Utterance, dossier: Dossier, check: Check): Utterance[] {
  const wordings = utterance.wordings.flatMap(({ citation, ...wording }) => {
    if (held([citation], check).length === 0) return []
    const { cue, addressee, place, channel, when, translated, ...rest } = wording
    return [{ ...rest, citation, ...validOf({ cue, addressee, place, channel, when, translated }, check) }]
  })
  const [first, ...others] = wordings
  if (!first) return []
  const before = utterance.wordings.map(({ citation }) => citation)
  const after = wordings.map(({ citation }) => citation)
  const outlets = outletsLeft(utterance.outlets, before, after, dossier)
  return [{ wordings: [first, ...others], outlets, ...validOf({ fuller: utterance.fuller }, check) }]
}

/** The outlets without those that only failed citations supported. */
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
  const from = validOrNone(movedFrom?.expression, check) ? movedFrom : undefined
  const to = validOrNone(movedTo?.citation, check) ? movedTo : undefined
  return [{ ...event, ...statement, ...defined({ movedFrom: from, movedTo: to }) }]
}

function verifyDifference(difference: Difference, check: Check): Difference[] {
  const citations = [difference.a.citation, difference.b.citation, ...(difference.signal ? [difference.signal] : [])]
  // Both sides and the signal support the assertion together: without one of them it must not be made.
  if (citations.every((citation) => check.isValid(citation))) return [difference]
  check.drop()
  return []
}

function verifyCommitment({ condition, due, dueDate, changes, ...commitment }: Commitment, check: Check): Commitment[] {
  const statement = verifyStatement(commitment.statement, check)
  if (!statement) return []
  const terms = validOf({ condition, due }, check)
  const left = changes?.flatMap((change) => verifyChange(change, check))
  // A date is shown only with the words that gave it.
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
  const terms = validOf({ due }, check)
  return [{ ...change, ...terms, ...defined({ dueDate: terms.due && dueDate !== undefined ? dueDate : undefined }) }]
}

/** What two articles have in common is shown by sentences that are valid on both sides; without any it is dropped. */
function verifyPairs<Name extends string, Found extends { readonly [Key in Name]: readonly SentencePair[] }>(
  found: Found,
  name: Name,
  check: Check,
): Found[] {
  const pairs = found[name].filter(({ here, there }) => {
    if (check.isValid(here) && check.isValid(there)) return true
    check.drop()
    return false
  })
  return pairs.length === 0 ? [] : [{ ...found, [name]: pairs }]
}

/** A changing figure needs two valid readings. */
function verifyFigure(figure: Figure, check: Check): Figure[] {
  const readings = figure.readings.filter((reading) => held([reading.citation], check).length > 0)
  return readings.length < 2 ? [] : [{ ...figure, readings }]
}

/**
 * A point is dropped with its own citation. If the passage of a cell fails, it is unknown whether that outlet carries the point and since
 * when it was public, so no outlet can be said to have left it out.
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

/** A wording difference needs two words, each with a use whose passage is valid and has the word at its place. */
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
      ? use.citation !== undefined && check.isValid(use.citation)
      : documents.get(use.documentId)?.title === use.title
  return isHeld && lightStem(passage.slice(use.span.start, use.span.end).toLowerCase()) === lightStem(word)
}
