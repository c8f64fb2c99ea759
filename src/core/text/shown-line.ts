import type { Citation } from '../citation.ts'
import { defined } from '../defined.ts'
import type { DocumentId } from '../ids.ts'
import type { Dossier, Utterance } from '../story.ts'

/** The parts of a story's page that show words of articles, in page order. */
export const shownParts = [
  'headline',
  'brief',
  'differ',
  'said',
  'commitments',
  'figures',
  'timeline',
  'reports',
  'points',
  'words',
  'amendments',
] as const
export type ShownPart = (typeof shownParts)[number]

/** Words that a story's page shows, and where they come from. */
export type ShownLine = {
  readonly part: ShownPart
  /** A whole title, a chosen sentence or passage, or somebody's words. */
  readonly how: 'title' | 'chosen' | 'quoted'
  readonly text: string
  /** For a title: its document. */
  readonly titleOf?: DocumentId
  /** Where the words are, then everything else the page cites with them; empty for a title. */
  readonly citations: readonly Citation[]
  readonly speaker?: string
}

/** Everything a story's page shows from its articles, in page order. */
export function shownLines(dossier: Dossier): readonly ShownLine[] {
  const { headline, lead, brief, differences, ledger, unattributed, commitments, figures, timeline } = dossier
  const { shared = [], retellings = [], coverage, wordChoices = [], amendments = [] } = dossier
  return [
    { part: 'headline', how: 'title', text: headline.title, titleOf: headline.documentId, citations: [] },
    // Under the headline; often also a point of the brief.
    ...(lead && !brief.some(({ text }) => text === lead.text) ? [chosen('brief', lead.text, lead.citations)] : []),
    ...brief.map(({ text, citations }) => chosen('brief', text, citations)),
    ...differences.flatMap(({ a, b, signal }) => [
      ...[a, b].map(({ speaker, citation }) => chosen('differ', citation.exact, [citation], speaker)),
      ...(signal ? [chosen('differ', signal.exact, [signal])] : []),
    ]),
    ...ledger.flatMap(({ speaker, role, otherRole, utterances }) =>
      utterances.flatMap((utterance, index) => quoted(utterance, speaker.name, index === 0 ? [role, otherRole] : [])),
    ),
    ...unattributed.flatMap((utterance) => quoted(utterance)),
    ...commitments.flatMap(({ statement, condition, due, changes = [] }) => [
      chosen('commitments', statement.text, present(...statement.citations, condition, due)),
      ...changes.map((change) => chosen('commitments', change.citation.exact, present(change.citation, change.due))),
    ]),
    ...figures.flatMap(({ readings }) => readings.map(({ citation }) => chosen('figures', citation.exact, [citation]))),
    ...timeline.flatMap(({ text, citations, expression, movedFrom, movedTo }) => [
      chosen('timeline', text, present(...citations, expression, movedFrom?.expression)),
      ...(movedTo ? [chosen('timeline', movedTo.citation.exact, [movedTo.citation])] : []),
    ]),
    ...[...shared.flatMap(({ passages }) => passages), ...retellings.flatMap(({ pairs }) => pairs)].map(
      ({ here, there }) => chosen('reports', here.exact, [here, there]),
    ),
    ...(coverage?.points ?? []).map(({ text, citations, cells, speaker }) => {
      const carried = cells.flatMap((cell) => (cell.kind === 'carries' ? [cell.citation] : []))
      return chosen('points', text, [...citations, ...carried], speaker)
    }),
    ...wordChoices.flatMap(({ words }) => words.flatMap(({ uses }) => uses.flatMap(usedWords))),
    ...amendments.map(({ citation }) => chosen('amendments', citation.exact, [citation])),
  ]
}

function chosen(part: ShownPart, text: string, citations: readonly Citation[], speaker?: string): ShownLine {
  return { part, how: 'chosen', text, citations: distinct(citations), ...defined({ speaker: speaker || undefined }) }
}

/** Every wording of an utterance, with its cue and everything else the page shows about it. */
function quoted(
  { wordings, fuller }: Utterance,
  speaker?: string,
  roles: readonly (Citation | undefined)[] = [],
): readonly ShownLine[] {
  return wordings.map(({ citation, cue, addressee, place, channel, when, translated }, index) => ({
    part: 'said',
    how: 'quoted',
    text: citation.exact,
    citations: distinct(
      present(citation, cue, addressee, place, channel, when, translated, ...(index === 0 ? [fuller, ...roles] : [])),
    ),
    ...defined({ speaker: speaker || undefined }),
  }))
}

function usedWords({
  title,
  citation,
  documentId,
}: {
  readonly title?: string
  readonly citation?: Citation
  readonly documentId: DocumentId
}): readonly ShownLine[] {
  if (title !== undefined) return [{ part: 'words', how: 'title', text: title, titleOf: documentId, citations: [] }]
  return citation ? [chosen('words', citation.exact, [citation])] : []
}

function present(...citations: readonly (Citation | undefined)[]): readonly Citation[] {
  return citations.flatMap((citation) => citation ?? [])
}

/** Each place once, in the order given. */
function distinct(citations: readonly Citation[]): readonly Citation[] {
  const seen = new Set<string>()
  return citations.filter(({ documentId, span }) => {
    const key = `${documentId} ${span.start} ${span.end}`
    return seen.size < seen.add(key).size
  })
}
