import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import type { ArticleId, DocumentId } from '../../core/ids.ts'
import { type CommitmentState, lastDayOf, stateOf } from '../../core/reading/commitment-state.ts'
import type { RevisionCause } from '../../core/reading/revision-cause.ts'
import type { Commitment, Dossier, Figure, Member } from '../../core/story.ts'

/** One thing that is new in a story. Every kind cites the words it comes from, or the article whose title it is. */
export type StoryChange = {
  readonly at: string
  /** When this server received it, if that was after the requested time and its own time was not: ISO 8601. */
  readonly cameAt?: string
} & (
  | { readonly kind: 'article'; readonly documentId: DocumentId; readonly isReport: boolean }
  | { readonly kind: 'headline'; readonly documentId: DocumentId }
  | {
      readonly kind: 'revision'
      readonly documentId: DocumentId
      readonly previousId: DocumentId
      readonly previousTitle?: string
      readonly removed: readonly Citation[]
      readonly added: readonly Citation[]
    }
  | { readonly kind: 'point'; readonly citation: Citation }
  | { readonly kind: 'amendment'; readonly citation: Citation }
  | { readonly kind: 'quote'; readonly citation: Citation; readonly speaker?: string }
  | { readonly kind: 'figure'; readonly unit: string; readonly from: FigureReading; readonly to: FigureReading }
  | { readonly kind: 'commitment'; readonly by: string; readonly citation: Citation }
  | {
      readonly kind: 'commitment-state'
      readonly by: string
      readonly state: CommitmentState
      /** The sentence that says so; for a day past, the promise. */
      readonly citation: Citation
      readonly due?: Citation
    }
  | { readonly kind: 'difference'; readonly a: Citation; readonly b: Citation; readonly signal?: Citation }
)
type FigureReading = Figure['readings'][number]

/** An edited article: its revisions, oldest first, and when each was saved. */
export type RevisedArticle = {
  readonly documentId: DocumentId
  readonly revisions: readonly {
    readonly at: string
    readonly document: Pick<Document, 'id' | 'text' | 'title'>
    /** Absent: the outlet changed it. Changes in how we fetch or read the article are not edits. */
    readonly cause?: Exclude<RevisionCause, 'outlet'>
  }[]
  /** What each revision removed from the one before, and what it added. */
  readonly edits: readonly { readonly removed: readonly Citation[]; readonly added: readonly Citation[] }[]
}

type Timed = StoryChange & ChangeTimes

/**
 * What is new in a story after `since` and until `now` (ISO 8601), newest first. Computed without snapshots: a thing is as old as the first
 * article that has it, and added text as old as the edit. A figure changed when a later article gives another number; a commitment when a
 * later article says so or its day passed. If `cameAt` says when an article was received, that counts instead of its publication, so that
 * an article fetched late is new to somebody who looked in between.
 */
export function whatChanged(
  dossier: Dossier,
  {
    since,
    now,
    revised = [],
    cameAt = new Map(),
  }: {
    readonly since: string
    readonly now: string
    readonly revised?: readonly RevisedArticle[]
    readonly cameAt?: ArrivalTimes
  },
): readonly StoryChange[] {
  const members = timesOfMembers(dossier.members, cameAt)
  const clock = clockOf(members, revised)
  const from = Date.parse(since)
  const until = Date.parse(now)
  return [
    ...articlesOf(dossier, members),
    ...headlineOf(dossier, members, from),
    ...revised.flatMap(revisionsOf),
    ...pointsOf(dossier, clock),
    ...quotesOf(dossier, clock),
    ...dossier.figures.flatMap((figure) => figureSteps(figure, clock)),
    ...dossier.commitments.flatMap((commitment) => commitmentSteps(commitment, clock, now)),
    ...differencesOf(dossier, clock),
    ...(dossier.amendments ?? []).map(({ citation }): Timed => ({ kind: 'amendment', ...clock(citation), citation })),
  ]
    .filter((change) => Date.parse(change.cameAt) > from && Date.parse(change.cameAt) <= until)
    .map(
      ({ cameAt: came, ...change }): StoryChange =>
        Date.parse(change.at) > from ? change : { ...change, cameAt: came },
    )
    .sort((a, b) => compareTimes(b.cameAt ?? b.at, a.cameAt ?? a.at))
}

/** Members in order of arrival; the first of its group is the report, the others are copies. */
function articlesOf({ members, reports }: Dossier, times: TimesOfMembers): Timed[] {
  const cameAt = (id: DocumentId) => times.get(id)?.cameAt
  const firsts = new Set(
    reports.map(({ documentIds }) => documentIds.toSorted((a, b) => compareTimes(cameAt(a), cameAt(b)))[0]),
  )
  return members.map(({ documentId }) => {
    return { kind: 'article', ...(times.get(documentId) as ChangeTimes), documentId, isReport: firsts.has(documentId) }
  })
}

/** The headline is new if its article arrived after others. */
function headlineOf({ headline: { documentId } }: Dossier, times: TimesOfMembers, from: number): Timed[] {
  const own = times.get(documentId)
  const hadOthers = [...times.values()].some(({ cameAt }) => Date.parse(cameAt) <= from)
  return own && hadOthers ? [{ kind: 'headline', ...own, documentId }] : []
}

