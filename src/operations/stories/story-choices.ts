import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { Dossier } from '../../core/story.ts'
import type { ChoiceOutcome, NewChoice } from '../../store/stories/story-choices.ts'
import { articleId, choiceId, storyId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { arrangedArticle, type ChoiceResult, type ChoiceView } from './choice-views.ts'

/** Applies a reader's correction of stories, and has the stories rebuilt. What the reader may not see is missing to them. */
export async function chooseStory(context: OperationContext, asked: NewChoice): Promise<ChoiceResult> {
  const seen = await seenOf(context, asked)
  if (!seen) return resultOf({ kind: 'missing' })
  const outcome = await context.store.choices.choose(seen, context.now().toISOString())
  context.wake()
  return resultOf(outcome)
}

async function seenOf({ store }: OperationContext, asked: NewChoice): Promise<NewChoice | undefined> {
  const storyIds = [asked.from, ...(asked.to === undefined ? [] : [asked.to])]
  const stories = await store.titles.stories(storyIds)
  if (!storyIds.every((id) => stories.has(id))) return undefined
  if (asked.kind === 'merge') return asked
  const articles = await store.titles.articles(asked.articleIds)
  const articleIds = asked.articleIds.filter((id) => articles.has(id))
  return articleIds.length === 0 ? undefined : { ...asked, articleIds }
}

function resultOf(outcome: ChoiceOutcome): ChoiceResult {
  switch (outcome.kind) {
    case 'done':
    case 'already':
      return outcome
    case 'everything':
      return {
        kind: 'refused',
        why: 'everything',
        message: 'Leave at least one article in the story, or merge it with another story.',
      }
    case 'missing':
      return { kind: 'refused', why: 'missing', message: 'That story no longer exists. Nothing was changed.' }
  }
}

export const mergeStories = defineOperation({
  name: 'merge_stories',
  minRole: 'moderator',
  summary: 'Merges two stories; the id of the first is kept, and links to the other lead there',
  input: z.strictObject({ story: storyId, other: storyId }),
  run: (context, { story, other }): Promise<ChoiceResult> =>
    chooseStory(context, { kind: 'merge', from: other, to: story }),
})

const mostArticles = 2_000

export const splitStory = defineOperation({
  name: 'split_story',
  minRole: 'moderator',
  summary: 'Splits articles off into a story of their own, or moves them to another; clustering keeps to this',
  input: z.strictObject({
    story: storyId,
    articles: z.array(articleId).min(1).max(mostArticles),
    to: storyId.optional(),
  }),
  run: (context, { story, articles, to }): Promise<ChoiceResult> =>
    chooseStory(context, { kind: 'split', from: story, articleIds: articles, ...defined({ to }) }),
})

export const leaveStory = defineOperation({
  name: 'leave_story',
  minRole: 'moderator',
  summary: 'Takes an article out of a story, into one of its own or another; clustering keeps to this',
  input: z.strictObject({
    story: storyId,
    article: articleId,
    to: storyId.optional(),
    /** Also moves the articles that are one report with it: its copies, and what it is a copy of. */
    hasReport: z.boolean().default(false),
  }),
  async run(context, { story, article, to, hasReport }): Promise<ChoiceResult> {
    const dossier = hasReport ? (await context.store.stories.find(story))?.dossier : undefined
    const others = dossier ? sameReport(dossier, article) : []
    return chooseStory(context, {
      kind: others.length > 0 ? 'split' : 'leave',
      from: story,
      articleIds: [article, ...others],
      ...defined({ to }),
    })
  },
})

/** The other articles of a story that are one report with an article. */
export function sameReport({ members }: Dossier, article: ArticleId): readonly ArticleId[] {
  const group = members.find(({ articleId }) => articleId === article)?.group
  return members.flatMap((member) => (member.group === group && member.articleId !== article ? [member.articleId] : []))
}

const articlesShown = 50

export const getChoice = defineOperation({
  name: 'get_choice',
  minRole: 'guest',
  summary: 'A manual change of stories: what was moved, from where to where, and whether it is in effect',
  input: z.strictObject({ id: choiceId }),
  async run({ store }, { id }): Promise<ChoiceView | undefined> {
    const choice = await store.choices.find(id)
    if (!choice) return undefined
    const articles = await Promise.all(
      choice.articleIds.slice(0, articlesShown).map((each) => store.articles.find(each)),
    )
    const today = async (storyId: typeof choice.from) => (await store.stories.find(storyId))?.id ?? storyId
    return {
      choice,
      articles: articles.flatMap((article) => (article ? [arrangedArticle(article)] : [])),
      fromId: await today(choice.from),
      toId: await today(choice.to),
    }
  },
})

export const undoChoice = defineOperation({
  name: 'undo_choice',
  minRole: 'moderator',
  summary: 'Undoes a manual change of stories: its articles return to where they were, and clustering decides again',
  input: z.strictObject({ id: choiceId }),
  async run({ store, now, wake }, { id }): Promise<ChoiceResult | undefined> {
    const outcome = await store.choices.undo(id, now().toISOString())
    wake()
    switch (outcome?.kind) {
      case undefined:
        return undefined
      case 'undone':
        return outcome
      case 'already':
        return { kind: 'already' }
      case 'later':
        return {
          kind: 'refused',
          why: 'later',
          message: `A later choice (${outcome.later.id}) depends on this one: undo that one first.`,
          later: outcome.later,
        }
    }
  },
})
