import type { StoryId } from '../core/ids.ts'
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

/**
 * Computes everything a story page shows from the story's documents and their layers. Every statement is a sentence or
 * passage taken word for word, with its citation; pass the result to `verify` before it is kept or shown. Members are in order
 * of publication. `now` (ISO 8601) is the time of asking; the answer depends on nothing else outside the input. Throws on a
 * story without members.
 */
export function buildDossier(input: {
  readonly storyId: StoryId
  readonly members: readonly StoryInput[]
  readonly now: string
}): Dossier {
  if (input.members.length === 0)
    throw new Error(`Story ${input.storyId} has no members: build its dossier when it has one`)
  const texts = nameSpeakers(readMembers(input.members))
  const { members, reports } = countReports(texts)
  const entities = mergeEntities(texts)
  const language = languageOf(texts)
  const figures = trackFigures(texts)
  const wordChoices = findWordChoices(texts, members, language)
  const headline = chooseHeadline(texts, members, language, wordChoices)
  const brief = inBrief(texts, members, { headline: headline.title, language, figures })
  const said = whoSaidWhat(texts, entities)
  const commitments = findCommitments(texts, entities)
  const coverage = coverageMatrix(texts, members, { headline: headline.title, brief, ledger: said.ledger, commitments })
  return {
    storyId: input.storyId,
    headline,
    language,
    members,
    reports,
    shared: sharePassages(texts, members),
    retellings: findRetellings(texts, members),
    brief,
    short: shortSummary(texts, members, { language, figures }),
    ...said,
    timeline: buildTimeline(texts, members),
    differences: findDifferences(texts, members, entities),
    commitments,
    figures,
    amendments: outletNotes(texts),
    entities: withoutAgencies(entities.named, reports),
    relation: relationFacts(texts),
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