function revisionsOf({ revisions, edits }: RevisedArticle): Timed[] {
  return revisions.slice(1).flatMap(({ at, document, cause }, index): Timed[] => {
    const previous = revisions[index]?.document
    const { removed = [], added = [] } = edits[index] ?? {}
    const isOtherTitle = previous !== undefined && previous.title !== document.title
    if (cause !== undefined || (removed.length + added.length === 0 && !isOtherTitle)) return []
    return [
      {
        kind: 'revision',
        ...sameTimes(at),
        documentId: document.id,
        previousId: previous?.id ?? document.id,
        ...defined({ previousTitle: isOtherTitle ? previous.title : undefined }),
        removed,
        added,
      },
    ]
  })
}

function pointsOf({ brief }: Dossier, clock: ClockOfCitations): Timed[] {
  return brief.map(({ citations }) => ({ kind: 'point', ...clock(...citations), citation: citations[0] }))
}

function quotesOf({ ledger, unattributed }: Dossier, clock: ClockOfCitations): Timed[] {
  const of = (wordings: (typeof unattributed)[number]['wordings'], speaker?: string): Timed => {
    const citations = wordings.map(({ citation }) => citation)
    const by = speaker === undefined ? {} : { speaker }
    return { kind: 'quote', ...clock(...citations), citation: wordings[0].citation, ...by }
  }
  return [
    ...ledger.flatMap(({ speaker, utterances }) => utterances.map(({ wordings }) => of(wordings, speaker.name))),
    ...unattributed.map(({ wordings }) => of(wordings)),
  ]
}

function figureSteps({ unit, readings }: Figure, clock: ClockOfCitations): Timed[] {
  return readings.slice(1).flatMap((to, index): Timed[] => {
    const from = readings[index]
    const { at } = to
    const carried = clock(to.citation)
    // A figure has its own time, which applies if nothing else is known of its article.
    const cameAt = carried.cameAt === carried.at ? at : carried.cameAt
    return from ? [{ kind: 'figure', at, cameAt, unit, from, to }] : []
  })
}

function commitmentSteps(commitment: Commitment, clock: ClockOfCitations, now: string): Timed[] {
  const { by, statement, changes = [], due, dueDate } = commitment
  const citation = statement.citations[0]
  const steps: Timed[] = [{ kind: 'commitment', ...clock(...statement.citations), by, citation }]
  for (const change of changes) {
    const terms = change.due ? { due: change.due } : {}
    const carried = clock(change.citation)
    const times = carried.at === '' ? sameTimes(change.at) : carried
    steps.push({ kind: 'commitment-state', ...times, by, state: change.kind, citation: change.citation, ...terms })
  }
  if (stateOf(commitment, now) !== 'due-passed') return steps
  const moved = changes.at(-1)
  const day = lastDayOf(moved?.dueDate ?? dueDate ?? '')
  const terms = moved?.due ?? due
  // The day is past when the next one begins.
  const at = day === undefined ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()
  if (at !== undefined)
    steps.push({
      kind: 'commitment-state',
      ...sameTimes(at),
      by,
      state: 'due-passed',
      citation,
      ...defined({ due: terms }),
    })
  return steps
}

/** A difference begins when both accounts and the sentence that says so are present. */
function differencesOf({ differences }: Dossier, clock: ClockOfCitations): Timed[] {
  return differences.map(({ a, b, signal }) => {
    const times = latest([a.citation, b.citation, ...(signal ? [signal] : [])].map((each) => clock(each)))
    return { kind: 'difference', ...times, a: a.citation, b: b.citation, ...defined({ signal }) }
  })
}

/** When this server received each article: ISO 8601. */
type ArrivalTimes = ReadonlyMap<ArticleId, string>

/** When something was published, and when this server received it. */
type ChangeTimes = { readonly at: string; readonly cameAt: string }

type TimesOfMembers = ReadonlyMap<DocumentId, ChangeTimes>

/** When cited words were first published, and first received. */
type ClockOfCitations = (...citations: readonly Citation[]) => ChangeTimes

type Edited = {
  readonly documentId: DocumentId
  readonly revisions: readonly {
    readonly at: string
    readonly document: { readonly text: string }
    /** Absent: the outlet changed it. */
    readonly cause?: string
  }[]
}

/** An article without a time of arrival counts as received when published. */
function timesOfMembers(members: readonly Member[], cameAt: ArrivalTimes): TimesOfMembers {
  return new Map(
    members.map(({ documentId, articleId, publishedAt }) => {
      return [documentId, { at: publishedAt, cameAt: cameAt.get(articleId) ?? publishedAt }]
    }),
  )
}

/**
 * Words are as old as the earliest of their articles, and words of an edit as old as the edit. Both times are empty for words in no
 * article.
 */
function clockOf(members: TimesOfMembers, edited: readonly Edited[]): ClockOfCitations {
  const revisionsOf = new Map(edited.map((each) => [each.documentId, each.revisions]))
  const timesOf = ({ documentId, exact }: Citation): ChangeTimes => {
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

/** For what was received as soon as published. */
function sameTimes(at: string): ChangeTimes {
  return { at, cameAt: at }
}

/** When the last of them was present. */
function latest(times: readonly ChangeTimes[]): ChangeTimes {
  return { at: inOrder(times, 'at').at(-1) ?? '', cameAt: inOrder(times, 'cameAt').at(-1) ?? '' }
}

function inOrder(times: readonly ChangeTimes[], which: keyof ChangeTimes): readonly string[] {
  return times.map((each) => each[which]).toSorted(compareTimes)
}

function compareTimes(a = '', b = ''): number {
  return Date.parse(a) - Date.parse(b)
}
