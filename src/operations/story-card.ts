import type { Citation } from '../core/citation.ts'
import type { Dossier, Member } from '../core/story.ts'
import type { StoryRow } from '../store/store.ts'
import type { StoryCard } from './today-views.ts'
import type { CitedDocument } from './views.ts'

const HOUR_MS = 3_600_000

/** The document a citation of a dossier names, as far as the dossier knows it: enough for one line of a list. */
function citedDocument(member: Member, language: string): CitedDocument {
  const { documentId, articleId, sourceName, title, publishedAt } = member
  return { documentId, articleId, sourceName, title, publishedAt, url: '', language }
}

/** A story as one row of a list. Undefined until its dossier has been computed. */
export function storyCard(row: StoryRow, now: Date): StoryCard | undefined {
  const { dossier } = row
  if (!dossier) return undefined
  const point = dossier.brief[0]
  return {
    id: row.id,
    title: row.title,
    language: row.language,
    ...(row.section === undefined ? {} : { section: row.section }),
    articleCount: row.articleCount,
    reportCount: row.reportCount,
    firstAt: row.firstAt,
    changedAt: row.changedAt,
    ...lineOf(dossier, point?.citations[0]),
    outlets: outletsOf(dossier),
    copyCount: dossier.members.filter(({ role }) => role === 'copy').length,
    quoteCount: dossier.ledger.reduce((sum, { utterances }) => sum + utterances.length, 0),
    differenceCount: dossier.differences.length,
    badges: badgesOf(row, dossier, now),
  }
}

/**
 * New for its first six hours; developing while still growing after that; changed for six hours after an article says what
 * became of a commitment or corrects itself; one source only until a second report.
 */
export function badgesOf(row: Omit<StoryRow, 'dossier'>, dossier: Dossier, now: Date): StoryCard['badges'] {
  const age = now.getTime() - Date.parse(row.firstAt)
  const quiet = now.getTime() - Date.parse(row.lastAt)
  const badges: StoryCard['badges'][number][] = []
  if (age < 6 * HOUR_MS) badges.push('new')
  else if (quiet < 6 * HOUR_MS && row.articleCount > 1) badges.push('developing')
  if (changedTimes(dossier).some((at) => isRecent(at, now))) badges.push('changed')
  if (dossier.differences.length > 0) badges.push('differs')
  if (row.reportCount <= 1) badges.push('one source only')
  return badges
}

/** When articles said that what was told before is otherwise now. */
function changedTimes({ commitments, amendments = [], members }: Dossier): readonly string[] {
  const noted = new Set(amendments.map(({ citation }) => citation.documentId))
  return [
    ...commitments.flatMap(({ changes = [] }) => changes.map(({ at }) => at)),
    ...members.filter(({ documentId }) => noted.has(documentId)).map(({ publishedAt }) => publishedAt),
  ]
}

function isRecent(at: string, now: Date): boolean {
  const age = now.getTime() - Date.parse(at)
  return age >= 0 && age < 6 * HOUR_MS
}

function lineOf(dossier: Dossier, citation: Citation | undefined): Pick<StoryCard, 'line'> {
  const member = dossier.members.find(({ documentId }) => documentId === citation?.documentId)
  return citation && member ? { line: { citation, document: citedDocument(member, dossier.language) } } : {}
}

/** Outlets in order of weight: those who reported first, then the copies, each once. */
function outletsOf(dossier: Dossier): readonly string[] {
  const rank = (member: Member) => (member.role === 'copy' ? 1 : 0)
  const ordered = dossier.members.toSorted(
    (a, b) => rank(a) - rank(b) || Date.parse(a.publishedAt) - Date.parse(b.publishedAt),
  )
  return [...new Set(ordered.map(({ sourceName }) => sourceName))]
}
