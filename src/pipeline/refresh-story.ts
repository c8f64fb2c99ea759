import { renewLayers } from '../analyze/annotate.ts'
import type { Document } from '../core/document.ts'
import { asId, type StoryId } from '../core/ids.ts'
import type { Dossier } from '../core/story.ts'
import type { StoryRow } from '../store/store.ts'
import { buildDossier, type StoryInput } from '../story/build-dossier.ts'
import { sectionOf } from '../story/sections.ts'
import { verify } from '../story/verify.ts'
import type { PipelineContext } from './pipeline-context.ts'

/** Computes a story's dossier anew from its members, verifies every citation, and saves it in one write. */
export async function refreshStory(context: PipelineContext, storyId: string): Promise<void> {
  const id = asId<StoryId>(storyId)
  const stored = await context.store.stories.members(id)
  if (stored.length === 0) return
  const members = withCurrentLayers(stored)
  const now = context.now().toISOString()
  const documents = new Map<Document['id'], Document>(members.map(({ document }) => [document.id, document]))
  const dossier = verify(buildDossier({ storyId: id, members, now }), documents)
  const times = members.map(({ article }) => article.publishedAt).sort((a, b) => Date.parse(a) - Date.parse(b))
  const before = await context.store.stories.find(id)
  const section = sectionOf(members)
  await context.store.stories.saveDossier(id, dossier, {
    title: dossier.headline.title,
    language: dossier.language.split('-')[0] ?? dossier.language,
    ...(section === undefined ? {} : { section }),
    firstAt: toUtc(times[0] ?? now),
    lastAt: toUtc(times.at(-1) ?? now),
    changedAt: changeOf(before, dossier, toUtc(times.at(-1) ?? now), now),
    articleCount: members.length,
    reportCount: dossier.reports.length,
  })
  if (dossier.droppedCount > 0) context.log('statements-dropped', { story: id, count: dossier.droppedCount })
}

/** So many members of a story are read again at a refresh, the newest, and no longer texts: an update of ours must not block. */
const mostRenewed = 20
const longestRenewed = 50_000

/** The members with their layers as today's analyzers make them; of a large old story the rest as they were stored. */
function withCurrentLayers<One extends StoryInput>(members: readonly One[]): readonly One[] {
  const newest = members
    .filter(({ document }) => document.text.length <= longestRenewed)
    .toSorted((a, b) => Date.parse(b.document.publishedAt) - Date.parse(a.document.publishedAt))
  let left = mostRenewed
  const renewed = new Map<One, One>()
  for (const member of newest) {
    if (left === 0) break
    const annotations = renewLayers(member.document, member.annotations)
    if (annotations === member.annotations) continue
    renewed.set(member, { ...member, annotations })
    left--
  }
  return members.map((member) => renewed.get(member) ?? member)
}

function toUtc(time: string): string {
  return new Date(time).toISOString()
}

/** A story first told is as new as its newest article; later it changes when its dossier does. */
function changeOf(before: StoryRow | undefined, dossier: Dossier, lastAt: string, now: string): string {
  if (!before?.dossier) return lastAt < now ? lastAt : now
  return JSON.stringify(before.dossier) === JSON.stringify(dossier) ? before.changedAt : now
}
