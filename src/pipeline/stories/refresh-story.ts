import { setImmediate as nextTurn } from 'node:timers/promises'
import { correctedLayers } from '../../analyze/corrections/corrected-layers.ts'
import { defined } from '../../core/defined.ts'
import type { Document } from '../../core/document.ts'
import { asId, type StoryId } from '../../core/ids.ts'
import { guest } from '../../core/reader-identity.ts'
import type { Dossier } from '../../core/story.ts'
import { primaryLanguage } from '../../core/text/primary-language.ts'
import type { Store } from '../../store/store.ts'
import type { PrivateStoryView } from '../../store/stories/private-story-views.ts'
import type { StoryMember, StoryRow } from '../../store/stories/stories.ts'
import { sectionByWords } from '../../story/article-topics.ts'
import { dossierInSteps } from '../../story/build-dossier.ts'
import { reportingMembers } from '../../story/reporting-members.ts'
import { sectionOf } from '../../story/sections.ts'
import { tellsTheSame } from '../../story/telling/tells-the-same.ts'
import { verify } from '../../story/verify.ts'
import type { PipelineContext } from '../pipeline-context.ts'
import { checkDossier, doubtfulTitles } from './check-dossier.ts'

/** Telling a story of so many articles takes a second, and some 30 MB: of such, one at a time. */
const LARGE = 300

/**
 * Computes a story's dossier anew from its members as people corrected them, verifies every citation, checks it, and saves it in one
 * write; a large one once those before it `largeInTurn` are told. One that went into another meanwhile is told with that one, which has
 * a job of its own.
 */
export async function refreshStory(
  context: PipelineContext,
  storyId: string,
  largeInTurn: (work: () => Promise<void>) => Promise<void> = (work) => work(),
): Promise<void> {
  const before = await context.store.stories.find(asId<StoryId>(storyId))
  if (before?.id !== storyId) return
  const tell = () => tellStory(context, before)
  await (before.articleCount > LARGE ? largeInTurn(tell) : tell())
}

async function tellStory(context: PipelineContext, before: StoryRow): Promise<void> {
  const { id } = before
  const { stories } = context.store
  const now = context.now().toISOString()
  if (await context.store.isAlone()) {
    await stories.savePrivateViews(id, [])
    const told = await tellingOf(context, context.store, before, now)
    if (told) await keepTelling(context, id, told, now)
    return
  }
  // What all are told is told of what all may read, and of nothing else.
  const told = await tellingOf(context, context.store.seenBy(guest), before, now)
  const sights = await stories.privateFeedSetsOf(id)
  const tellings: PrivateStoryView[] = []
  for (const feeds of sights) {
    const own = await tellingOf(context, context.store.seenBy({ ...guest, feeds }), before, now)
    if (own) tellings.push({ feeds, row: { id, ...own.row, dossier: own.dossier } })
  }
  if (told) await keepTelling(context, id, told, now)
  else if (before.dossier) await stories.hide(id)
  await stories.savePrivateViews(id, tellings)
}

type Telling = { readonly dossier: Dossier; readonly row: Omit<StoryRow, 'id' | 'dossier'> }

/** A story as it is told of those of its articles that a store shows; undefined where it shows none. */
async function tellingOf(
  context: PipelineContext,
  store: Store,
  before: StoryRow,
  now: string,
): Promise<Telling | undefined> {
  const { id } = before
  const members = reportingMembers(await correctedMembers(store, id))
  if (members.length === 0) return undefined
  const documents = new Map<Document['id'], Document>(members.map(({ document }) => [document.id, document]))
  const built = await inSteps(dossierInSteps({ storyId: id, members, doubtfulTitles: doubtfulTitles(members) }))
  const dossier = checkDossier(verify(built, documents), members)
  const times = members.map(({ article }) => article.publishedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
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

async function keepTelling(context: PipelineContext, id: StoryId, { dossier, row }: Telling, now: string) {
  await context.store.stories.saveDossier(id, dossier, row)
  // Before this job is done: should all end here, it is done again, and asks again.
  if (context.alerts && (await context.store.alerts.isUsed())) await askForAlerts(context, id, now)
  if (context.sending && (await context.store.destinations.listening('story-changed')).length > 0)
    await context.store.jobs.enqueue([{ kind: 'announce', key: `story:${id}`, runAt: now }])
  if (context.model?.isOn('summary')) await askForWriting(context, id, now)
}

/** A story that goes on changing is written of once it has been quiet for so long. */
const WRITING_WAIT_MS = 60_000

/** What a model wrote of a story is written anew when the story changes; of one that nobody looked at nothing was written. */
async function askForWriting({ store }: PipelineContext, id: StoryId, now: string): Promise<void> {
  if ((await store.writtenTexts.of(id)).length === 0) return
  const runAt = new Date(Date.parse(now) + WRITING_WAIT_MS).toISOString()
  await store.jobs.enqueue([{ kind: 'write-summary', key: id, runAt }])
}

/** Searches are looked through for many stories at once. */
const SEARCH_WAIT_MS = 30_000

async function askForAlerts({ store }: PipelineContext, storyId: string, now: string): Promise<void> {
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
  return new Date(time).toISOString()
}

/**
 * When what it tells changed, so that who was here before is told. A story first told did when the last of its articles came in, which
 * may be long after that was published; later it does whenever it tells something else. When its news is from, `lastAt` says.
 */
function changeOf(before: StoryRow, dossier: Dossier, members: readonly StoryMember[], now: string): string {
  if (before.dossier) return tellsTheSame(before.dossier, dossier) ? before.changedAt : now
  const cameAt = toUtc(
    members
      .map(({ addedAt }) => addedAt)
      .sort((a, b) => Date.parse(a) - Date.parse(b))
      .at(-1) ?? now,
  )
  return cameAt < now ? cameAt : now
}

/** Does a long piece of work step by step, and lets others have their turn after each. */
export async function inSteps<Result>(steps: Iterator<void, Result>): Promise<Result> {
  for (let step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value
    await nextTurn()
  }
}
