import type { Alert, AlertCause } from '../../core/alert.ts'
import type { Citation } from '../../core/citation.ts'
import type { FollowKind } from '../../core/marks.ts'
import { sectionOfTopic } from '../article-topics.ts'
import type { AlertChange } from './alert-changes.ts'

/** A reader who asked for alerts on something, and since when: ISO 8601. Earlier changes cause no alert. */
export type Follower = AlertCause & { readonly kind: FollowKind; readonly readerId: string; readonly since: string }

/** A story, as far as alerts need it. */
export type AlertStory = {
  readonly id: string
  readonly title: string
  readonly language: string
  readonly path: string
  readonly entityIds: readonly string[]
  readonly section?: string
}

/** What must not alert a reader, and which alerts were already sent. */
type AlertFilter = {
  readonly isMuted: (readerId: string) => boolean
  readonly sentKeys: (readerId: string) => ReadonlySet<string>
}

export type RaisedAlert = Alert & { readonly readerId: string; readonly knownAt: string }

/** The reason given is the most specific follow: story before search before name before outlet. */
const nearness: readonly FollowKind[] = ['story', 'search', 'entity', 'source', 'topic']

/**
 * The alerts caused by changes of a story: one per reader and change, however many follows match. Muted changes and alerts already sent are
 * left out.
 */
export function alertsOf(
  story: AlertStory,
  changes: readonly AlertChange[],
  followers: readonly Follower[],
  filter: AlertFilter,
): readonly RaisedAlert[] {
  const byReader = Map.groupBy(followers, ({ readerId }) => readerId)
  return [...byReader].flatMap(([readerId, follows]) => {
    if (filter.isMuted(readerId)) return []
    const sent = filter.sentKeys(readerId)
    return changes.flatMap((change) => {
      const cause = sent.has(change.key) ? undefined : causeOf(change, follows, story)
      return cause ? [raised(readerId, change, cause, story)] : []
    })
  })
}

function causeOf(change: AlertChange, follows: readonly Follower[], story: AlertStory): Follower | undefined {
  return follows
    .filter((follow) => Date.parse(follow.since) < Date.parse(change.at) && matches(follow, change, story))
    .toSorted((a, b) => nearness.indexOf(a.kind) - nearness.indexOf(b.kind) || (a.target < b.target ? -1 : 1))[0]
}

/** A followed story reports all its changes, an outlet its own reports, anything else each new story. */
function matches({ kind, target }: Follower, change: AlertChange, story: AlertStory): boolean {
  switch (kind) {
    case 'story':
      return true
    case 'search':
      return change.kind === 'report'
    case 'source':
      return change.ownSources.some((source) => source === target)
    case 'entity':
      return change.isNewStory && story.entityIds.includes(target)
    case 'topic':
      return change.isNewStory && story.section !== undefined && topicsOf(story.section, [target]).length > 0
  }
}

/** The followed topics that a section matches, by its name or by the code of a topic. */
function topicsOf(section: string, topics: readonly string[]): readonly string[] {
  const name = section.toLowerCase()
  return topics.filter((topic) => name === topic.toLowerCase() || name === sectionOfTopic(topic)?.toLowerCase())
}

function raised(readerId: string, change: AlertChange, cause: Follower, story: AlertStory): RaisedAlert {
  const { key, kind, isNewStory, sourceName, citation, at } = change
  return {
    readerId,
    knownAt: at,
    key,
    kind,
    cause: { kind: cause.kind, target: cause.target, label: cause.label },
    isNewStory,
    title: story.title,
    language: story.language,
    sourceName,
    path: story.path,
    ...(citation && {
      words: citation.exact,
      citationPath: citationPathOf(citation),
    }),
  }
}

export function citationPathOf({ documentId, span }: Citation): string {
  return `/citations/${encodeURIComponent(documentId)}/${span.start}-${span.end}`
}
