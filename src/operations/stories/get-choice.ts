import { z } from 'zod'
import { choiceId } from '../input.ts'
import { defineOperation } from '../operation.ts'
import { arrangedArticle, type ChoiceView } from './choice-views.ts'

const articlesShown = 50

export const getChoice = defineOperation({
  name: 'get_choice',
  minRole: 'guest',
  summary: 'One choice about stories: what was moved, from where to where, and whether it stands',
  input: z.object({ id: choiceId }),
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
