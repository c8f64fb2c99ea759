import type { Citation } from '../core/citation.ts'
import { type CommitmentState, lastDayOf, stateOf } from '../core/commitment-state.ts'
import type { Document } from '../core/document.ts'
import type { DocumentId } from '../core/ids.ts'
import type { RevisionCause } from '../core/revision-cause.ts'
import type { Commitment, Dossier, Figure, Member } from '../core/story.ts'

/** One thing that is new in a story. Every kind names the words it comes from, or the article whose title it is. */
export type StoryChange = { readonly at: string } & (
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
      /** The sentence that tells of it; for a day past, the promise. */
      readonly citation: Citation
      readonly due?: Citation
    }
  | { readonly kind: 'difference'; readonly a: Citation; readonly b: Citation; readonly signal?: Citation }
)
type FigureReading = Figure['readings'][number]

/** An article that was edited: its revisions, the first first, and when each was kept. */
export type Revised = {
  readonly documentId: DocumentId
  readonly revisions: readonly {
    readonly at: string
    readonly document: Pick<Document, 'id' | 'text' | 'title'>
    /** Absent: the outlet changed it. What we hold or read otherwise than before is no edit. */
    readonly cause?: Exclude<RevisionCause, 'outlet'>
  }[]
  /** What each revision but the first took out of the one before and put in. */
  readonly edits: readonly { readonly removed: readonly Citation[]; readonly added: readonly Citation[] }[]
}

/**
 * What is new in a story after `since` and until `now` (ISO 8601), newest first. No snapshot is kept: a thing is as old as the
 * first article that carries it, and what an edit put in is as old as that edit. A figure changed when a later article gives
 * another number; a commitment when a later article says so or its day went by.
 */
export function whatChanged(
  dossier: Dossier,
  { since, now, revised = [] }: { readonly since: string; readonly now: string; readonly revised?: readonly Revised[] },
): readonly StoryChange[] {
  const clock = clockOf(dossier, revised)
  const from = Date.parse(since)
  const until = Date.parse(now)
  const isNew = (at: string) => Date.parse(at) > from && Date.parse(at) <= until
  return [
    ...articlesOf(dossier),
    ...headlineOf(dossier, from),
    ...revised.flatMap(revisionsOf),
    ...pointsOf(dossier, clock),
    ...quotesOf(dossier, clock),
    ...dossier.figures.flatMap(figureSteps),
    ...dossier.commitments.flatMap((commitment) => commitmentSteps(commitment, clock, now)),
    ...differencesOf(dossier, clock),
    ...(dossier.amendments ?? []).map(
      ({ citation }) => ({ kind: 'amendment', at: clock(citation), citation }) as const,
    ),
  ]
    .filter(({ at }) => isNew(at))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
}

type Clock = (...citations: readonly Citation[]) => string

/** When words were first carried: by the earliest of their articles; words of an edit, when it was made. */
function clockOf(dossier: Dossier, revised: readonly Revised[]): Clock {
  const published = new Map(dossier.members.map(({ documentId, publishedAt }) => [documentId, publishedAt]))
  const edited = new Map(revised.map((each) => [each.documentId, each.revisions]))
  const timeOf = ({ documentId, exact }: Citation): string => {
    const publishedAt = published.get(documentId) ?? ''
    const revisions = edited.get(documentId) ?? []
    const first = revisions.findIndex(({ document }) => document.text.includes(exact))
    const revision = first > 0 ? revisions[first] : undefined
    return revision && revision.cause === undefined ? revision.at : publishedAt
  }
  return (...citations) => earliest(citations.map(timeOf))
}

function earliest(times: readonly string[]): string {
  return times.toSorted((a, b) => Date.parse(a) - Date.parse(b))[0] ?? ''
}

/** Members as they came; the first of its group that came is the report, the others are copies of it. */
function articlesOf({ members, reports }: Dossier): StoryChange[] {
  const timeOf = new Map(members.map(({ documentId, publishedAt }) => [documentId, publishedAt]))
  const firsts = new Set(
    reports.map(({ documentIds }) => documentIds.toSorted((a, b) => compare(timeOf.get(a), timeOf.get(b)))[0]),
  )
  return members.map(({ documentId, publishedAt }: Member) => {
    return { kind: 'article', at: publishedAt, documentId, isReport: firsts.has(documentId) }
  })
}

