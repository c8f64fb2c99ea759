import assert from 'node:assert/strict'
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { commonOf, seedNews } from '../../lab/prove/isolation/seed.ts'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import { doctor } from '../../src/cli/doctor.ts'
import { exportCommand } from '../../src/cli/export.ts'
import type { PluginFinding } from '../../src/core/layers.ts'
import { setModel } from '../../src/operations/admin/model-settings.ts'
import { testModel } from '../../src/operations/admin/test-model.ts'
import { getArticle } from '../../src/operations/articles/get-article.ts'
import { importFile } from '../../src/operations/library/import-file.ts'
import { exportStory } from '../../src/operations/stories/export-story.ts'
import { getStory } from '../../src/operations/stories/get-story.ts'
import { until } from '../until.ts'
import { openCommands } from './command-run.ts'

const examples = fileURLToPath(new URL('../../docs/examples/plugins', import.meta.url))
const price = 'The new ferry costs the town 12 million crowns, the council said on Monday.'

let folder = ''
const logged: Record<string, unknown>[] = []
const open = () =>
  createContext(
    readConfig({ TWOSOURCE_DATA: folder }),
    (event, fields) => logged.push({ event, ...fields }),
    () => new Date('2026-03-12T12:00:00Z'),
    // An article is read, plugin and all, on a machine that does much else, too.
    { limits: { analysisMs: 120_000 } },
  )
const add = (context: Awaited<ReturnType<typeof open>>, number: number) =>
  importFile
    .run(context.operations, {
      name: 'a.jsonl',
      bytes: new TextEncoder().encode(
        JSON.stringify({
          title: `A ferry for Port Alder, part ${number}`,
          outlet: 'Harbour Post',
          url: `https://post.example/${number}`,
          publishedAt: '2026-03-12T07:00:00Z',
          text: `${price}\nIt carries ${number} cars across the harbour every hour of the day.`,
        }),
      ),
    })
    .then(() => context.pipeline.runOnce())
const pricesOf = async ({ operations }: Awaited<ReturnType<typeof open>>, number: number) => {
  const stored = await operations.store.articles.findByUrl(`https://post.example/${number}`)
  const view = await getArticle.run(operations, { id: stored!.article.id })
  const layer = view!.annotations['plugin:prices']
  return (
    layer &&
    (layer.items as readonly PluginFinding[]).map(({ span, label }) => [
      view!.document.text.slice(span.start, span.end),
      label,
    ])
  )
}

before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-plugins-'))
})
after(() => rm(folder, { recursive: true, force: true }))

test('each example is loaded and does its work, and a file that cannot be used stops none of it', async () => {
  {
    await using bare = await open()
    await seedNews(bare.operations, () => bare.pipeline.runOnce(), '2026-03-12T06:30:00Z')
    await add(bare, 1)
    assert.equal(await pricesOf(bare, 1), undefined)
  }
  await cp(examples, join(folder, 'plugins'), { recursive: true })
  // A folder of data may lie anywhere, below a package of another kind too.
  await writeFile(join(folder, 'package.json'), '{"type":"commonjs"}')
  await writeFile(join(folder, 'plugins', 'broken.ts'), 'export const plugin = {')
  logged.length = 0
  await using context = await open()
  const { operations } = context
  assert.deepEqual(operations.plugins?.loaded.map(({ kind, name }) => [kind, name]).sort(), [
    ['analyzer', 'prices'],
    ['exporter', 'Org'],
    ['provider', 'first-sentences'],
  ])
  const left = logged.filter(({ event }) => event === 'plugin-left-out')
  assert.deepEqual(
    left.map(({ file }) => file),
    [join(folder, 'plugins', 'broken.ts')],
  )

  // The analyzer: of what comes, and of what is kept already once the server runs.
  await add(context, 2)
  assert.deepEqual(await pricesOf(context, 2), [['12 million crowns', 'price, as somebody says']])
  context.pipeline.start()
  const found = await until('what was kept is read anew', () => pricesOf(context, 1))
  assert.deepEqual(found, [['12 million crowns', 'price, as somebody says']])

  // The exporter.
  const { story } = await commonOf(operations)
  const view = await getStory.run(operations, getStory.input.parse({ id: story }))
  assert.deepEqual(view?.moreFormats, [{ extension: 'org', name: 'Org' }])
  const file = await exportStory.run(operations, exportStory.input.parse({ id: story, format: 'org' }))
  assert.match(
    file?.text ?? '',
    /^#\+TITLE: Harbour bridge closed.*\n\* In brief\n- [\s\S]+\* Who said what\n\*\* Ada Lindqvist\n- /,
  )

  // The provider: what it writes goes through the checks, as any model's does.
  const switches = { summaries: true, judging: false, answers: false, translation: false, embeddings: false }
  const numbers = { callsPerDay: 10, tokensPerDay: 100_000, timeoutSeconds: 60, stallSeconds: 60 }
  const chosen = { name: 'any', embeddingName: '', key: '', forgetsKey: false, switches, ...numbers }
  const set = (address: string) => setModel.run(operations, { ...chosen, address })
  assert.equal((await set('plugin:first-sentences')).kind, 'saved')
  const tested = await testModel.run(operations, {})
  assert.equal(tested.outcome.kind, 'written', JSON.stringify(tested))
  assert.ok(JSON.stringify(tested).includes('nine years of work'))
  await set('plugin:not-here')
  assert.match(JSON.stringify(await testModel.run(operations, {})), /no plugin not-here is loaded/)
})

test('doctor names each plugin and each file left out, and a story leaves by its ending', async () => {
  const commands = await openCommands([doctor, exportCommand], { settings: { TWOSOURCE_DATA: folder } })
  const checked = await commands.twosource('doctor')
  assert.match(checked.out, /✓ Plugin prices \(analyzer\)/)
  assert.match(checked.out, /✗ Plugin .*broken\.ts\. It was skipped: SyntaxError/)
  assert.match(
    (await commands.twosource('export', 'story', 'x', '--as', 'odd')).err,
    /md, jsonld, csv, .*warc, org, pack\./,
  )
  await commands.close()
})
