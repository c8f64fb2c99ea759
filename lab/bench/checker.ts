import { annotate } from '../../src/analyze/annotate.ts'
import { loadEdition } from '../../src/app/demo/edition.ts'
import { checkClaims } from '../../src/check/check-claims.ts'
import type { Document } from '../../src/core/document.ts'
import { asId } from '../../src/core/ids.ts'
import { checkDossier, doubtfulTitles } from '../../src/pipeline/stories/check-dossier.ts'
import { buildDossier } from '../../src/story/build-dossier.ts'
import { verify } from '../../src/story/verify.ts'
import { ownTrials } from '../eval/checker/own-claims.ts'
import { membersOf } from '../eval/citations/story-documents.ts'
import { type Bench, peakMemoryMb, round, sized } from './measure.ts'

const ROUNDS = sized(10, 1)
const ARTICLES = sized(30, 5)

/** What checking costs: a claim beside the reading of it, and a story of thirty articles beside the making of its dossier. */
export const bench: Bench = async () => {
  const trials = ownTrials()
  let reading = 0
  const timed = (document: Document) => {
    const from = cpuMs()
    const layers = annotate(document)
    reading += cpuMs() - from
    return layers
  }
  const all = () => trials.map(({ draft, sentences }) => checkClaims([draft], sentences, timed))
  all()
  reading = 0
  const claimsFrom = cpuMs()
  for (let round = 0; round < ROUNDS; round++) all()
  const count = trials.length * ROUNDS
  const perClaim = (cpuMs() - claimsFrom - reading) / count

  const { articles } = loadEdition(new Date('2026-03-12T12:00:00Z'))
  const english = articles
    .filter(({ outlet, kind }) => outlet.language === 'en' && kind === 'article')
    .slice(0, ARTICLES)
  const members = membersOf(
    english.map(({ id, publishedAt, revisions: [{ title, text }] }) => ({
      id,
      title,
      text,
      date: publishedAt,
      story: 's',
    })),
  )
  const documents = new Map(members.map(({ document }) => [document.id, document]))
  const make = () => verify(buildDossier({ storyId: asId('s'), members }), documents)
  const dossier = make()
  const makeFrom = cpuMs()
  for (let round = 0; round < ROUNDS; round++) make()
  const checkFrom = cpuMs()
  for (let round = 0; round < ROUNDS; round++) {
    doubtfulTitles(members)
    checkDossier(dossier, members)
  }
  const doneAt = cpuMs()
  return {
    name: 'checker',
    load: `${trials.length} claims of our own; one story of ${members.length} articles of the demo edition`,
    rows: [
      { what: 'a claim', figures: { checkMs: round(perClaim), readingMs: round(reading / count) } },
      {
        what: 'a story',
        figures: { checkMs: round((doneAt - checkFrom) / ROUNDS), makingMs: round((checkFrom - makeFrom) / ROUNDS) },
      },
    ],
    peakMemoryMb: peakMemoryMb(),
    notes: ['CPU time, warm. Reading a claim is annotating it as a small document.'],
  }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