function compare(a = '', b = ''): number {
  return Date.parse(a) - Date.parse(b)
}

/** The headline is another one when the article it is taken from came after others were there. */
function headlineOf({ headline, members }: Dossier, from: number): StoryChange[] {
  const member = members.find(({ documentId }) => documentId === headline.documentId)
  const hadOthers = members.some(({ publishedAt }) => Date.parse(publishedAt) <= from)
  return member && hadOthers ? [{ kind: 'headline', at: member.publishedAt, documentId: headline.documentId }] : []
}

function revisionsOf({ revisions, edits }: Revised): StoryChange[] {
  return revisions.slice(1).flatMap(({ at, document, cause }, index): StoryChange[] => {
    const previous = revisions[index]?.document
    const { removed = [], added = [] } = edits[index] ?? {}
    const isOtherTitle = previous !== undefined && previous.title !== document.title
    if (cause !== undefined || (removed.length + added.length === 0 && !isOtherTitle)) return []
    return [
      {
        kind: 'revision',
        at,
        documentId: document.id,
        previousId: previous?.id ?? document.id,
        ...(isOtherTitle ? { previousTitle: previous.title } : {}),
        removed,
        added,
      },
    ]
  })
}

function pointsOf({ brief }: Dossier, clock: Clock): StoryChange[] {
  return brief.map(({ citations }) => ({ kind: 'point', at: clock(...citations), citation: citations[0] }))
}

function quotesOf({ ledger, unattributed }: Dossier, clock: Clock): StoryChange[] {
  const of = (wordings: (typeof unattributed)[number]['wordings'], speaker?: string): StoryChange => {
    const citations = wordings.map(({ citation }) => citation)
    const by = speaker === undefined ? {} : { speaker }
    return { kind: 'quote', at: clock(...citations), citation: wordings[0].citation, ...by }
  }
  return [
    ...ledger.flatMap(({ speaker, utterances }) => utterances.map(({ wordings }) => of(wordings, speaker.name))),
    ...unattributed.map(({ wordings }) => of(wordings)),
  ]
}

function figureSteps({ unit, readings }: Figure): StoryChange[] {
  return readings.slice(1).flatMap((to, index) => {
    const from = readings[index]
    return from ? [{ kind: 'figure' as const, at: to.at, unit, from, to }] : []
  })
}

function commitmentSteps(commitment: Commitment, clock: Clock, now: string): StoryChange[] {
  const { by, statement, changes = [], due, dueDate } = commitment
  const citation = statement.citations[0]
  const steps: StoryChange[] = [{ kind: 'commitment', at: clock(...statement.citations), by, citation }]
  for (const change of changes) {
    const terms = change.due ? { due: change.due } : {}
    const at = clock(change.citation) || change.at
    steps.push({ kind: 'commitment-state', at, by, state: change.kind, citation: change.citation, ...terms })
  }
  if (stateOf(commitment, now) !== 'due-passed') return steps
  const moved = changes.at(-1)
  const day = lastDayOf(moved?.dueDate ?? dueDate ?? '')
  const terms = moved?.due ?? due
  // The day is past when the next one begins.
  const at = day === undefined ? undefined : new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString()
  if (at !== undefined)
    steps.push({ kind: 'commitment-state', at, by, state: 'due-passed', citation, ...(terms ? { due: terms } : {}) })
  return steps
}

/** Two accounts differ from when both are there, and the sentence that says so. */
function differencesOf({ differences }: Dossier, clock: Clock): StoryChange[] {
  return differences.map(({ a, b, signal }) => {
    const citations = [a.citation, b.citation, ...(signal ? [signal] : [])]
    const at =
      citations
        .map((each) => clock(each))
        .toSorted(compare)
        .at(-1) ?? ''
    return { kind: 'difference', at, a: a.citation, b: b.citation, ...(signal ? { signal } : {}) }
  })
}
