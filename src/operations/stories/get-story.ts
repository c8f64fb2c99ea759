import { z } from 'zod'
import type { Citation } from '../../core/citation.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId } from '../../core/ids.ts'
import type { Span } from '../../core/span.ts'
import type { Dossier, Reason } from '../../core/story.ts'
import type { StoryEvent } from '../../core/story-choice.ts'
import type { StoryMember } from '../../store/stories/stories.ts'
import { reportingMembers } from '../../story/story-text.ts'
import { contentStems, wordsOf } from '../../story/words.ts'
import { citedArticle } from '../articles/cited-article.ts'
import { markOpened } from '../articles/mark-opened.ts'
import { pictureSizes } from '../articles/picture-home.ts'
import { listeningToStory } from '../articles/read-aloud.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { deskOf } from '../desk/desk.ts'
import { discussionOf } from '../discussion/discussion-of.ts'
import { moment, storyId } from '../input.ts'
import { marksOnStory, noteRead } from '../library/marks-on.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import type { ChangesView, CitedDocument, StoryView } from '../views.ts'
import { changesSince } from './changes-since.ts'
import { proposalsOf } from './proposals-of.ts'
import { relatedStories } from './related-stories.ts'
import { badgesOf } from './story-card.ts'
import { overviewOf } from './story-overview.ts'
import { requestWriting } from './write-summary.ts'

const namesShown = 6
const wordsShown = 6
const openingLength = 1500

/**
 * Why each article is in the story, by article id: the reason stored when it joined. For an article that was moved or has no stored
 * reason, it is computed from what it shares with the others now, without a score; the first article has none.
 */
function reasonsOf(
  members: readonly StoryMember[],
  dossier: Dossier,
  history: readonly StoryEvent[],
): Readonly<Record<ArticleId, Reason>> {
  const founder = history.find((event) => event.kind === 'founded')
  return Object.fromEntries(
    members.flatMap((member) => {
      const isFounder = founder !== undefined && 'articleId' in founder && founder.articleId === member.article.id
      const reason = member.reason ?? (isFounder || !founder ? undefined : sharedToday(member, members, dossier))
      return reason ? [[member.article.id, reason]] : []
    }),
  )
}

function sharedToday(member: StoryMember, members: readonly StoryMember[], dossier: Dossier): Reason {
  const { document, annotations, syndications } = member
  const others = members.filter((other) => other !== member)
  const mine = new Set((annotations.mentions?.items ?? []).map(({ entity }) => entity.id))
  const names = (dossier.entities ?? [])
    .filter(({ entity, documentCount }) => documentCount > 1 && mine.has(entity.id))
    .map(({ entity }) => entity.name)
  const nameStems = contentStems(wordsOf(names.join('\n')))
  const theirs = contentStems(wordsOf(others.map((other) => other.document.title).join('\n')))
  const opening = `${document.title}\n${document.text.slice(0, openingLength)}`
  const words = new Map<string, string>()
  for (const { stem, text, isStop } of wordsOf(opening))
    if (!isStop && theirs.has(stem) && !nameStems.has(stem) && !words.has(stem)) words.set(stem, text)
  const ids = new Set<string>(others.map((other) => other.document.id))
  const copied = syndications
    .filter(({ documentId, otherId }) => ids.has(documentId) || ids.has(otherId))
    .map(({ passages }) => passages.filter((passage) => !passage.isQuotation).length)
  return {
    score: 0,
    sharedNames: names.slice(0, namesShown),
    sharedWords: [...words.values()].slice(0, wordsShown),
    copiedSentences: Math.max(0, ...copied),
  }
}

/** After this time, an article missing from the dossier is no longer waited for. */
const INCLUDED_WITHIN_MS = 30 * 60_000

/**
 * The time (ISO 8601, at most `now`) up to which the dossier includes all articles. It is rebuilt seconds after an article arrives,
 * minutes for a long story: somebody who reads it in between has not seen that article.
 */
export function includedUntil({ members: included }: Dossier, members: readonly StoryMember[], now: string): string {
  const known = new Set(included.map(({ articleId }) => articleId))
  const nowMs = Date.parse(now)
  const missing = reportingMembers(members)
    .filter(({ article }) => !known.has(article.id))
    .map(({ addedAt }) => Date.parse(addedAt))
    .filter((ms) => nowMs - ms < INCLUDED_WITHIN_MS)
  return new Date(Math.min(nowMs, ...missing.map((ms) => ms - 1))).toISOString()
}

