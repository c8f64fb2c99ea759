import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { editionLimits, serveEdition } from '../../src/app/demo/serve-edition.ts'
import { subscribe } from '../../src/operations/feeds/add-feed.ts'
import { follow } from '../../src/operations/library/follow.ts'
import { listAlerts, setAlertSettings } from '../../src/operations/notify/alerts.ts'
import { demoNow } from './demo-run.ts'

test('the demo edition tells a reader of each change once: stories that begin, and what its edits bring', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-alerts-demo-'))
  const served = await serveEdition({ now: demoNow })
  let clock = demoNow.getTime()
  const context = await createContext(
    { ...readConfig({}), TWOSOURCE_DATA: folder, TWOSOURCE_ALLOW_PRIVATE: true },
    () => {},
    () => new Date((clock += 10)),
    { limits: editionLimits },
  )
  const { store } = context.operations
  const as = (name: string) => ({ ...context.operations, reader: { id: name, name, role: 'reader' as const } })
  const raised = async (name: string) => {
    const all = await store.alerts.list(name, 500)
    return all.rows
  }
  const round = async () => {
    await store.feeds.pollNow('all', new Date(clock).toISOString())
    await context.pipeline.runOnce()
    clock += 60_000
    await context.pipeline.runOnce()
  }
  try {
    const sections = ['World', 'Politics', 'Business', 'Culture', 'Sport', 'Science', 'Climate', 'Region', 'Health']
    for (const name of ['topics', 'stories']) await setAlertSettings.run(as(name), { isAllOn: true, perHour: 10 })
    for (const target of sections) await follow.run(as('topics'), { kind: 'topic', target })
    await subscribe(context.operations, served.feeds, '')
    await context.pipeline.runOnce()
    clock += 60_000
    await context.pipeline.runOnce()
    const stories = await store.stories.list({ from: '2000-01-01T00:00:00Z', until: '2100-01-01T00:00:00Z' }, 500)
    const ofSections = stories.filter(({ section, dossier }) => {
      const isCopy = dossier!.members.length === 1 && (dossier!.relation?.copies.length ?? 0) > 0
      const isFresh = dossier!.members.some(
        ({ publishedAt }) => Date.parse(publishedAt) > demoNow.getTime() - 3 * 86_400_000,
      )
      return section !== undefined && sections.includes(section) && !isCopy && isFresh
    })
    const begun = await raised('topics')
    assert.ok(ofSections.length >= 5)
    assert.equal(new Set(begun.map(({ path }) => path)).size, begun.length, 'no story is told twice')
    assert.ok(begun.every(({ kind, isNewStory }) => kind === 'report' && isNewStory))
    assert.deepEqual(
      begun.map(({ path }) => path).filter((path) => !stories.some(({ id }) => path === `/stories/${id}`)),
      [],
    )
    assert.ok(begun.length <= ofSections.length)
    assert.ok(begun.length >= ofSections.length - 2, `${begun.length} of ${ofSections.length}`)

    for (const { id, title } of stories) await follow.run(as('stories'), { kind: 'story', target: id, label: title })
    const articlesBefore = (await store.check()).counts.articles
    for (const step of [1, 2] as const) {
      served.revise(step)
      await round()
    }
    const changes = await raised('stories')
    assert.equal((await store.check()).counts.articles, articlesBefore, 'the edits bring no new article')
    assert.equal(new Set(changes.map(({ key }) => key)).size, changes.length)
    assert.ok(changes.some(({ kind }) => kind === 'correction'))
    assert.ok(changes.every(({ kind, words }) => kind !== 'report' && words !== undefined))
    // Each rests on words that are in the text they are cited from.
    for (const { citationPath = '', words } of changes) {
      const [, id = '', start, end] = /^\/citations\/([^/]+)\/(\d+)-(\d+)$/.exec(citationPath) ?? []
      const document = await store.articles.findDocument(decodeURIComponent(id) as never)
      assert.equal(document?.text.slice(Number(start), Number(end)), words)
    }

    // Everything told again, and looked through again, raises nothing.
    const at = new Date(clock).toISOString()
    await store.jobs.enqueue(stories.map(({ id }) => ({ kind: 'refresh-story' as const, key: id, runAt: at })))
    await round()
    assert.equal((await raised('stories')).length, changes.length)
    assert.equal((await raised('topics')).length, begun.length)
    assert.equal((await listAlerts.run(as('nobody'), {})).alerts.length, 0)
  } finally {
    await context[Symbol.asyncDispose]()
    await served.close()
    await rm(folder, { recursive: true, force: true })
  }
})
