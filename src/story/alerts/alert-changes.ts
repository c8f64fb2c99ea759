import type { AlertKind } from '../../core/alert.ts'
import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId, DocumentId, SourceId } from '../../core/ids.ts'
import type { Dossier, Member, Report } from '../../core/story.ts'
import { type RevisedArticle, type StoryChange, whatChanged } from '../changes/what-changed.ts'

/** A change of a story, for alerts. `key` stays the same when the dossier is computed again. */
export type AlertChange = {
  readonly key: string
  readonly kind: AlertKind
  /** When this server received it: ISO 8601. Not when it was published, so that late arrivals are not missed. */
  readonly at: string
  readonly isNewStory: boolean
  /** Outlets whose report is in their own words. */
  readonly ownSources: readonly SourceId[]
  readonly sourceName: string
  /** The articles of the report, copies included. */
  readonly articleIds: readonly ArticleId[]
  readonly citation?: Citation
}

/** When each article was first saved: ISO 8601. */
export type SavedTimes = ReadonlyMap<ArticleId, string>

/** An article published so long before it arrived is not news. */
export const OLD_MS = 3 * 86_400_000

/**
 * What became known of a story after `since` and until `now` and is worth an alert, earliest first: independent reports, differences,
 * corrections, and the outcome of promises. A copy belongs to its report and causes no alert.
 */
export function alertChanges(
  dossier: Dossier,
  knownAt: SavedTimes,
  within: { readonly since: string; readonly now: string; readonly revised?: readonly RevisedArticle[] },
): readonly AlertChange[] {
  const known = { ...dossier, members: dossier.members.map((member) => ({ ...member, publishedAt: at(member) })) }
  const members = new Map(dossier.members.map((member) => [member.documentId, member]))
  const changes = whatChanged(known, within).flatMap((change) => changeOf(change) ?? [])
  const once = new Map<string, AlertChange>()
  for (const change of [...reports(), ...changes].sort((a, b) => Date.parse(a.at) - Date.parse(b.at)))
    if (!once.has(change.key)) once.set(change.key, change)
  return [...once.values()]

  function at(member: Member): string {
    return knownAt.get(member.articleId) ?? member.publishedAt
  }

  function reports(): readonly AlertChange[] {
    const all = dossier.reports.flatMap((report) => reportOf(report) ?? [])
    const [first] = all.toSorted((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.key < b.key ? -1 : 1))
    // A story of one article that copies another story's article says nothing new.
    const isCopy = dossier.members.length === 1 && (dossier.relation?.copies.length ?? 0) > 0
    if (isCopy) return []
    const isNew = (time: string) => Date.parse(time) > Date.parse(within.since) && time <= within.now
    return all.filter((change) => isNew(change.at)).map((change) => ({ ...change, isNewStory: change === first }))
  }

  /** A report is identified by the article that arrived first: an earlier one that arrives later does not change it. */
  function reportOf({ documentIds, group }: Report): AlertChange | undefined {
    const own = documentIds
      .flatMap((id) => members.get(id) ?? [])
      .toSorted((a, b) => Date.parse(at(a)) - Date.parse(at(b)) || (a.articleId < b.articleId ? -1 : 1))
    const [first] = own
    if (!first || Date.parse(at(first)) - Date.parse(first.publishedAt) > OLD_MS) return undefined
    const told = own.find(({ role }) => role === 'original') ?? first
    const line = dossier.brief
      .flatMap(({ citations }) => citations)
      .find(({ documentId }) => members.get(documentId)?.group === group)
    return {
      key: `report:${first.articleId}`,
      kind: 'report',
      at: at(first),
      isNewStory: false,
      ownSources: [...new Set(own.filter(({ role }) => role === 'original').map(({ sourceId }) => sourceId))],
      sourceName: told.sourceName,
      articleIds: own.map(({ articleId }) => articleId),
      ...defined({ citation: line }),
    }
  }

  function changeOf(change: StoryChange): AlertChange | undefined {
    switch (change.kind) {
      case 'difference': {
        const cited = change.signal ?? change.a
        return cite('difference', change.at, cited, [change.signal ? '' : plain(change.b.exact)])
      }
      case 'amendment':
        return cite('correction', change.at, change.citation, [])
      case 'commitment-state': {
        const due = change.state === 'changed' && change.due ? plain(change.due.exact) : ''
        return cite('commitment', change.at, change.citation, [change.state, due])
      }
      case 'article':
      case 'headline':
      case 'revision':
      case 'point':
      case 'quote':
      case 'figure':
      case 'commitment':
        return undefined
    }
  }

  function cite(kind: AlertKind, time: string, citation: Citation, more: readonly string[]): AlertChange {
    const sourceName = nameOf(citation.documentId)
    const key = [kind, plain(citation.exact), ...more].filter((part) => part !== '').join(':')
    return { key, kind, at: time, isNewStory: false, ownSources: [], articleIds: [], sourceName, citation }
  }

  function nameOf(id: DocumentId): string {
    return members.get(id)?.sourceName ?? ''
  }
}

/** The same words in another outlet's copy are the same change, apart from case and spaces. */
export function plain(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .slice(0, 200)
}
