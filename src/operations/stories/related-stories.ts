import { defined } from '../../core/defined.ts'
import type { StoryId } from '../../core/ids.ts'
import { nth } from '../../core/nth.ts'
import type { Dossier } from '../../core/story.ts'
import type { TextVector } from '../../core/text-vector.ts'
import { meanVector } from '../../core/text-vector.ts'
import type { RelatedRow } from '../../store/stories/relations.ts'
import { linkAcross } from '../../story/related/link-across.ts'
import { linkByMeaning, type MeaningLink } from '../../story/related/link-by-meaning.ts'
import { areCloseInTime } from '../../story/related/link-languages.ts'
import { type MergeProposal, proposeMerges } from '../../story/related/propose-merges.ts'
import { relate as relationsOf } from '../../story/related/related.ts'
import { type RelationSummary, summarizeForRelation } from '../../story/related/relation-summary.ts'
import { poolOf } from '../../story/story-pool.ts'
import { storylineOf } from '../../story/storyline.ts'
import type { OperationContext } from '../operation.ts'
import type { StoryView } from '../views.ts'

/** A story is represented by a few of its articles; if there are many stories, the newest are compared. */
const articlesEach = 3
const mostCompared = 400

/**
 * Stories in other languages that the embedding model considers close in meaning, with the model's name. Empty without such a model, or
 * before it has processed them.
 */
async function meaningLinks(
  { store, model }: Pick<OperationContext, 'store' | 'model'>,
  to: RelatedTo,
  rows: readonly RelatedRow[],
): Promise<readonly (MeaningLink & { readonly model: string })[]> {
  const name = model.embeddingModel?.()
  if (name === undefined) return []
  const stories = summariesOf(to, rows)
  const story = nth(stories, 0)
  if (stories.every(({ language }) => language === story.language)) return []
  const near = stories
    .filter((other) => areCloseInTime(story, other))
    .toSorted((a, b) => (a.lastAt < b.lastAt ? 1 : -1))
    .slice(0, mostCompared)
  const directions = await store.embeddings.ofStories(
    name,
    near.map((one) => one.id),
    articlesEach,
  )
  const meanings = new Map<StoryId, TextVector>()
  for (const [storyId, some] of directions) {
    const middle = meanVector(some)
    if (middle) meanings.set(storyId, middle)
  }
  return linkByMeaning(near, meanings, story.id).map((link) => ({ ...link, model: name }))
}

const DAY_MS = 86_400_000
const daysAround = 10
const maxStories = 2_000

type RelatedTo = { readonly dossier: Dossier; readonly firstAt: string; readonly lastAt: string }

/**
 * The relations of a story to those within ten days of it. Stories on its storyline are not repeated in `related`. `alike` are
 * those that may be about the same event.
 */
export async function relatedStories(
  { store, model }: Pick<OperationContext, 'store'> & Partial<Pick<OperationContext, 'model'>>,
  { dossier, firstAt, lastAt }: RelatedTo,
): Promise<
  Pick<StoryView, 'related' | 'storyline' | 'inOtherLanguages'> & { readonly alike: readonly MergeProposal[] }
> {
  const around = {
    from: new Date(Date.parse(firstAt) - daysAround * DAY_MS).toISOString(),
    until: new Date(Date.parse(lastAt) + daysAround * DAY_MS).toISOString(),
  }
  const rows = await store.stories.listRelated(around, maxStories)
  const known = kept.get(dossier)
  const found = known?.rows === rows ? known.found : relate({ dossier, firstAt, lastAt }, rows)
  if (known?.found !== found) kept.set(dossier, { rows, found })
  const { linked, ...related } = found
  const close = model ? await meaningLinks({ store, model }, { dossier, firstAt, lastAt }, rows) : []
  return { ...related, inOtherLanguages: [...linked, ...newLanguages(linked, close, rows)] }
}

type Related = Pick<StoryView, 'related' | 'storyline'> & {
  readonly linked: StoryView['inOtherLanguages']
  readonly alike: readonly MergeProposal[]
}

/** What a story has to do with those around it: the dossier and the list are the same objects until anything in them changes. */
const kept = new WeakMap<Dossier, { readonly rows: readonly RelatedRow[]; readonly found: Related }>()

function relate({ dossier, firstAt, lastAt }: RelatedTo, rows: readonly RelatedRow[]): Related {
  const id = dossier.storyId
  const byId = new Map<string, RelatedRow>(rows.map((row) => [row.id, row]))
  byId.delete(id)
  const pool = poolOf(summariesOf({ dossier, firstAt, lastAt }, rows))
  const storyline = storylineOf(pool, id)
  const onStoryline = new Set(storyline.map((step) => step.id))
  const related = relationsOf(pool, id).flatMap(({ score: _, ...relation }) => {
    const row = byId.get(relation.id)
    if (!row || onStoryline.has(relation.id)) return []
    const { title, articleCount, lastAt, changedAt } = row
    return [{ ...relation, title, articleCount, lastAt, changedAt }]
  })
  const linked = linkAcross(pool, id).flatMap(({ b, names, days, numbers, words }) => {
    const row = byId.get(b)
    return row ? [{ ...factsOf(row), names, days, numbers, ...defined({ words }) }] : []
  })
  return { related, storyline, linked, alike: proposeMerges(pool.stories, id, pool.likeness) }
}

/** The story itself first. */
function summariesOf({ dossier, ...times }: RelatedTo, rows: readonly RelatedRow[]): readonly RelationSummary[] {
  const others = rows.filter((row) => row.id !== dossier.storyId)
  return [summarizeForRelation(dossier, times), ...others.map((row) => summarizeForRelation(row.dossier, row))]
}

/** Links by the embedding model to languages without one by what both stories say. */
function newLanguages(
  linked: StoryView['inOtherLanguages'],
  close: Awaited<ReturnType<typeof meaningLinks>>,
  rows: readonly RelatedRow[],
): StoryView['inOtherLanguages'] {
  const languages = new Set(linked.map(({ language }) => language))
  return close.flatMap(({ b, names, days, numbers, closeness, model }) => {
    const row = rows.find(({ id }) => id === b)
    return row && !languages.has(row.language)
      ? [{ ...factsOf(row), names, days, numbers, byModel: { model, closeness } }]
      : []
  })
}

function factsOf({ id, title, language, articleCount }: RelatedRow) {
  return { id, title, language, articleCount }
}
