import { fileURLToPath } from 'node:url'
import type { Citation } from '../../../src/core/citation.ts'
import { asId } from '../../../src/core/ids.ts'
import { lineOf } from '../../../src/core/story-outline.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import type { StoryInput } from '../../../src/story/story-text.ts'
import { briefStory } from '../../../src/story/summaries/brief-story.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalResult } from '../result.ts'

type Dossier = ReturnType<typeof buildDossier>

/** An entry of a story page, by its place alone: no text. `part` is `held` if no rule was written from its errors. */
type Judged = {
  readonly part: 'tuned' | 'held'
  readonly story: string
  readonly entry: string
  readonly verdict: 'right' | 'wrong'
  /** What is wrong with it; `unnamed` is right, but names nobody. */
  readonly kind?: string
}

/** The entries of a timeline: sentence, date, and whether it is shown as planned. */
export function timelineEntries({ timeline }: Dossier): string[] {
  return timeline.map(
    ({ citations: [{ documentId, span }], date, isPlanned }) =>
      `${documentId}:${span.start} ${date}${isPlanned ? ' planned' : ''}`,
  )
}

/** Commitments: sentence, promiser, and which terms are shown. */
export function commitmentEntries({ commitments }: Dossier): string[] {
  return commitments.map(
    ({ by, due, condition, statement: { citations } }) =>
      `${citations[0].documentId}:${citations[0].span.start} ${by}${due ? ' +due' : ''}${condition ? ' +condition' : ''}`,
  )
}

/** Quotations: place, and whom the page names for it. */
export function quotationEntries({ ledger, unattributed }: Dossier): string[] {
  const said = [...ledger, { speaker: { name: '-' }, utterances: unattributed }]
  const entries = said.flatMap(({ speaker, utterances }) =>
    utterances.flatMap(({ wordings }) =>
      wordings.map(({ citation: { documentId, span } }) => `${documentId}:${span.start} ${speaker.name}`),
    ),
  )
  return [...new Set(entries)]
}

/** What leads a story: its headline, the first sentence of its brief, and the sentence under the headline on lists. */
export function leadEntries(dossier: Dossier): string[] {
  const { documentId } = dossier.headline
  const place = (citation: Citation) => `${citation.documentId}:${citation.span.start}`
  const [first] = briefStory(dossier, always).points
  const { line } = lineOf(dossier)
  return [
    `headline ${documentId}`,
    ...(first ? [`first ${place(first.citation)}`] : []),
    ...(line ? [`line ${documentId} ${place(line.citation)}`] : []),
  ]
}

const always = { from: '1970-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }

/**
 * The share of judged entries that are right, on real stories. An entry that is no longer shown counts as withdrawn; one that is not in
 * the table is unjudged, and is printed. `kinds`: the first words of entries that are scored apart; all together if there are none.
 * `errors`: the kinds of verdicts whose shares are shown; `read` makes the members of a story.
 */
export function scoreJudged(
  name: string,
  file: string,
  entriesOf: (dossier: Dossier) => readonly string[],
  kinds: readonly string[] = [],
  errors: readonly string[] = [],
  read: (articles: readonly ArticleRecord[]) => readonly StoryInput[] = membersOf,
): EvalResult[] {
  const set = findSet('clustering/allsides-train.jsonl.zst')
  if (!set) return []
  const table = readRecords<Judged>(fileURLToPath(new URL(file, import.meta.url)))
  const wanted = new Set(table.map(({ story }) => story))
  const stories = storiesOf(readRecords<ArticleRecord>(set)).filter(([first]) => first && wanted.has(first.story))
  const shown = new Map(
    stories.map((articles) => [
      articles[0]?.story ?? '',
      entriesOf(buildDossier({ storyId: asId('story'), members: read(articles) })),
    ]),
  )
  return (kinds.length === 0 ? [undefined] : kinds).flatMap((kind) =>
    (['held', 'tuned'] as const).map((part) => scorePart(name, table, shown, part, kind, errors)),
  )
}

function scorePart(
  name: string,
  table: readonly Judged[],
  shown: ReadonlyMap<string, readonly string[]>,
  part: Judged['part'],
  kind: string | undefined,
  errors: readonly string[],
): EvalResult {
  const isMeant = (entry: string) => kind === undefined || entry.startsWith(`${kind} `)
  const judged = table.filter((each) => each.part === part && isMeant(each.entry))
  const verdicts = new Map(judged.map(({ story, entry, verdict }) => [`${story} ${entry}`, verdict]))
  const now = [...new Set(judged.map(({ story }) => story))].flatMap((story) =>
    (shown.get(story) ?? []).filter(isMeant).map((entry) => `${story} ${entry}`),
  )
  const known = now.filter((entry) => verdicts.has(entry))
  const right = known.filter((entry) => verdicts.get(entry) === 'right').length
  const kindOf = new Map(judged.map((each) => [`${each.story} ${each.entry}`, each.kind]))
  const shareOf = (error: string) =>
    known.filter((entry) => kindOf.get(entry) === error).length / Math.max(1, known.length)
  const rightInTable = [...verdicts.values()].filter((verdict) => verdict === 'right').length
  return {
    name,
    set: `editor-${part}${kind === undefined ? '' : `-${kind}`}`,
    records: now.length,
    figures: {
      right: right / Math.max(1, known.length),
      rightKept: right / Math.max(1, rightInTable),
      judged: known.length / Math.max(1, now.length),
      ...Object.fromEntries(errors.map((error) => [error, shareOf(error)])),
    },
    notes: [
      'judged by one reader (a language model); see lab/eval/editor/README.md',
      ...(part === 'tuned' ? ['in-sample: rules were written from these errors'] : []),
      ...now.filter((entry) => !verdicts.has(entry)).map((entry) => `unjudged: ${entry}`),
    ],
    isOwnSet: false,
  }
}
