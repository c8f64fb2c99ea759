import { setImmediate as nextTurn } from 'node:timers/promises'
import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import { guest } from '../../core/reader-identity.ts'
import type { Dossier } from '../../core/story.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import { isTimeUnknown } from '../../core/time/day-only.ts'
import type { Store } from '../../store/store.ts'
import type { PrivateStoryView } from '../../store/stories/private-story-views.ts'
import type { StoryMember, StoryRow } from '../../store/stories/stories.ts'
import { sectionByWords } from '../../story/article-topics.ts'
import { dossierInSteps, showsTheSame } from '../../story/build-dossier.ts'
import { sectionOf } from '../../story/sections.ts'
import { reportingMembers } from '../../story/story-text.ts'
import { verify } from '../../story/verify.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { checkDossier, doubtfulTitles } from './check-dossier.ts'

/** A story with this many articles takes a second and some 30 MB, so only one at a time is refreshed. */
const LARGE = 300

/**
 * Computes a story's dossier again from its members as people corrected them, verifies every citation, checks it, and saves it in one
 * write; a large one waits for those before it in `largeInTurn`. A story that was merged into another meanwhile is left to that one's own
 * job.
 */
export async function refreshStory(
  context: PipelineContext,
  storyId: string,
  largeInTurn: (work: () => Promise<void>) => Promise<void> = (work) => work(),
): Promise<void> {
  const before = await context.store.stories.find(asId<StoryId>(storyId))
  if (before?.id !== storyId) return
  const refresh = () => refreshViews(context, before)
  await (before.articleCount > LARGE ? largeInTurn(refresh) : refresh())
}

async function refreshViews(context: PipelineContext, before: StoryRow): Promise<void> {
  const { id } = before
  const { stories } = context.store
  const now = context.now().toISOString()
  if (await context.store.isAlone()) {
    await stories.savePrivateViews(id, [])
    const view = await buildStoryView(context, context.store, before, now)
    if (view) await saveStoryView(context, id, view, now)
    return
  }
  // The shared view uses only what everybody may read.
  const shared = await buildStoryView(context, context.store.seenBy(guest), before, now)
  const sights = await stories.privateFeedSetsOf(id)
  const tellings: PrivateStoryView[] = []
  for (const feeds of sights) {
    const own = await buildStoryView(context, context.store.seenBy({ ...guest, feeds }), before, now)
    if (own) tellings.push({ feeds, row: { id, ...own.row, dossier: own.dossier } })
  }
  if (shared) await saveStoryView(context, id, shared, now)
  else if (before.dossier) await stories.hide(id)
  await stories.savePrivateViews(id, tellings)
  // A private article changes no shared view, but watches of its readers look at it.
  if (tellings.length > 0 && context.alerts && (await context.store.alerts.isUsed()))
    await context.store.jobs.enqueue([{ kind: 'alert', key: `story:${id}`, runAt: now }])
}

type StoryView = { readonly dossier: Dossier; readonly row: Omit<StoryRow, 'id' | 'dossier'> }

/** A story from those of its articles that a store shows; undefined when it shows none. */
async function buildStoryView(
  context: PipelineContext,
  store: Store,
  before: StoryRow,
  now: string,
): Promise<StoryView | undefined> {
  const { id } = before
  const members = reportingMembers(await correctedMembers(store, id))
  if (members.length === 0) return undefined
  const documents = new Map<Document['id'], Document>(members.map(({ document }) => [document.id, document]))
  const usualPictures = await store.articles.usualPictures(members.flatMap(({ entryIds }) => entryIds))
  const chosen = { doubtfulTitles: doubtfulTitles(members), usualPictures }
  const built = await inSteps(dossierInSteps({ storyId: id, members, ...chosen }))
  const dossier = checkDossier(verify(built, documents), members)
  const all = members.map(({ article }) => article.publishedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
  const known = all.filter((at) => !isTimeUnknown(at))
  const times = known.length > 0 ? known : all
  const section = sectionOf(members) ?? sectionByWords(members)
  const row = {
    title: dossier.headline.title,
    language: primaryLanguage(dossier.language),
    ...defined({ section }),
    firstAt: toUtc(times[0] ?? now),
    lastAt: toUtc(times.at(-1) ?? now),
    changedAt: changeOf((await store.stories.find(id)) ?? before, dossier, members, now),
    articleCount: members.length,
    reportCount: dossier.reports.length,
  }
  if (dossier.droppedCount > 0) context.log('statements-dropped', { story: id, count: dossier.droppedCount })
  return { dossier, row }
}

async function saveStoryView(context: PipelineContext, id: StoryId, { dossier, row }: StoryView, now: string) {
  await context.store.stories.saveDossier(id, dossier, row)
  // Queued before this job is done: after a crash here the job runs again, and queues again.
  if (context.alerts && (await context.store.alerts.isUsed())) await enqueueAlerts(context, id, now)
  if (context.sending && (await context.store.destinations.listening('story-changed')).length > 0)
    await context.store.jobs.enqueue([{ kind: 'announce', key: `story:${id}`, runAt: now }])
  if (context.model?.isOn('summary')) await enqueueWriting(context, id, now)
}

/** A changing story is written about once it has been quiet for this long. */
const WRITING_WAIT_MS = 60_000

/** A model's text is written again when the story changes; a story that nobody opened has none. */
async function enqueueWriting({ store }: PipelineContext, id: StoryId, now: string): Promise<void> {
  if ((await store.writtenTexts.of(id)).length === 0) return
  const runAt = new Date(Date.parse(now) + WRITING_WAIT_MS).toISOString()
  await store.jobs.enqueue([{ kind: 'write-summary', key: id, runAt }])
}

/** Saved searches are checked for many stories at once. */
const SEARCH_WAIT_MS = 30_000

async function enqueueAlerts({ store }: PipelineContext, storyId: string, now: string): Promise<void> {
  const later = new Date(Date.parse(now) + SEARCH_WAIT_MS).toISOString()
  await store.jobs.enqueue([
    { kind: 'alert', key: `story:${storyId}`, runAt: now },
    { kind: 'alert', key: 'searches', runAt: later },
  ])
}

async function correctedMembers(
  store: Pick<Store, 'stories' | 'corrections'>,
  id: StoryId,
): Promise<readonly StoryMember[]> {
  const members = await store.stories.members(id)
  const corrections = await store.corrections.listOf(members.map(({ article }) => article.id))
  if (corrections.length === 0) return members
  const byArticle = Map.groupBy(corrections, ({ articleId }) => articleId)
  return Promise.all(
    members.map(async (member) => ({
      ...member,
      annotations: await correctedLayers(member.document, member.annotations, byArticle.get(member.article.id) ?? []),
    })),
  )
}

function toUtc(time: string): string {
  return isTimeUnknown(time) ? time : new Date(time).toISOString()
}

/**
 * When its content changed, so that returning readers see it. For a new story this is when the last of its articles came in, which may be
 * long after publication; later, whenever its content differs. `lastAt` is the time of its news.
 */
function changeOf(before: StoryRow, dossier: Dossier, members: readonly StoryMember[], now: string): string {
  if (before.dossier) return showsTheSame(before.dossier, dossier) ? before.changedAt : now
  const cameAt = toUtc(
    members
      .map(({ addedAt }) => addedAt)
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? now,
  )
  return cameAt < now ? cameAt : now
}

/** Does long work step by step, and yields to other work after each step. */
export async function inSteps<Result>(steps: Iterator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await nextTurn()
  }
}
