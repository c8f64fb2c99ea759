import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { type Context, createContext } from '../../src/app/context.ts'
import { instanceOwner, type ReaderIdentity } from '../../src/core/reader-identity.ts'
import { commentWords } from '../../src/core/text/comment-text.ts'
import type { getDiscussion } from '../../src/operations/discussion/get-discussion.ts'
import { moderateComment } from '../../src/operations/discussion/moderate.ts'
import { writeComment } from '../../src/operations/discussion/write-comment.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { type Dialect, makeDatabase, type TestDatabase } from './databases.ts'

export const bridge =
  'Engineers closed the harbour bridge of Port Alder on Monday after divers found cracks in two piers. “The piers will be mended by spring,” Mayor Ada Lindqvist said. Ferries carry shopkeepers and pupils across.'
const tram =
  'Tram drivers of Velmar struck for a second night over shifts. “We want rest between carriages,” said Petra Novak, who leads the union. The company went to court over the depot.'
const MINUTE_MS = 60_000

/** An instance on a database with some articles, and people in it: to be used within a `describe`. */
export function useInstance(dialect: Dialect) {
  let database: TestDatabase
  let folder: string
  let context: Context
  let clock = Date.parse('2026-03-12T12:00:00Z')
  let count = 0

  const as = (reader: ReaderIdentity): OperationContext => ({ ...context.operations, reader })
  const pass = (minutes: number) => (clock += minutes * MINUTE_MS)
  const urlOf = (name: string) => `https://${name}.example/news`
  const articleOf = async (name: string) => (await context.operations.store.articles.findByUrl(urlOf(name)))!
  const storyOf = async (name: string) => (await articleOf(name)).storyId!
  const owner = () => as(instanceOwner)

  async function account(name: string, role: ReaderIdentity['role'] = 'reader'): Promise<ReaderIdentity> {
    const id = `reader-${++count}`
    const createdAt = new Date(clock - 30 * 24 * 60 * MINUTE_MS).toISOString()
    assert.equal(await context.operations.store.accounts.add({ id, name, role, createdAt }), 'done')
    return { id, name, role }
  }
  /** Somebody whose first comment was looked at already. */
  async function trusted(name: string): Promise<ReaderIdentity> {
    const reader = await account(name)
    for (let index = 0; index < 3; index++) {
      const written = await write(
        reader,
        { kind: 'article', id: (await articleOf('aside1')).article.id },
        `Hello number ${index} of ${name}`,
      )
      if (written.isHeld)
        await moderateComment.run(owner(), { id: written.id, decision: 'approve', reason: '', by: 'moderator' })
      pass(11)
    }
    return reader
  }
  async function write(
    reader: ReaderIdentity,
    place: object,
    body: string,
  ): Promise<{ readonly id: string; readonly isHeld: boolean }> {
    const result = await writeComment.run(as(reader), writeComment.input.parse({ ...place, body }))
    assert.ok(result?.kind === 'written', JSON.stringify(result))
    return result
  }
  const bodies = (view: Awaited<ReturnType<typeof getDiscussion.run>>) =>
    (view?.threads ?? []).flatMap(({ first, replies }) => [first, ...replies].map(({ blocks }) => commentWords(blocks)))
  const onStory = async (name: string) => ({ kind: 'story' as const, id: (await storyOf(name)) as string })

  before(async () => {
    database = await makeDatabase(dialect)
    folder = await mkdtemp(join(tmpdir(), 'twosource-discussion-'))
    context = await createContext(
      readConfig({ TWOSOURCE_DATABASE: database.url, TWOSOURCE_DATA: folder }),
      () => {},
      () => new Date((clock += 10)),
    )
    const lines = ['bridge1', 'bridge2', 'tram1', 'tram2', 'aside1'].map((name) =>
      JSON.stringify({
        title: name.startsWith('bridge')
          ? 'Harbour bridge closed'
          : name.startsWith('tram')
            ? 'Tram strike goes on'
            : 'A heron',
        outlet: `Outlet ${name}`,
        url: urlOf(name),
        publishedAt: '2026-03-12T06:30:00Z',
        text: `${name.startsWith('bridge') ? bridge : name.startsWith('tram') ? tram : 'An old timetable hangs in the waiting room, and somebody has drawn a heron on it.'}\nSeen by ${name}.`,
      }),
    )
    await importFile.run(context.operations, { bytes: new TextEncoder().encode(lines.join('\n')), name: 'a.jsonl' })
    await context.pipeline.runOnce()
  })
  after(async () => {
    await context[Symbol.asyncDispose]()
    await database.remove()
    await rm(folder, { recursive: true, force: true })
  })

  return {
    as,
    pass,
    urlOf,
    articleOf,
    storyOf,
    owner,
    account,
    trusted,
    write,
    bodies,
    onStory,
    context: () => context,
    database: () => database,
  }
}
