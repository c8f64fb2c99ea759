import type { ClaimCheck } from './claim.ts'
import type { EntityId, SourceId } from './ids.ts'
import type { BriefPoint, Dossier, FailedStatement, Member } from './story.ts'
import { type ShownPart, shownLines } from './text/shown-line.ts'

/**
 * What lists need of a dossier: some hundred bytes where a dossier has tens of thousands, so that a whole day of
 * stories can be ranked, counted and filtered at once.
 */
export type StoryOutline = {
  /** A sentence of the story, cited, and the article it stands in. */
  readonly line?: { readonly citation: BriefPoint['citations'][number]; readonly member: Member }
  readonly language: string
  /** In order of weight: those who reported first, then the copies, each once. */
  readonly sources: readonly { readonly id: SourceId; readonly name: string }[]
  /** When each independent report was first published: ISO 8601. */
  readonly reportTimes: readonly string[]
  /** When articles said that what was told before is otherwise now: ISO 8601. */
  readonly changedTimes: readonly string[]
  /** All that are named, and those whom at least half of the articles name. */
  readonly entityIds: readonly EntityId[]
  readonly mainEntityIds: readonly EntityId[]
  readonly copyCount: number
  readonly quoteCount: number
  readonly differenceCount: number
  /** How many lines of articles each part of its page shows, and how many fell before they were shown. */
  readonly shown: Readonly<Partial<Record<ShownPart, number>>>
  readonly droppedCount: number
  /** What came of holding its statements against their articles once more; absent where that was not done. */
  readonly audit?: OutlinedAudit
}

export type OutlinedAudit = {
  readonly checked: number
  readonly passed: number
  /** How often each check failed. */
  readonly failedBy: Readonly<Partial<Record<ClaimCheck, number>>>
  /** The first of those that were dropped, in their first words. */
  readonly dropped: readonly Pick<FailedStatement, 'part' | 'text' | 'failed' | 'why'>[]
}

/** So much of what was dropped is told in lists. */
const [droppedTold, lettersTold] = [2, 200]

/** The outline of a dossier. */
export function outlineOf(dossier: Dossier): StoryOutline {
  const { members, ledger, differences, entities = [] } = dossier
  return {
    ...lineOf(dossier),
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

/** When each independent report of a story was first published. */
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
