import type { WatchOccasion } from '../../core/alert.ts'
import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { DocumentId } from '../../core/ids.ts'
import type { Dossier, Figure, Report } from '../../core/story.ts'
import { type RevisedArticle, whatChanged } from '../changes/what-changed.ts'
import { type AlertChange, alertChanges, OLD_MS, plain, type SavedTimes } from './alert-changes.ts'

/**
 * Something a watch can alert about. `token` names it within its story: it stays the same when the dossier is computed again and for copies
 * of the same words. `key` names it for one reader, whatever alerts them.
 */
export type WatchEvent = Omit<AlertChange, 'ownSources' | 'articleIds'> & {
  readonly occasion: WatchOccasion
  readonly token: string
  /** When its story could first have shown it: for a watch that is younger than the story. ISO 8601. */
  readonly knownFrom: string
  /** Words without a citation: a headline. */
  readonly words?: string
}

const always = '1970-01-01T00:00:00Z'

/** Everything in a story that a watch could alert about, until `now`; what was already told is left to whoever keeps it. */
export function watchEvents(
  dossier: Dossier,
  knownAt: SavedTimes,
  { now, revised = [] }: { readonly now: string; readonly revised?: readonly RevisedArticle[] },
): readonly WatchEvent[] {
  const members = new Map(dossier.members.map((member) => [member.documentId, member]))
  const edited = new Map(revised.map((each) => [each.documentId, each]))
  const changes = alertChanges(dossier, knownAt, { since: always, now, revised })
  const [first, second] = reportsInOrder()
  return [
    ...(first ? [{ ...told('first', first, 'first'), isNewStory: true }] : []),
    ...(second ? [{ ...told('second', second, 'second'), isNewStory: false }] : []),
    ...dossier.reports.flatMap(originOf),
    ...dossier.figures.flatMap(figureOf),
    ...changes.filter(({ kind }) => kind === 'commitment').map((change) => told('promise', change, change.key)),
    ...headlines(),
  ].filter(({ at }) => at !== '' && at <= now)

  /** By arrival. One that was old when it arrived holds its place, but causes no alert. */
  function reportsInOrder(): readonly (AlertChange | undefined)[] {
    const reports = changes.filter(({ kind }) => kind === 'report')
    const places = dossier.reports.flatMap(({ documentIds }) => {
      const ids = documentIds.flatMap((id) => members.get(id)?.articleId ?? [])
      const change = reports.find(({ articleIds }) => articleIds.some((id) => ids.includes(id)))
      const [came] = documentIds.map(cameAt).filter(Boolean).sort()
      return came === undefined ? [] : [{ at: change?.at ?? came, change, key: change?.key ?? '' }]
    })
    return places
      .sort((a, b) => Date.parse(a.at) - Date.parse(b.at) || (a.key < b.key ? -1 : 1))
      .map(({ change }) => change)
  }

  function told(occasion: WatchOccasion, change: AlertChange, token: string): WatchEvent {
    const { ownSources: _, articleIds: __, ...rest } = change
    return { ...rest, occasion, token, knownFrom: change.at }
  }

  /** Articles name the agency or outlet that their report is from. A credit that a single outlet prints is no proof of it. */
  function originOf({ how, claimedBy, originName, documentIds }: Report): readonly WatchEvent[] {
    const times = documentIds
      .filter((id) => !wasOld(id))
      .map(cameAt)
      .filter((at) => at !== '')
      .sort()
    const [from] = times
    if (how !== 'credit' || claimedBy !== undefined || from === undefined) return []
    const articleId = documentIds.map((id) => members.get(id)?.articleId).find((id) => id !== undefined)
    const name = plain(originName)
    return [
      {
        ...base('origin', `origin:${articleId}:${name}`, times.at(-1) ?? from, originName),
        token: `origin:${name}`,
        knownFrom: from,
      },
    ]
  }

  /** The number given last, if it is not the first one. */
  function figureOf({ unit, readings }: Figure): readonly WatchEvent[] {
    const [to, from] = [readings.at(-1), readings.at(-2)]
    if (!to || !from || numbersOf(to) === numbersOf(from)) return []
    const { citation } = to
    if (wasOld(citation.documentId)) return []
    const at = citedAt(citation)
    const token = `figure:${plain(unit)}:${numbersOf(to)}`
    const member = members.get(citation.documentId)
    const event = base('figure', `${token}:${member?.articleId}`, at, member?.sourceName ?? '')
    return [{ ...event, token, knownFrom: at, citation }]
  }

  /** Outlets that gave their own report another headline. Copies that follow theirs are not told. */
  function headlines(): readonly WatchEvent[] {
    return whatChanged(dossier, { since: always, now, revised }).flatMap((change): readonly WatchEvent[] => {
      if (change.kind !== 'revision' || change.previousTitle === undefined) return []
      const article = revised.find(({ revisions }) =>
        revisions.some(({ document }) => document.id === change.documentId),
      )
      const title = article?.revisions.find(({ document }) => document.id === change.documentId)?.document.title ?? ''
      const member = article && members.get(article.documentId)
      if (!member || member.role === 'copy' || plain(title) === plain(change.previousTitle)) return []
      const token = `headline:${plain(title)}`
      const event = base('headline', `${token}:${member.articleId}`, change.at, member.sourceName)
      return [{ ...event, token, knownFrom: change.at, words: title }]
    })
  }

  function base(kind: 'origin' | 'figure' | 'headline', key: string, at: string, sourceName: string) {
    return { kind, occasion: kind, key, at, isNewStory: false, sourceName }
  }

  function cameAt(id: DocumentId): string {
    const member = members.get(id)
    return member ? (knownAt.get(member.articleId) ?? member.publishedAt) : ''
  }

  function wasOld(id: DocumentId): boolean {
    const member = members.get(id)
    return member !== undefined && Date.parse(cameAt(id)) - Date.parse(member.publishedAt) > OLD_MS
  }

  /** Words of an edit are as old as the edit; words that we only read better now are as old as their article. */
  function citedAt({ documentId, exact }: Citation): string {
    const revisions = edited.get(documentId)?.revisions ?? []
    const index = revisions.findIndex(({ document }) => document.text.includes(exact))
    const revision = index > 0 ? revisions[index] : undefined
    return revision && revision.cause === undefined ? revision.at : cameAt(documentId)
  }
}

function numbersOf({ value, low, high }: Figure['readings'][number]): string {
  return Object.values(defined({ low, value, high })).join('-')
}
