import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Context } from '../../src/app/context.ts'
import { articleOf, type Edition, loadEdition, printedIn } from '../../src/app/demo/edition.ts'
import { type ServedFeed, serveEdition } from '../../src/app/demo/serve-edition.ts'
import type { StoryId } from '../../src/core/ids.ts'
import type { StoredArticle } from '../../src/store/store.ts'
import type { StoryRow } from '../../src/store/stories/stories.ts'
import { type DemoSettings, demoNow, fillDemo, findFilledDemo, openDemo } from './filled-demo.ts'

export { demoNow } from './filled-demo.ts'

/** The product after it has taken in the demo edition and its two rounds of edits, and ways to look up what came of it. */
export type DemoRun = {
  readonly context: Context
  readonly edition: Edition
  readonly stories: readonly StoryRow[]
  /** The feeds of the edition, as they are served. */
  readonly feeds: readonly ServedFeed[]
  /** By `<outlet>/<slug>`. Throws when the article was not kept. */
  article(id: string): StoredArticle
  storyOf(id: string): StoryRow | undefined
  /** A text of the answer key as the article prints it. */
  printed(id: string, text: string): string
  close(): Promise<void>
}

/**
 * The real pipeline has run on the served edition, into a store of its own: here and now, or, in a run of many files and without
 * a database of one's own, once before, and what came of it is copied.
 */
export async function runDemo(database?: string, settings?: DemoSettings, now?: () => Date): Promise<DemoRun> {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-demo-test-'))
  const edition = loadEdition(demoNow)
  const filled = database === undefined ? await findFilledDemo() : undefined
  if (filled) await cp(filled.folder, folder, { recursive: true })
  const served = filled ? { feeds: filled.feeds, close: async () => {} } : await serveEdition({ now: demoNow })
  const context =
    'revise' in served
      ? await fillDemo(served, folder, database, settings, now)
      : await openDemo(folder, undefined, settings, now)
  const { store } = context.operations
  const { rows } = await store.entries.list('owner', {}, 500)
  const byPath = new Map<string, StoredArticle>()
  for (const row of rows) {
    const stored = row.articleId && (await store.articles.find(row.articleId))
    if (stored && row.url) byPath.set(new URL(row.url).pathname, stored)
  }
  const stories = await store.stories.list({ from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }, 500)
  const article = (id: string) => {
    const stored = byPath.get(articleOf(edition, id).path)
    if (!stored) throw new Error(`The article ${id} was not kept`)
    return stored
  }
  const storyIdOf = (id: string): StoryId | undefined => article(id).storyId
  return {
    context,
    edition,
    stories,
    feeds: served.feeds,
    article,
    storyOf: (id) => stories.find((story) => story.id === storyIdOf(id)),
    printed: (id, text) => printedIn(edition, id, text),
    async close() {
      await context[Symbol.asyncDispose]()
      await served.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
