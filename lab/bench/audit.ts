import type { Context } from '../../src/app/context.ts'
import { auditStory } from '../../src/operations/stories/audit-story.ts'
import { getServerAudit } from '../../src/operations/stories/get-instance-audit.ts'
import { withEdition } from './bench-context.ts'
import { seedWindow } from './material/seed-window.ts'
import { type Bench, measure, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

/** Articles of other stories: more stories than are looked at. */
const WINDOW = sized(2_500, 50)
const STORIES = sized(1_000, 20)
const REQUESTS = sized(50, 2)
const always = { from: '1970-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }

/** What the audits cost: of the instance over 1,000 stories, each with a dossier of the demo edition, and of its longest story. */
export const bench: Bench = (options) =>
  withEdition(options, async (context) => {
    const stories = await context.operations.store.stories.list(always, 100)
    const [longest] = stories.toSorted((a, b) => b.articleCount - a.articleCount)
    await seedWindow(context.operations.store, WINDOW, context.operations.now())
    const count = await dressStories(context)
    const instance = () => getServerAudit.run(context.operations, {})
    const startedAt = performance.now()
    const { shown } = await instance()
    const firstMs = performance.now() - startedAt
    return {
      name: 'audit',
      load: `${count} stories that show ${shown} sentences; the longest has ${longest!.articleCount} articles`,
      rows: [
        await timed('whole server', instance),
        await timed('one story', () => auditStory(context.operations, longest!.id)),
      ],
      peakMemoryMb: peakMemoryMb(),
      notes: [`The first audit of a server after a start takes ${Math.round(firstMs)} ms: it reads every dossier.`],
    }
  })

/** Gives the first stories of the window dossiers as long as those of the edition, and says how many there are. */
async function dressStories({ operations: { store, now } }: Context): Promise<number> {
  const told = (await store.stories.list(always, 100)).filter(({ dossier }) => dossier)
  const jobs = await store.jobs.claim(
    'refresh-story',
    STORIES,
    600_000,
    new Date(now().getTime() + 60_000).toISOString(),
  )
  for (const [index, { key }] of jobs.entries()) {
    const { id: _, dossier, ...row } = told[index % told.length]!
    await store.stories.saveDossier(key as never, { ...dossier!, storyId: key as never }, row)
  }
  return told.length + jobs.length
}

async function timed(what: string, work: () => Promise<unknown>): Promise<Row> {
  const times: number[] = []
  const { cpuSeconds } = await measure(async () => {
    for (let index = 0; index < REQUESTS; index += 1) {
      const startedAt = performance.now()
      await work()
      times.push(performance.now() - startedAt)
    }
  })
  const figures = {
    cpuMs: round((cpuSeconds * 1000) / REQUESTS),
    p50Ms: round(percentile(times, 0.5)),
    p95Ms: round(percentile(times, 0.95)),
  }
  return { what, figures }
}
