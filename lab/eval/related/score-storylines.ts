import { asId } from '../../../src/core/ids.ts'
import { buildDossier } from '../../../src/story/build-dossier.ts'
import { type RelationSummary, summarizeForRelation } from '../../../src/story/related/relation-summary.ts'
import { poolOf } from '../../../src/story/story-pool.ts'
import { storylineOf } from '../../../src/story/storyline.ts'
import { type ArticleRecord, membersOf, storiesOf } from '../citations/story-documents.ts'
import type { EvalResult } from '../result.ts'
import { partsAround } from './score-parts.ts'
import { isHeldOut, type StoryPart, undatedAt } from './story-parts.ts'

/**
 * Storylines: each story of three dated articles is cut into three, and the storyline of each of them should hold the other
 * two and nothing else. The halves of all other stories stand around. Strict: another story on the same affair is wrong.
 */
export function scoreStorylines(records: readonly ArticleRecord[], parts: readonly StoryPart[]): EvalResult {
  const threes = storiesOf(records).flatMap((story) => {
    const dated = story.filter(({ date }) => date)
    return dated.length < 3 ? [] : [dated.slice(0, 3)]
  })
  const storyOf = new Map<string, string>()
  const asked = threes.flatMap((articles) => articles.map((article) => aloneOf(article)))
  for (const { id, story } of asked) storyOf.set(id, story)
  const around = parts.filter(
    ({ story, summary }) => summary.firstAt !== undatedAt && !threes.some(([first]) => first?.story === story),
  )
  const all = [...asked.map(({ summary }) => summary), ...around.map(({ summary }) => summary)]
  const counted = asked.filter(({ story }) => isHeldOut(story))
  const near = partsAround(all)
  const lines = counted.map(({ summary, story, id }) => {
    const steps = storylineOf(poolOf(near(summary)), summary.id).filter((step) => step.id !== id)
    return { steps: steps.length, right: steps.filter((step) => storyOf.get(step.id) === story).length }
  })
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
  return {
    name: 'related',
    set: 'allsides-storylines',
    records: counted.length,
    figures: {
      precision: sum(lines.map(({ right }) => right)) / Math.max(1, sum(lines.map(({ steps }) => steps))),
      whole: lines.filter(({ right }) => right === 2).length / counted.length,
      shown: lines.filter(({ steps }) => steps > 0).length / counted.length,
    },
    notes: ['strict; that two likely links are enough was decided on all stories, those not held out included'],
    isOwnSet: false,
  }
}

function aloneOf(article: ArticleRecord): {
  readonly id: string
  readonly story: string
  readonly summary: RelationSummary
} {
  const members = membersOf([article])
  const at = members[0]?.document.publishedAt ?? undatedAt
  const id = `${article.story}-${article.id}`
  const dossier = buildDossier({ storyId: asId(id), members })
  return { id, story: article.story, summary: summarizeForRelation(dossier, { firstAt: at, lastAt: at }) }
}
