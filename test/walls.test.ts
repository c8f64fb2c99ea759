import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { importCycles, importsOf, packagesLoadedBy, readSources } from './import-graph.ts'
import { composition, wallProblems, walls } from './walls.ts'

const sources = readSources()
/** Each costs every start its time and memory: the decoders of rare encodings took a quarter of all that was loaded. */
const loadedAtStart = ['@hono/node-server', 'hono', 'kysely', 'zod']

test('no file of src/ imports what its wall keeps from it', () => {
  const product = [...sources].filter(([file]) => file.startsWith('src/'))
  assert.ok(product.length > 1000)
  assert.deepEqual(
    product.flatMap(([file, source]) => wallProblems(file, source)),
    [],
  )
})

test('no files import each other in a circle', () => assert.deepEqual(importCycles(sources), []))

test('a start loads few packages; what few need is imported where it is needed (import())', () =>
  assert.deepEqual(packagesLoadedBy('src/start.ts', sources), loadedAtStart))

test('the thread that writes, which every open store has, loads none', () =>
  assert.deepEqual(packagesLoadedBy('src/store/engine/sqlite-writer-thread.ts', sources), []))

test('the imports of every file are read', () => {
  const { size } = sources
  assert.ok(size > 1000)
  const read = [...sources.values()].flatMap(importsOf)
  assert.ok(read.length > size * 3, `${read.length} imports were found in ${size} files`)
})

test('every folder of src/ has its wall', () => {
  const folders = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory())
  const known = [...walls.map(({ folder }) => folder), ...composition]
  for (const { name } of folders) assert.ok(known.includes(name), `src/${name} is no line in test/walls.ts`)
})

test('biome.json refuses the network, the environment and timers in every pure folder', () => {
  const { overrides } = JSON.parse(readFileSync('biome.json', 'utf8')) as {
    overrides: readonly { readonly includes: readonly string[]; readonly linter: unknown }[]
  }
  const rule = overrides.find(({ linter }) => JSON.stringify(linter).includes('noRestrictedGlobals'))
  const pure = walls.filter(({ isPure }) => isPure).map(({ folder }) => `src/${folder}/**/*.ts`)
  assert.deepEqual(rule?.includes.filter((each) => !each.startsWith('!')).toSorted(), pure.toSorted())
})

/** What one file may not say, wherever below its folder it is. */
const refused = [
  ['core importing an npm package', 'core/probe.ts', "import { z } from 'zod'", /core imports nothing outside core/],
  ['core importing a module of Node', 'core/probe.ts', "import 'node:fs'", /A station is pure/],
  ['the reader of models importing more of Node', 'core/read-model.ts', "import 'node:net'", /A station is pure/],
  ['core importing upward', 'core/probe.ts', "import type { Store } from '../store/store.ts'", /lower layers only/],
  ['core importing upward from a room', 'core/text/probe.ts', "import { x } from '../../feeds/x.ts'", /lower layers/],
  ['a station importing node:', 'story/probe.ts', "import { readFileSync } from 'node:fs'", /A station is pure/],
  ['a station importing sideways', 'cluster/probe.ts', "import { decode } from '../feeds/decode.ts'", /lower layers/],
  ['a package outside its home', 'pipeline/probe.ts', "import { Kysely } from 'kysely'", /another home folder/],
  ['a part of a package outside its home', 'cli/probe.ts', "import { x } from 'hono/tiny'", /another home folder/],
  ['a package that nobody gave a home', 'store/probe.ts', "import leftPad from 'left-pad'", /no home folder yet/],
  ['an edge importing a station', 'http/probe.ts', "import { decode } from '../feeds/decode.ts'", /lower layers/],
  ['an adapter touching the store', 'web/probe.ts', "import type { S } from '../store/store.ts'", /lower layers/],
  ['a page of a room touching the store', 'web/day/pages/p.ts', "import { S } from '../../../store/s.ts'", /lower/],
  ['an adapter importing another adapter', 'cli/probe.ts', "import { createWeb } from '../web/routes.ts'", /lower/],
  ['the pipeline importing an operation', 'pipeline/p.ts', "import { x } from '../operations/x.ts'", /lower layers/],
  ['an operation importing the composition root', 'operations/p.ts', "import { x } from '../app/x.ts'", /lower layers/],
  ['an operation importing a file of src/ itself', 'operations/p.ts', "import { x } from '../context.ts'", /lower/],
  ['what is loaded when it is needed', 'web/probe.ts', "const x = await import('../store/store.ts')", /lower layers/],
  ['what is handed on', 'web/probe.ts', "export * from '../store/store.ts'", /lower layers only/],
  ['an import over several lines', 'web/probe.ts', "import {\n  a,\n  b,\n} from '../store/store.ts'", /lower layers/],
  ['a folder without a wall', 'utils/probe.ts', 'export const x = 1', /has no wall/],
] as const

for (const [what, file, source, why] of refused)
  test(`the walls refuse ${what}`, () => {
    const problems = wallProblems(`src/${file}`, `${source}\n`)
    assert.equal(problems.length, 1, problems.join('\n'))
    assert.match(problems[0] ?? '', why)
  })

const allowed = [
  ['a station importing core', 'story/probe.ts', "import type { Span } from '../core/span.ts'"],
  ['operations importing a station', 'operations/probe.ts', "import { decode } from '../feeds/decode.ts'"],
  ['operations importing the store from a room', 'operations/day/p.ts', "import { S } from '../../store/day/s.ts'"],
  ['a package in its home', 'store/engine/probe.ts', "import { Kysely } from 'kysely'"],
  ['the reader of models importing files', 'core/read-model.ts', "import { readFileSync } from 'node:fs'"],
  ['an edge importing a module of Node', 'http/probe.ts', "import { lookup } from 'node:dns'"],
  ['the composition root importing everything', 'app/serve/probe.ts', "import { S } from '../../store/store.ts'"],
  ['a test importing anything', 'core/probe.test.ts', "import { S } from '../store/store.ts'"],
  ['what a comment says', 'core/probe.ts', "// import { S } from '../store/store.ts'"],
] as const

for (const [what, file, source] of allowed)
  test(`the walls allow ${what}`, () => assert.deepEqual(wallProblems(`src/${file}`, `${source}\n`), []))

test('a circle is found, and one of types alone is none', () => {
  const circle = (first: string) =>
    importCycles(
      new Map([
        ['src/core/a.ts', `${first} { b } from './b.ts'\n`],
        ['src/core/b.ts', "import { c } from './text/c.ts'\n"],
        ['src/core/text/c.ts', "export { a } from '../a.ts'\n"],
      ]),
    )
  assert.deepEqual(circle('import'), [['src/core/a.ts', 'src/core/b.ts', 'src/core/text/c.ts']])
  assert.deepEqual(circle('import type'), [])
})
