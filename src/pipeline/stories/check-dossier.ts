import { checkOwnWords, checkQuotedStatement, checkResolved, type OwnStatement } from '../../check/check-statement.ts'
import { checkTitle } from '../../check/check-title.ts'
import type { Finding } from '../../check/finding.ts'
import { type Citation, matchesText } from '../../core/citation.ts'
import type { ClaimCheck } from '../../core/claim.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Annotations } from '../../core/layers.ts'
import type { AuditedPart, BriefPoint, Dossier, DossierAudit, FailedStatement, Utterance } from '../../core/story.ts'

type CheckedMember = { readonly document: Document; readonly annotations: Annotations }

/** Documents whose own text does not support their title: their headline is used only when there is no other. */
export function doubtfulTitles(members: readonly CheckedMember[]): ReadonlySet<DocumentId> {
  return new Set(members.filter(({ document }) => checkTitle(document)).map(({ document }) => document.id))
}

/** The result for one statement: the checks it passed, and the one it failed. */
type Verdict = {
  readonly part: AuditedPart
  readonly text: string
  readonly documentId: DocumentId
  readonly passed: readonly ClaimCheck[]
  readonly failed: Finding
  readonly isDropped: boolean
}

type ApplicableCheck = { readonly check: ClaimCheck; readonly of: (statement: OwnStatement) => Finding }

/**
 * Checks a verified dossier against its documents again, by those checks of a model's claims that can fail on quoted words: who said them,
 * what day they mean, and whether an article supports its title. The result is stored as `audit`. A point of the brief or an event that
 * fails is dropped and counted; anything else that fails stays and is reported.
 */
export function checkDossier(dossier: Dossier, members: readonly CheckedMember[]): Dossier {
  const sources = new Map(members.map((member) => [member.document.id, member]))
  const judge = (part: AuditedPart, citation: Citation, asked: readonly ApplicableCheck[], mayDrop = false): Verdict =>
    judgeOne(part, citation, sources.get(citation.documentId), asked, mayDrop)
  const judgePoint = ({ citations: [first] }: BriefPoint) =>
    judge('brief', first, [{ check: 'speaker', of: checkOwnWords }], true)
  const brief = dossier.brief.map(judgePoint)
  const { lead, ...others } = dossier
  const judgedLead = lead && judgePoint(lead)
  const isInBrief = lead && dossier.brief.some(({ text }) => text === lead.text)
  const timeline = dossier.timeline.map(({ citations: [first], expression, date }) =>
    judge('timeline', first, [{ check: 'date', of: (event) => checkResolved(expression, date, event) }], true),
  )
  const commitments = dossier.commitments.map(({ statement: { citations }, due, dueDate }) =>
    judge(
      'commitments',
      citations[0],
      due && dueDate ? [{ check: 'date', of: (own) => checkResolved(due, dueDate, own) }] : [],
    ),
  )
  const differences = dossier.differences.flatMap(({ a, b }) =>
    [a, b].map((side) => judge('differences', side.citation, [])),
  )
  const said = dossier.ledger.flatMap(({ speaker, utterances }) =>
    wordingsOf(utterances).map((citation) =>
      judge('quotations', citation, [QUOTATION_CHECK, speakerCheck(speaker, dossier)]),
    ),
  )
  const unsaid = wordingsOf(dossier.unattributed).map((citation) => judge('quotations', citation, [QUOTATION_CHECK]))
  const titled = sources.get(dossier.headline.documentId)?.document
  const headline = titled ? [judgeTitle(titled)] : []
  const leading = judgedLead && !isInBrief ? [judgedLead] : []
  const verdicts = [...headline, ...leading, ...brief, ...timeline, ...commitments, ...differences, ...said, ...unsaid]
  const isKept = (of: readonly Verdict[]) => (_: unknown, index: number) => !of[index]?.isDropped
  return {
    ...others,
    ...defined({ lead: judgedLead?.isDropped ? undefined : lead }),
    brief: dossier.brief.filter(isKept(brief)),
    timeline: dossier.timeline.filter(isKept(timeline)),
    droppedCount: dossier.droppedCount + verdicts.filter(({ isDropped }) => isDropped).length,
    audit: auditOf(verdicts),
  }
}

const QUOTATION_CHECK: ApplicableCheck = { check: 'quotation', of: (said) => checkQuotedStatement(undefined, said) }

/** Finds the speaker by any of the ids that the story unites. */
function speakerCheck(
  { id, name }: { readonly id: string; readonly name: string },
  { entities = [] }: Dossier,
): ApplicableCheck {
  const known = entities.find(({ entity }) => entity.id === id)
  return { check: 'speaker', of: (said) => checkQuotedStatement({ ids: [id, ...(known?.sameAs ?? [])], name }, said) }
}

function wordingsOf(utterances: readonly Utterance[]): Citation[] {
  return utterances.flatMap(({ wordings }) => wordings.map(({ citation }) => citation))
}

function judgeOne(
  part: AuditedPart,
  citation: Citation,
  member: CheckedMember | undefined,
  asked: readonly ApplicableCheck[],
  mayDrop: boolean,
): Verdict {
  const { documentId, span, exact: text } = citation
  if (!member || !matchesText(member.document, citation)) {
    const failed: Finding = { failed: 'citation', why: 'Its document does not say so.' }
    return { part, text, documentId, passed: [], failed, isDropped: mayDrop }
  }
  const statement = { citation, source: { number: 1, ...member, span, sourceName: '' } }
  const findings = asked.map(({ check, of }) => ({ check, finding: of(statement) }))
  const failed = findings.find(({ finding }) => finding)?.finding
  const passed = findings.filter(({ finding }) => !finding).map(({ check }) => check)
  return { part, text, documentId, passed: ['citation', ...passed], failed, isDropped: mayDrop && failed !== undefined }
}

function judgeTitle(document: Document): Verdict {
  const failed = checkTitle(document)
  const passed = (['number', 'name'] as const).filter((check) => check !== failed?.failed)
  return { part: 'headline', text: document.title, documentId: document.id, passed, failed, isDropped: false }
}

function auditOf(verdicts: readonly Verdict[]): DossierAudit {
  const countsOf = (part: AuditedPart) => {
    const all = verdicts.filter((verdict) => verdict.part === part)
    return { checked: all.length, passed: all.filter(({ failed }) => !failed).length }
  }
  const passed: { [Check in ClaimCheck]?: number } = {}
  for (const check of verdicts.flatMap((verdict) => verdict.passed)) passed[check] = (passed[check] ?? 0) + 1
  return {
    parts: {
      headline: countsOf('headline'),
      brief: countsOf('brief'),
      timeline: countsOf('timeline'),
      commitments: countsOf('commitments'),
      differences: countsOf('differences'),
      quotations: countsOf('quotations'),
    },
    passed,
    failed: verdicts.flatMap(({ part, text, documentId, failed, isDropped }): FailedStatement[] =>
      failed ? [{ part, text, documentId, ...failed, isDropped }] : [],
    ),
  }
}
