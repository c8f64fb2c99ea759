import { z } from 'zod'
import type { Dossier } from '../core/story.ts'
import type { StoryMember } from '../store/store.ts'
import { relate, summarizeForRelation } from '../story/related.ts'
import { citedArticle } from './cited-article.ts'
import { storyId } from './input.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { proposalsOf } from './proposals-of.ts'
import { reasonsOf } from './reasons-of.ts'
import { badgesOf } from './story-card.ts'
import type { StoryView } from './views.ts'

const DAY_MS = 86_400_000
const RELATED_DAYS = 10

export const getStory = defineOperation({
  name: 'get_story',
  summary: 'One story: its reports, what is certain, who said what, when, and where accounts differ',
  input: z.object({ id: storyId }),
  async run(context, { id }): Promise<StoryView | undefined> {
    const { store } = context
    const row = await store.stories.find(id)
    if (!row?.dossier) return undefined
    const members = await store.stories.members(row.id)
    const history = await store.choices.history(row.id)
    return {
      id: row.id,
      dossier: row.dossier,
      ...(row.section === undefined ? {} : { section: row.section }),
      firstAt: row.firstAt,
      lastAt: row.lastAt,
      changedAt: row.changedAt,
      documents: await documentsOf(context, row.dossier, members),
      reasons: reasonsOf(members, row.dossier, history),
      pictures: picturesOf(members),
      related: await relatedTo(context, row.dossier, row),
      badges: badgesOf(row, row.dossier, context.now()),
      history,
      choices: await store.choices.listOf(row.id),
      proposals: await proposalsOf(context, row.dossier, row.id),
    }
  },
})

/** The revisions the dossier was made from; a member may have got a newer one since. */
async function documentsOf(
  { store }: OperationContext,
  dossier: Dossier,
  members: readonly StoryMember[],
): Promise<StoryView['documents']> {
  const found = await Promise.all(
    dossier.members.map(async ({ documentId }) => {
      const member = members.find(({ document }) => document.id === documentId)
      return member ?? (await store.articles.findByDocument(documentId))
    }),
  )
  return Object.fromEntries(found.flatMap((article) => (article ? [[article.document.id, citedArticle(article)]] : [])))
}

function picturesOf(members: readonly StoryMember[]): StoryView['pictures'] {
  const seen = new Set<string>()
  const pictures = members.flatMap(({ article, source }) =>
    [article.leadPicture, ...article.pictures].flatMap((picture) => {
      if (!picture || (!picture.caption && !picture.alt)) return []
      const words = picture.caption ?? picture.alt ?? picture.url
      if (seen.has(words) || seen.has(picture.url)) return []
      seen.add(words).add(picture.url)
      return [{ articleId: article.id, sourceName: source.name, ...picture }]
    }),
  )
  return pictures.slice(0, 6)
}

/** Related stories with the reason for each; none rather than filler. */
async function relatedTo(
  { store }: OperationContext,
  dossier: Dossier,
  row: { id: string; firstAt: string; lastAt: string },
): Promise<StoryView['related']> {
  const around = {
    from: new Date(Date.parse(row.firstAt) - RELATED_DAYS * DAY_MS).toISOString(),
    until: new Date(Date.parse(row.lastAt) + RELATED_DAYS * DAY_MS).toISOString(),
  }
  const others = (await store.stories.list(around, 200)).filter((other) => other.id !== row.id && other.dossier)
  const summary = (each: { readonly dossier: Dossier; readonly firstAt: string; readonly lastAt: string }) =>
    summarizeForRelation(each.dossier, { firstAt: each.firstAt, lastAt: each.lastAt })
  const relations = relate(
    summary({ dossier, firstAt: row.firstAt, lastAt: row.lastAt }),
    others.flatMap((other) => (other.dossier ? [summary({ ...other, dossier: other.dossier })] : [])),
  )
  return relations.flatMap((relation) => {
    const other = others.find(({ id }) => id === relation.id)
    return other
      ? [
          {
            id: other.id,
            title: other.title,
            articleCount: other.articleCount,
            changedAt: other.changedAt,
            reason: relation.reason,
          },
        ]
      : []
  })
}
