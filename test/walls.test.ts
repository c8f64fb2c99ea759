import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { wallRules, walls } from './walls.ts'

const root = fileURLToPath(new URL('../', import.meta.url))

test('biome.json holds the walls of the table', () => {
  const { overrides } = JSON.parse(readFileSync(new URL('../biome.json', import.meta.url), 'utf8'))
  const rules = wallRules()
  assert.deepEqual(overrides.slice(0, rules.length), rules, 'Run: npm run walls')
})

test('every folder of src has its walls', () => {
  const folders = readdirSync(new URL('../src/', import.meta.url), { withFileTypes: true })
  const known = ['core', ...walls.map(({ folder }) => folder)]
  assert.deepEqual(
    folders
      .filter((each) => each.isDirectory())
      .map(({ name }) => name)
      .toSorted(),
    known.toSorted(),
  )
})

const forbidden = [
  { what: 'core importing an npm package', folder: 'core', code: "import { z } from 'zod'\nexport const probe = z\n" },
  {
    what: 'core importing upward',
    folder: 'core',
    code: "import type { Store } from '../store/store.ts'\nexport type Probe = Store\n",
  },
  {
    what: 'a station importing node:',
    folder: 'story',
    code: "import { readFileSync } from 'node:fs'\nexport const probe = readFileSync\n",
  },
  {
    what: 'a station importing sideways',
    folder: 'cluster',
    code: "import { decode } from '../feeds/decode.ts'\nexport const probe = decode\n",
  },
  {
    what: 'a station calling fetch',
    folder: 'feeds',
    code: "export const probe = () => fetch('https://example.org')\n",
  },
  { what: 'a station reading the environment', folder: 'analyze', code: 'export const probe = () => process.env\n' },
  {
    what: 'a package outside its home',
    folder: 'pipeline',
    code: "import { Kysely } from 'kysely'\nexport const probe = Kysely\n",
  },
  {
    what: 'an edge importing a station',
    folder: 'http',
    code: "import { decode } from '../feeds/decode.ts'\nexport const probe = decode\n",
  },
  {
    what: 'a face touching the store',
    folder: 'web',
    code: "import type { Store } from '../store/store.ts'\nexport type Probe = Store\n",
  },
  {
    what: 'a face importing another face',
    folder: 'cli',
    code: "import { createWeb } from '../web/routes.ts'\nexport const probe = createWeb\n",
  },
  {
    what: 'the pipeline importing an operation',
    folder: 'pipeline',
    code: "import { getStory } from '../operations/get-story.ts'\nexport const probe = getStory\n",
  },
]

const allowed = [
  {
    what: 'a station importing core',
    folder: 'story',
    code: "import type { Span } from '../core/span.ts'\nexport type Probe = Span\n",
  },
  {
    what: 'operations importing a station and the store',
    folder: 'operations',
    code: "import { decode } from '../feeds/decode.ts'\nimport type { Store } from '../store/store.ts'\nexport const probe: [typeof decode, Store?] = [decode]\n",
  },
]

const probes = [...forbidden, ...allowed].map((probe, number) => ({
  ...probe,
  isRefused: number < forbidden.length,
  file: `src/${probe.folder}/zz-wall-probe-${number}.ts`,
}))

/** What the linter says of the probes: they are written into the folders of src/, linted at once, and taken away again. */
const said = lintOnce()

for (const { what, file, isRefused } of probes)
  test(`the linter ${isRefused ? 'refuses' : 'allows'} ${what}`, () => {
    const refusal = new RegExp(`^${file}:\\d+:\\d+ lint/\\w+/noRestricted(?:Imports|Globals)`, 'm')
    if (isRefused) assert.match(said(), refusal)
    else assert.doesNotMatch(said(), refusal)
  })

function lintOnce(): () => string {
  let text: string | undefined
  return () => (text ??= lint())
}

/** No other rule is asked: some want the whole project read first, which takes many times as long as all of this. */
const onlyWalls = ['noRestrictedImports', 'noRestrictedGlobals'].map((rule) => `--only=style/${rule}`)

function lint(): string {
  const places = probes.map(({ file, code }) => ({ file: new URL(file, new URL('../', import.meta.url)), code }))
  try {
    for (const { file, code } of places) writeFileSync(file, code)
    const { stdout, stderr } = spawnSync(
      'node_modules/.bin/biome',
      [
        'lint',
        ...onlyWalls,
        '--colors=off',
        '--vcs-enabled=false',
        '--max-diagnostics=none',
        ...probes.map(({ file }) => file),
      ],
      { cwd: root, encoding: 'utf8' },
    )
    return stdout + stderr
  } finally {
    for (const { file } of places) rmSync(file, { force: true })
  }
}
