import type { Citation } from '../../core/citation.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import type { Member } from '../../core/story.ts'

/** When articles came here: ISO 8601. */
export type CameAt = ReadonlyMap<ArticleId, string>

/** When something was told, and when that came here. */
export type Times = { readonly at: string; readonly cameAt: string }

export type TimesOfMembers = ReadonlyMap<DocumentId, Times>

/** When words were first carried, and when they first came here. */
export type Clock = (...citations: readonly Citation[]) => Times

type Edited = {
  readonly documentId: DocumentId
  readonly revisions: readonly {
    readonly at: string
    readonly document: { readonly text: string }
    /** Absent: the outlet changed it. */
    readonly cause?: string
  }[]
}

/** An article of which it is not told when it came did so when it was published. */
export function timesOfMembers(members: readonly Member[], cameAt: CameAt): TimesOfMembers {
  return new Map(
    members.map(({ documentId, articleId, publishedAt }) => {
      return [documentId, { at: publishedAt, cameAt: cameAt.get(articleId) ?? publishedAt }]
    }),
  )
}

/** Words are as old as the earliest of their articles; words of an edit as the edit. Both times are empty for what no article carries. */
export function clockOf(members: TimesOfMembers, edited: readonly Edited[]): Clock {
  const revisionsOf = new Map(edited.map((each) => [each.documentId, each.revisions]))
  const timesOf = ({ documentId, exact }: Citation): Times => {
    const revisions = revisionsOf.get(documentId) ?? []
    const first = revisions.findIndex(({ document }) => document.text.includes(exact))
    const revision = first > 0 ? revisions[first] : undefined
    if (revision && revision.cause === undefined) return sameTimes(revision.at)
    return members.get(documentId) ?? sameTimes('')
  }
  return (...citations) => {
    const times = citations.map(timesOf)
    return { at: inOrder(times, 'at')[0] ?? '', cameAt: inOrder(times, 'cameAt')[0] ?? '' }
  }
}

/** Of what was known here as soon as it was so. */
export function sameTimes(at: string): Times {
  return { at, cameAt: at }
}

/** When the last of them was there. */
export function latest(times: readonly Times[]): Times {
  return { at: inOrder(times, 'at').at(-1) ?? '', cameAt: inOrder(times, 'cameAt').at(-1) ?? '' }
}

function inOrder(times: readonly Times[], which: keyof Times): readonly string[] {
  return times.map((each) => each[which]).toSorted(compareTimes)
}

export function compareTimes(a = '', b = ''): number {
  return Date.parse(a) - Date.parse(b)
}
