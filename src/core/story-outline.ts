import type { EntityId, SourceId } from './ids.ts'
import { type ShownPart, shownLines } from './shown-line.ts'
import type { BriefPoint, Dossier, Member } from './story.ts'

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
}

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
