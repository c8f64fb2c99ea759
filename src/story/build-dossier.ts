import type { DocumentId, StoryId } from '../core/ids.ts'
import type { Dossier, NamedEntity, Report } from '../core/story.ts'
import { buildTimeline } from './build-timeline.ts'
import { chooseHeadline, languageOf } from './choose-headline.ts'
import { countReports } from './count-reports.ts'
import { coverageMatrix } from './coverage-matrix.ts'
import { findCommitments } from './find-commitments.ts'
import { findDifferences } from './find-differences.ts'
import { findRetellings } from './find-retellings.ts'
import { inBrief } from './in-brief.ts'
import { wordChoices as findWordChoices } from './loaded-words.ts'
import { mergeEntities } from './merge-entities.ts'
import { nameSpeakers } from './name-speakers.ts'
import { outletNotes } from './outlet-notes.ts'
import { relationFacts } from './relation-facts.ts'
import { sharePassages } from './share-passages.ts'
import { shortSummary } from './short-summary.ts'
import { readMembers, type StoryInput } from './story-text.ts'
import { trackFigures } from './track-figures.ts'
import { whoSaidWhat } from './who-said-what.ts'

export type { StoryInput } from './story-text.ts'

/** What a dossier is made of. Members are in order of publication. */
export type DossierInput = {
  readonly storyId: StoryId
  readonly members: readonly StoryInput[]
  /** Documents whose title is not taken while there is another. */
  readonly doubtfulTitles?: ReadonlySet<DocumentId>
}

/**
 * Computes everything a story page shows from the story's documents and their layers. Every statement is a sentence or
 * passage taken word for word, with its citation; pass the result to `verify` before it is kept or shown. Throws on a
 * story without members.
 */
export function buildDossier(input: DossierInput): Dossier {
  const steps = dossierInSteps(input)
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value
}

/** The same a station at a time: of a large story each takes long, and whoever waits meanwhile can be served in between. */
export function* dossierInSteps({ storyId, members: inputs, doubtfulTitles }: DossierInput): Generator<void, Dossier> {
  if (inputs.length === 0) throw new Error(`Story ${storyId} has no members: build its dossier when it has one`)
  const texts = nameSpeakers(readMembers(inputs))
  yield
  const { members, reports } = countReports(texts)
  const entities = mergeEntities(texts)
  yield
  const language = languageOf(texts)
  const figures = trackFigures(texts)
  const wordChoices = findWordChoices(texts, members, language)
  const headline = chooseHeadline(texts, members, language, wordChoices, doubtfulTitles)
  yield
  const brief = inBrief(texts, members, { headline: headline.title, language, figures })
  yield
  const said = whoSaidWhat(texts, entities)
  yield
  const commitments = findCommitments(texts, entities)
  yield
  const coverage = coverageMatrix(texts, members, { headline: headline.title, brief, ledger: said.ledger, commitments })
  yield
  const shared = sharePassages(texts, members)
  const retellings = findRetellings(texts, members)
  yield
  const short = shortSummary(texts, members, { headline: headline.title, language, figures })
  yield
  const timeline = buildTimeline(texts, members)
  yield
  const differences = findDifferences(texts, members, entities)
  const relation = relationFacts(texts)
  return {
    storyId,
    headline,
    language,
    members,
    reports,
    shared,
    retellings,
    brief,
    short,
    ...said,
    timeline,
    differences,
    commitments,
    figures,
    amendments: outletNotes(texts),
    entities: withoutAgencies(entities.named, reports),
    relation,
    ...(coverage ? { coverage } : {}),
    wordChoices,
    droppedCount: 0,
  }
}

/** An agency credited with a text of the story is not what the story is about: it would link it to everything. */
function withoutAgencies(named: readonly NamedEntity[], reports: readonly Report[]): readonly NamedEntity[] {
  const agencies = new Set(reports.filter(({ how }) => how === 'credit').map(({ originName }) => originName))
  return named.filter(({ entity }) => !agencies.has(entity.name))
}
