import { mkdtempSync, rmSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { constants, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, exitCodes, UsageError } from '../cli/command.ts'
import type { Terminal } from '../cli/terminal.ts'
import { getProgress } from '../operations/admin/get-progress.ts'
import { getToday } from '../operations/day/get-today.ts'
import { subscribe } from '../operations/feeds/add-feed.ts'
import { readConfig } from './config/config.ts'
import { type Context, createContext, createLog } from './context.ts'
import { editionLimits, serveEdition } from './demo/serve-edition.ts'
import { startHeartbeat } from './heartbeat.ts'
import { isPrivate, openSetupLink, printSetupLink, servePages } from './serve/serve.ts'
import { untilStopped } from './serve/until-stopped.ts'

const stages = { polling: 'Polling', reading: 'Reading', telling: 'Stories' } as const

/**
 * The product on the demo edition: nine invented outlets served as real feeds and pages on loopback, read by the same pipeline as any other
 * feed, into a temporary store.
 */
export const demo: Command = {
  name: 'demo',
  usage: '',
  summary: 'Try the reader with invented news',
  options: {
    once: { type: 'boolean', means: 'print the stories and exit' },
    now: { type: 'string', takes: 'TIME', means: 'the time in the demo, as in 2026-03-17T19:00Z' },
  },
  async run({ values, terminal }) {
    const now = values.now === undefined ? new Date() : new Date(String(values.now))
    if (Number.isNaN(now.getTime())) throw new UsageError('--now takes a time such as 2026-03-17T19:00Z.')
    const { folder, isServed, forget } = makePassingFolder()
    const edition = await serveEdition({ now })
    try {
      const config = {
        ...readConfig({ ...process.env, TWOSOURCE_DATABASE: '' }),
        TWOSOURCE_DATA: folder,
        TWOSOURCE_ALLOW_PRIVATE: true,
      }
      await using context = await createContext(
        config,
        createLog(() => {}),
        clockFrom(now),
        { limits: editionLimits },
      )
      if (values.once) return await runOnce(context, edition, terminal)
      const told = untilStopped()
      isServed()
      return await runServer(context, edition, terminal, told)
    } finally {
      await edition.close()
      await rm(folder, { recursive: true, force: true })
      forget()
    }
  },
}

/**
 * The folder of a demo, which is deleted however the demo ends: also by a signal before the server handles signals itself (call `isServed`
 * once it does), or when it does not stop in time.
 */
function makePassingFolder(): { readonly folder: string; readonly isServed: () => void; readonly forget: () => void } {
  let folder: string | undefined
  const remove = () => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const
  const end = (signal: (typeof signals)[number]) => process.exit(128 + constants.signals[signal])
  process.once('exit', remove)
  // Before the folder exists: a signal between the two would otherwise leave it.
  for (const signal of signals) process.once(signal, end)
  const isServed = () => {
    for (const signal of signals) process.off(signal, end)
  }
  folder = mkdtempSync(join(tmpdir(), 'twosource-demo-'))
  return {
    folder,
    isServed,
    forget() {
      isServed()
      process.off('exit', remove)
    },
  }
}

type Edition = Awaited<ReturnType<typeof serveEdition>>

/** Reads the edition and its two rounds of edits, one pass each. */
export async function readEdition(
  context: Context,
  edition: Edition,
  onStage: (stage: keyof typeof stages) => void = () => {},
): Promise<void> {
  await subscribe(context.operations, edition.feeds, '')
  await context.pipeline.runOnce({ onStage })
  for (const step of [1, 2] as const) {
    edition.revise(step)
    await makeFeedsDue(context)
    await context.pipeline.runOnce({ onStage })
  }
}

async function runOnce(context: Context, edition: Edition, terminal: Terminal) {
  let stage: keyof typeof stages = 'polling'
  const watch = setInterval(async () => {
    const { feeds, articles, stories } = await getProgress.run(context.operations, {})
    if (stage === 'polling') terminal.progress(stages.polling, feeds.polled, feeds.total)
    else if (stage === 'reading')
      terminal.progress(stages.reading, articles.done, articles.done + articles.waiting + articles.running)
    else terminal.progress(stages.telling, stories.done, stories.done + stories.waiting + stories.running)
  }, 300)
  await readEdition(context, edition, (next) => {
    stage = next
  })
  clearInterval(watch)
  terminal.progressEnd()
  const { counts } = await context.operations.store.check()
  const days = await context.operations.store.stories.days()
  const todays = await Promise.all(days.map(({ day }) => getToday.run(context.operations, { day, pageSize: 10_000 })))
  const stories = todays
    .flatMap((today) => today.stories)
    .map(({ id, title, articleCount, reportCount, copyCount, quoteCount, differenceCount, outlets }) => ({
      id,
      title,
      articleCount,
      reportCount,
      copyCount,
      quoteCount,
      differenceCount,
      outlets,
    }))
  terminal.json({ counts, stories })
  terminal.line(
    `${counts.feeds} feeds, ${counts.entries} entries, ${counts.articles} articles, ${counts.stories} stories`,
  )
  for (const story of stories)
    terminal.line(`${String(story.reportCount).padStart(3)} of ${String(story.articleCount).padEnd(3)} ${story.title}`)
  return exitCodes.ok
}

/** The edition has its own time: nobody waits a minute between two polls. */
async function makeFeedsDue({ operations: { store, now } }: Context): Promise<void> {
  await store.feeds.pollNow('all', now().toISOString())
}

async function runServer(context: Context, edition: Edition, terminal: Terminal, told: Promise<void>) {
  // Everything in it is invented, and temporary.
  const running = await servePages(context, {
    trustsMachine: true,
    onProxy: (at) => void printSetupLink(context, at, terminal),
  })
  await subscribe(context.operations, edition.feeds, '')
  // Asked for before any page shows them, the icons of outlets are there for the first.
  const { store, reader, icons } = context.operations
  for (const { sourceId } of await store.feeds.list(reader.id)) icons?.versionOf(sourceId)
  context.pipeline.start()
  await using _beat = await startHeartbeat(context, true)
  const revisions = [1, 2] as const
  const timers = revisions.map((step) =>
    setTimeout(() => {
      edition.revise(step)
      void makeFeedsDue(context).then(() => context.pipeline.wake())
    }, step * 25_000).unref(),
  )
  terminal.json({ url: running.url })
  terminal.line(`The demo is at ${running.url}`)
  const setup = isPrivate(context.config) ? undefined : await openSetupLink(context, running.url)
  if (setup) terminal.line(setup.line)
  terminal.line('Everything in it is invented; everything shown is computed now. Stop with Ctrl-C.')
  await told
  for (const timer of timers) clearTimeout(timer)
  await running.close()
  return exitCodes.ok
}

/** A clock that starts at `start` and continues. */
function clockFrom(start: Date): () => Date {
  const offset = start.getTime() - Date.now()
  return () => new Date(Date.now() + offset)
}
