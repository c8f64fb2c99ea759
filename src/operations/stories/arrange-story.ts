import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { EntityId, StoryId } from '../../core/ids.ts'
import type { StoryMember, StoryRow } from '../../store/stories/stories.ts'
import { nearestStories, type TextToPlace } from '../../story/related/nearest-stories.ts'
import { articleId, storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { type ArrangeView, arrangedArticle, type StoryCandidate } from './choice-views.ts'
import { sameReport } from './story-choices.ts'

const DAY_MS = 86_400_000
/** Stories within this many days may be about the same event. */
const NEAR_DAYS = 10
const MOST_COMPARED = 400
const CANDIDATES = 5
const FOUND = 10

export const arrangeStory = defineOperation({
  name: 'arrange_story',
  minRole: 'moderator',
  summary: 'The articles of a story, and the stories they could be moved to',
  input: z.strictObject({ id: storyId, article: articleId.optional(), query: z.string().max(200).default('') }),
  async run(context, { id, article, query }): Promise<ArrangeView | undefined> {
    const { store } = context
    const row = await store.stories.find(id)
    if (!row) return undefined
    const members = await store.stories.members(row.id)
    const around = await storiesAround(context, row)
    const leaving = members.find((member) => member.article.id === article)
    const asked = query.trim()
    return {
      id: row.id,
      title: row.title,
      language: row.language,
      articles: members.map(arrangedArticle),
      ...defined({ leaving: leaving && leavingOf(leaving, row, around) }),
      mergeable: asked ? await foundBy(context, asked, row.id) : candidatesFor(textOf(members), around),
      query: asked,
      choices: await store.choices.listOf(row.id),
    }
  },
})

function leavingOf(
  member: StoryMember,
  row: StoryRow,
  around: readonly StoryRow[],
): NonNullable<ArrangeView['leaving']> {
  const articleId = member.article.id
  const others = row.dossier ? sameReport(row.dossier, articleId).length : 0
  const isWhole = others + 1 >= row.articleCount
  return { articleId, candidates: candidatesFor(textOf([member]), around), reportCount: isWhole ? 0 : others }
}

async function storiesAround({ store }: OperationContext, row: StoryRow): Promise<readonly StoryRow[]> {
  const from = new Date(Date.parse(row.firstAt) - NEAR_DAYS * DAY_MS).toISOString()
  const until = new Date(Date.parse(row.lastAt) + NEAR_DAYS * DAY_MS).toISOString()
  return (await store.stories.list({ from, until }, MOST_COMPARED)).filter(({ id }) => id !== row.id)
}

/** Articles as one text: their titles, their openings, the names in them. */
function textOf(members: readonly StoryMember[]): TextToPlace {
  const entityIds = members.flatMap(({ annotations }) =>
    (annotations.mentions?.items ?? []).map(({ entity }): EntityId => entity.id),
  )
  return {
    title: members.map(({ document }) => document.title).join('\n'),
    text: members[0]?.document.text ?? '',
    entityIds: [...new Set(entityIds)],
  }
}

function candidatesFor(text: TextToPlace, around: readonly StoryRow[]): readonly StoryCandidate[] {
  const near = nearestStories(
    text,
    around.map(({ id, title, dossier }) => ({
      id,
      titles: [title, ...(dossier?.brief ?? []).map((point) => point.text)],
      entities: dossier?.entities ?? [],
    })),
    CANDIDATES,
  )
  return near.flatMap(({ id, sharedNames }) => {
    const row = around.find((each) => each.id === id)
    return row ? [candidate(row, sharedNames)] : []
  })
}

/** The stories of the articles a search finds, best first. */
async function foundBy({ store }: OperationContext, query: string, self: StoryId): Promise<readonly StoryCandidate[]> {
  const { rows } = await store.entries.search(query, 60)
  const ids = [...new Set(rows.flatMap(({ storyId }) => (storyId && storyId !== self ? [storyId] : [])))].slice(
    0,
    FOUND,
  )
  const stories = await Promise.all(ids.map((id) => store.stories.find(id)))
  return stories.flatMap((row) => (row ? [candidate(row, [])] : []))
}

function candidate(row: StoryRow, sharedNames: readonly string[]): StoryCandidate {
  const { id, title, language, articleCount, lastAt } = row
  return { id, title, language, articleCount, lastAt, sharedNames }
}
