import type { Citation } from './citation.ts'
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
  readonly line?: { readonly citation: Citation; readonly member: Member }
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
  /** The number of articles of each independent report. */
  readonly groups: readonly number[]
  /** How many articles print one text, if exactly one text is printed more than once; otherwise 0. */
  readonly sameTextCount: number
  /** What its articles say is planned for a day after they were published, the soonest first, at most six. */
  readonly plans: readonly { readonly date: string; readonly citation: Citation }[]
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
    groups: dossier.reports.map(({ documentIds }) => documentIds.length),
    sameTextCount: sameTextCountOf(dossier),
    plans: plansOf(dossier),
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

/** The sentence under a story's headline, on lists and on its page; in dossiers of early releases the first of its brief. */
export function leadOf({
  lead,
  headline,
  brief,
}: Pick<Dossier, 'lead' | 'headline' | 'brief'>): BriefPoint | undefined {
  return lead ?? brief.find(({ citations: [first] }) => first.documentId === headline.documentId) ?? brief[0]
}

/** The sentence under a story's headline as in its outline; empty when there is none. */
export function lineOf(dossier: Dossier): Pick<StoryOutline, 'line'> {
  const { members } = dossier
  const citation = leadOf(dossier)?.citations[0]
  const member = members.find(({ documentId }) => documentId === citation?.documentId)
  return citation && member ? { line: { citation, member } } : {}
}

function sameTextCountOf({ reports, members }: Dossier): number {
  const [several, another] = reports.filter(({ documentIds }) => documentIds.length > 1)
  if (!several || another) return 0
  const ids = new Set(several.documentIds)
  const own = members.filter(({ documentId, role }) => ids.has(documentId) && role !== 'copy')
  return own.length <= 1 ? ids.size : 0
}

const mostPlans = 6

function plansOf({ timeline, members }: Dossier): StoryOutline['plans'] {
  const days = new Map(members.map(({ documentId, publishedAt }) => [documentId, publishedAt.slice(0, 10)]))
  return timeline
    .filter(({ isPlanned, movedTo, date, citations: [{ documentId }] }) => {
      return isPlanned && !movedTo && date.length >= 10 && date.slice(0, 10) > (days.get(documentId) ?? date)
    })
    .toSorted((a, b) => (a.date < b.date ? -1 : 1))
    .slice(0, mostPlans)
    .map(({ date, citations: [citation] }) => ({ date, citation }))
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
