import { z } from 'zod'
import type { Dossier } from '../core/story.ts'
import type { StoryMember } from '../store/story-store.ts'
import { unlessTroubled } from './busy.ts'
import { changesSince } from './changes-since.ts'
import { citedArticle } from './cited-article.ts'
import { discussionOf } from './discussion-of.ts'
import { moment, storyId } from './input.ts'
import { marksOnStory, noteRead } from './marks-on.ts'
import { defineOperation, type OperationContext } from './operation.ts'
import { pictureSizes } from './picture-sizes.ts'
import { proposalsOf } from './proposals-of.ts'
import { listeningToStory } from './read-aloud.ts'
import { reasonsOf } from './reasons-of.ts'
import { relatedStories } from './related-stories.ts'
import { standingDocuments } from './standing-documents.ts'
import { badgesOf } from './story-card.ts'
import { toldUntil } from './told-until.ts'
import type { StoryView } from './views.ts'
import { askForWriting } from './write-summary.ts'

export const getStory = defineOperation({
  name: 'get_story',
  least: 'guest',
  summary: 'One story: its reports, its brief, who said what, when, and where accounts differ',
  input: z.object({
    id: storyId,
    since: moment.optional(),
    /** True when the reader looks at it, which is noted. */
    reads: z.boolean().optional(),
  }),
  async run(context, { id, since, reads }): Promise<StoryView | undefined> {
    const { store } = context
    const row = await store.stories.find(id)
    if (!row?.dossier) return undefined
    const members = await store.stories.members(row.id)
    const pictures = picturesOf(members)
    const history = await store.choices.history(row.id)
    const changed = since === undefined ? undefined : await changesSince(context, row.dossier, members, since)
    const readUntil = toldUntil(row.dossier, members, context.now().toISOString())
    const readAt = reads ? await noteRead(context, 'story', row.id, readUntil) : undefined
    const read = readAt === undefined ? undefined : await changesSince(context, row.dossier, members, readAt)
    if (reads) await unlessTroubled(askForWriting(context, row))
    const articles = members.map(({ article }) => article.id)
    const [cited, taken, absent] = await Promise.all([
      documentsOf(context, row.dossier, members),
      store.looks.goneOf(articles),
      store.looks.absentOf(articles),
    ])
    const documents = standingDocuments(cited, row.dossier, members, taken, absent)
    const { alike, ...around } = await relatedStories(context, { ...row, dossier: row.dossier })
    return {
      id: row.id,
      dossier: row.dossier,
      ...(row.section === undefined ? {} : { section: row.section }),
      firstAt: row.firstAt,
      lastAt: row.lastAt,
      changedAt: row.changedAt,
      documents: { ...changed?.documents, ...read?.documents, ...documents },
      reasons: reasonsOf(members, row.dossier, history),
      pictures,
      pictureSizes: pictureSizes(
        context,
        pictures.map(({ url, articleId }) => ({ url, home: { articleId } })),
      ),
      ...around,
      badges: badgesOf(row, row.dossier, context.now()),
      history,
      choices: await store.choices.listOf(row.id),
      proposals: await proposalsOf(context, row.dossier, alike),
      ...(read && readAt !== undefined ? { sinceRead: { at: readAt, items: read.items } } : {}),
      marks: await marksOnStory(context, row.id),
      ...(await listeningToStory(context, row.dossier, documents)),
      ...(await discussionOf(context, { kind: 'story', id: row.id })),
      ...moreFormats(context),
      ...(changed && since !== undefined ? { changes: { since, items: changed.items } } : {}),
    }
  },
})

/** Forms of plugins that stories can leave in. */
function moreFormats({ plugins }: OperationContext): Pick<StoryView, 'moreFormats'> {
  const { exporters = [] } = plugins ?? {}
  return exporters.length === 0 ? {} : { moreFormats: exporters.map(({ extension, name }) => ({ extension, name })) }
}

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
