import type { ClaimCheck } from './claim.ts'
import { defined } from './defined.ts'
import type { EntityId, SourceId } from './ids.ts'
import type { ListPicture } from './list-picture.ts'
import type { BriefPoint, Dossier, FailedStatement, Member } from './story.ts'
import { type ShownPart, shownLines } from './text/shown-line.ts'

/**
 * What lists need from a dossier: some hundred bytes instead of tens of thousands, so that a whole day of stories can be ranked,
 * counted and filtered at once.
 */
export type StoryOutline = {
  /** A cited sentence of the story, and its article. */
  readonly line?: { readonly citation: BriefPoint['citations'][number]; readonly member: Member }
  readonly picture?: ListPicture
  readonly language: string
  /** Original reports first, then copies, each outlet once. */
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[]
  /** When each independent report was first published: ISO 8601. */
  readonly reportTimes: readonly string[]
  /** When articles reported that something earlier had changed: ISO 8601. */
  readonly changedTimes: readonly string[]
  /** All named entities, and those that at least half of the articles name. */
  readonly entityIds: readonly EntityId[]
  readonly mainEntityIds: readonly EntityId[]
  readonly copyCount: number
  readonly quoteCount: number
  readonly differenceCount: number
  /** Number of lines from articles in each part of the story's page, and of those dropped before they were shown. */
  readonly shown: Readonly<Partial<Record<ShownPart, number>>>
  readonly droppedCount: number
  /** Results of checking its statements against their articles again; absent if they weren't checked. */
  readonly audit?: AuditSummary
}

type AuditSummary = {
  readonly checked: number
  readonly passed: number
  readonly failedBy: Readonly<Partial<Record<ClaimCheck, number>>>
  /** The first of the dropped statements, shortened. */
  readonly dropped: readonly Pick<FailedStatement, 'part' | 'text' | 'failed' | 'why'>[]
}

/** At most two dropped statements in the outline, of 200 characters each. */
const [droppedTold, lettersTold] = [2, 200]

export function outlineOf(dossier: Dossier): StoryOutline {
  const { members, ledger, differences, entities = [] } = dossier
  return {
    ...lineOf(dossier),
    ...defined({ picture: dossier.picture }),
    language: dossier.language,
    sources: sourcesOf(dossier),
    reportTimes: reportTimesOf(dossier),
    changedTimes: changedTimesOf(dossier),
    entityIds: entities.map(({ entity }) => entity.id),
    mainEntityIds: entities.flatMap(({ entity, documentCount }) =>
      2 * documentCount >= members.length ? [entity.id] : [],
    ),
    copyCount: members.filter(({ role }) => role === 'copy').length,
    quoteCount: ledger.reduce((sum, { utterances }) => sum + utterances.length, 0),
    differenceCount: differences.length,
    shown: Object.fromEntries(
      [...Map.groupBy(shownLines(dossier), ({ part }) => part)].map(([part, lines]) => [part, lines.length]),
    ),
    droppedCount: dossier.droppedCount,
    ...auditOf(dossier),
  }
}

function auditOf({ audit }: Dossier): Pick<StoryOutline, 'audit'> {
  if (!audit) return {}
  const parts = Object.values(audit.parts)
  return {
    audit: {
      checked: parts.reduce((sum, { checked }) => sum + checked, 0),
      passed: parts.reduce((sum, { passed }) => sum + passed, 0),
      failedBy: Object.fromEntries(
        [...Map.groupBy(audit.failed, ({ failed }) => failed)].map(([check, of]) => [check, of.length]),
      ),
      dropped: audit.failed
        .filter(({ isDropped }) => isDropped)
        .slice(0, droppedTold)
        .map(({ part, text, failed, why }) => ({ part, text: text.slice(0, lettersTold), failed, why })),
    },
  }
}

function lineOf({ brief, members }: Dossier): Pick<StoryOutline, 'line'> {
  const citation = brief[0]?.citations[0]
  const member = members.find(({ documentId }) => documentId === citation?.documentId)
  return citation && member ? { line: { citation, member } } : {}
}

function sourcesOf({ members }: Dossier): StoryOutline['sources'] {
  const rank = (member: Member) => (member.role === 'copy' ? 1 : 0)
  const ordered = members.toSorted((a, b) => rank(a) - rank(b) || Date.parse(a.publishedAt) - Date.parse(b.publishedAt))
  const names = new Map<SourceId, string>()
  for (const { sourceId, sourceName } of ordered) if (!names.has(sourceId)) names.set(sourceId, sourceName)
  return [...names].map(([id, name]) => ({ id, name }))
}

export function reportTimesOf({ reports, members }: Pick<Dossier, 'reports' | 'members'>): readonly string[] {
  const publishedAt = new Map(members.map((member) => [member.documentId, member.publishedAt]))
  return reports.flatMap(({ documentIds }) => {
    const times = documentIds.flatMap((id) => publishedAt.get(id) ?? [])
    const first = times.sort((a, b) => Date.parse(a) - Date.parse(b))[0]
    return first === undefined ? [] : [first]
  })
}

function changedTimesOf({ commitments, amendments = [], members }: Dossier): readonly string[] {
  const noted = new Set(amendments.map(({ citation }) => citation.documentId))
  return [
    ...commitments.flatMap(({ changes = [] }) => changes.map(({ at }) => at)),
    ...members.filter(({ documentId }) => noted.has(documentId)).map(({ publishedAt }) => publishedAt),
  ]
}