export const getStory = defineOperation({
  name: 'get_story',
  minRole: 'guest',
  summary: 'A story: its reports, brief, quotations, timeline and where accounts differ',
  input: z.strictObject({
    id: storyId,
    since: moment.optional(),
    /** True when the reader opens it, which is recorded and marks its articles read. */
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
    const readUntil = includedUntil(row.dossier, members, context.now().toISOString())
    const [readAt] = reads
      ? await Promise.all([
          noteRead(context, 'story', row.id, readUntil),
          markOpened(context, { kind: 'story', id: row.id, changedAt: row.changedAt }),
        ])
      : []
    const read = readAt === undefined ? undefined : await changesSince(context, row.dossier, members, readAt)
    if (reads) await ignoringStoreTrouble(requestWriting(context, row))
    const articles = members.map(({ article }) => article.id)
    const [cited, taken, absent] = await Promise.all([
      documentsOf(context, row.dossier, members),
      store.rechecks.goneOf(articles),
      store.rechecks.absentOf(articles),
    ])
    const documents = withLaterChanges(cited, row.dossier, members, taken, absent)
    const { alike, ...around } = await relatedStories(context, { ...row, dossier: row.dossier })
    return {
      id: row.id,
      dossier: row.dossier,
      overview: overviewOf(row.dossier, members),
      ...defined({ section: row.section }),
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
      ...pictureOf(row.dossier, members),
      ...around,
      badges: badgesOf(row, row.dossier, context.now()),
      history,
      choices: await store.choices.listOf(row.id),
      proposals: await proposalsOf(context, row.dossier, alike),
      ...defined({ sinceRead: read && readAt !== undefined ? { at: readAt, items: read.items } : undefined }),
      marks: await marksOnStory(context, row.id),
      ...(await deskOf(context, row.id)),
      ...(await listeningToStory(context, row.dossier, documents)),
      ...(await discussionOf(context, { kind: 'story', id: row.id })),
      ...moreFormats(context),
      ...defined({ changes: changed && since !== undefined ? { since, items: changed.items } : undefined }),
    }
  },
})

export const whatChangedInStory = defineOperation({
  name: 'what_changed',
  minRole: 'guest',
  summary: 'What is new in a story since a time: reports, points, quotations, figures, commitments, edits, each cited',
  input: z.strictObject({ id: storyId, since: moment }),
  async run(context, input): Promise<ChangesView | undefined> {
    const story = await getStory.run(context, input)
    if (!story?.changes) return undefined
    const { id, dossier, documents, changes } = story
    return { id, title: dossier.headline.title, documents, ...changes }
  },
})

/** Export formats of plugins. */
function moreFormats({ plugins }: OperationContext): Pick<StoryView, 'moreFormats'> {
  const { exporters = [] } = plugins ?? {}
  return exporters.length === 0 ? {} : { moreFormats: exporters.map(({ extension, name }) => ({ extension, name })) }
}

/** The revisions the dossier was made from; an article may have a newer one since. */
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

/** The story's picture with the caption and credit its article gives it. */
function pictureOf({ picture }: Dossier, members: readonly StoryMember[]): Pick<StoryView, 'picture'> {
  const of = picture && 'articleId' in picture.of ? picture.of.articleId : undefined
  const member = members.find(({ article }) => article.id === of)
  if (!picture || !member) return {}
  const { article, source } = member
  const own = [article.leadPicture, ...article.pictures].find((one) => one?.url === picture.url)
  return {
    picture: { ...picture, ...defined({ caption: own?.caption, credit: own?.credit }), sourceName: source.name },
  }
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

/**
 * The documents a dossier cites, with later changes: words no longer in the newest text of their article, articles withdrawn by a note or
 * by deleting the page (`taken`), and those no longer at their URL (`absent`). Citations still name the text they were cut from.
 */
export function withLaterChanges(
  documents: StoryView['documents'],
  dossier: Dossier,
  members: readonly StoryMember[],
  taken: ReadonlySet<ArticleId> = new Set(),
  absent: ReadonlySet<ArticleId> = new Set(),
): StoryView['documents'] {
  const withdrawn = new Set(
    (dossier.amendments ?? []).flatMap(({ kind, citation }) => (kind === 'retraction' ? citation.documentId : [])),
  )
  const newest = new Map(members.map(({ article, document }) => [article.id, document]))
  const isOld = ({ documentId, articleId }: CitedDocument) =>
    newest.has(articleId) && newest.get(articleId)!.id !== documentId
  const old = new Set(Object.values(documents).flatMap((one) => (isOld(one) ? one.documentId : [])))
  if (withdrawn.size + old.size + taken.size + absent.size === 0) return documents
  const cited = old.size === 0 ? [] : citationsIn(dossier).filter(({ documentId }) => old.has(documentId))
  return Object.fromEntries(
    Object.entries(documents).map(([id, document]) => {
      const text = newest.get(document.articleId)?.text ?? ''
      const gone = cited.filter(({ documentId, exact }) => documentId === document.documentId && !text.includes(exact))
      return [
        id,
        {
          ...document,
          ...defined({
            isWithdrawn:
              withdrawn.has(document.documentId) || taken.has(document.articleId) ? (true as const) : undefined,
            isAbsent: absent.has(document.articleId) ? (true as const) : undefined,
            gone: gone.length > 0 ? distinct(gone.map(({ span }) => span)) : undefined,
          }),
        },
      ]
    }),
  )
}

/** Every citation anywhere in a dossier. */
function citationsIn(value: unknown): readonly Citation[] {
  if (typeof value !== 'object' || value === null) return []
  if ('exact' in value && 'documentId' in value && 'span' in value) return [value as Citation]
  return Object.values(value).flatMap(citationsIn)
}

function distinct(spans: readonly Span[]): readonly Span[] {
  return [...new Map(spans.map((span) => [`${span.start} ${span.end}`, span])).values()]
}
