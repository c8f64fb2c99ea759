import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Citation } from '../../../src/core/citation.ts'
import type { Document } from '../../../src/core/document.ts'
import { asId, type DocumentId } from '../../../src/core/ids.ts'
import type { Dossier } from '../../../src/core/story.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { verify } from '../../../src/story/verify.ts'
import { findSet, readRecords } from '../read-set.ts'
import type { EvalOptions, EvalResult } from '../result.ts'
import { type ArticleRecord, membersOf, storiesOf } from './story-documents.ts'

const maxStories = 30
const ownSet = fileURLToPath(new URL('./own.jsonl', import.meta.url))

/**
 * Builds the dossiers of a set's first thirty stories and checks every citation in them again, letter by letter: `holding` is
 * the share that is in its document at its offsets, `statementsVerbatim` the share of statements that are their first
 * citation's words. Also how much was dropped and how many findings a story has in each part.
 */
export async function run(options: EvalOptions = {}): Promise<EvalResult> {
  const found = options.data ?? findSet('clustering/basil.jsonl.zst')
  const path = found ?? ownSet
  const stories = storiesOf(readRecords<ArticleRecord>(path)).slice(0, maxStories)
  const checked = stories.map((story, index) => checkStory(story, index))
  const sum = (pick: (each: Checked) => number) => checked.reduce((total, each) => total + pick(each), 0)
  const mean = (pick: (dossier: Dossier) => number) => sum((each) => pick(each.dossier)) / Math.max(1, checked.length)
  const citations = sum((each) => each.citations)
  return {
    name: 'citations',
    set: basename(path).replace(/\.jsonl(\.zst)?$/, ''),
    records: stories.flat().length,
    figures: {
      holding: citations === 0 ? 0 : sum((each) => each.holding) / citations,
      statementsVerbatim:
        sum((each) => each.verbatim) /
        Math.max(
          1,
          sum((each) => each.statements),
        ),
      keptShare: 1 - sum((each) => each.dossier.droppedCount) / Math.max(1, citations),
      storiesWithBrief: mean((dossier) => Number(dossier.brief.length > 0)),
      citations,
      reportsMean: mean((dossier) => dossier.reports.length),
      briefMean: mean((dossier) => dossier.brief.length),
      speakersMean: mean((dossier) => dossier.ledger.length),
      utterancesMean: mean((dossier) => dossier.ledger.flatMap((ledger) => ledger.utterances).length),
      unattributedMean: mean((dossier) => dossier.unattributed.length),
      timelineMean: mean((dossier) => dossier.timeline.length),
      differencesMean: mean((dossier) => dossier.differences.length),
      commitmentsMean: mean((dossier) => dossier.commitments.length),
      figuresMean: mean((dossier) => dossier.figures.length),
    },
    notes: [
      'means are per story and have no better or worse',
      ...(found ? [] : ['scored on our own small set: the labelled set is not on this machine']),
    ],
    isOwnSet: found === undefined,
  }
}

type Checked = {
  readonly dossier: Dossier
  readonly citations: number
  readonly holding: number
  readonly statements: number
  readonly verbatim: number
}

function checkStory(records: readonly ArticleRecord[], index: number): Checked {
  const members = membersOf(records)
  const documents = new Map<DocumentId, Document>(members.map(({ document }) => [document.id, document]))
  const dossier = verify(buildDossier({ storyId: asId(`story-${index}`), members }), documents)
  const citations = citationsIn(dossier)
  const holding = citations.filter(
    ({ documentId, span, exact }) =>
      exact !== '' && documents.get(documentId)?.text.slice(span.start, span.end) === exact,
  )
  const statements = [
    ...dossier.brief,
    ...dossier.timeline,
    ...dossier.commitments.map((commitment) => commitment.statement),
  ]
  const verbatim = statements.filter(({ text, citations: [first] }) => text === first.exact)
  return {
    dossier,
    citations: citations.length,
    holding: holding.length,
    statements: statements.length,
    verbatim: verbatim.length,
  }
}

/** Every citation in a dossier, wherever it stands. */
function citationsIn(value: unknown): Citation[] {
  if (Array.isArray(value)) return value.flatMap(citationsIn)
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'span' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}
