import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { after, before, test } from 'node:test'
import { loadPlugins, pluginVersions } from './plugins.ts'

let folder = ''
before(async () => {
  folder = await mkdtemp(join(tmpdir(), 'twosource-plugins-'))
})
after(() => rm(folder, { recursive: true, force: true }))

const analyzer = (name: string, rest = '') =>
  `export const plugin = { kind: 'analyzer', name: '${name}', version: 2, requires: ['sentences'], run: () => [] ${rest} }`

test('a folder that is not there has none', async () => {
  const plugins = await loadPlugins(join(folder, 'none'))
  assert.deepEqual([plugins.loaded, plugins.leftOut], [[], []])
})

test('one that does not end loading, ends its thread or fills memory is left out, and the start goes on', async () => {
  const own = await mkdtemp(join(folder, 'bad-'))
  const files: Readonly<Record<string, string>> = {
    'a-turns.js': 'while (true);',
    'b-waits.js': `await new Promise(() => {})\n${analyzer('waits')}`,
    'c-exits.js': 'process.exit(0)',
    'd-fills.js': 'const all = []\nwhile (true) all.push(Array.from({ length: 1e5 }, (_, n) => n + 0.5))',
    'e-later.js': `setTimeout(() => { throw new Error('late') })\nawait new Promise(() => {})`,
    'f-odd.js': "export const plugin = { kind: 'analyzer', name: { deep: () => {} } }",
  }
  for (const [file, text] of Object.entries(files)) await writeFile(join(own, file), text)
  const plugins = await loadPlugins(own, { loadMs: 700 })
  assert.deepEqual(plugins.loaded, [])
  assert.deepEqual(
    plugins.leftOut.map(({ file }) => basename(file)),
    Object.keys(files),
  )
  assert.match(plugins.leftOut[0]?.why ?? '', /not ready after 0\.7 s/)
})

test('each file that cannot be used is left out and named with why, and the others are loaded', async () => {
  const files: Readonly<Record<string, string>> = {
    'a-good.ts': `const version: number = 1\n${analyzer('good')}`,
    'b-same.js': analyzer('good'),
    'c-broken.ts': 'export const plugin = {',
    'd-throws.js': "throw new Error('it wants a file that is not here')",
    'e-nothing.js': 'export const other = 1',
    'f-wrong.js': analyzer('Wrong Name', ", requires: ['tea']"),
    'g-takes-ours.js':
      "export const plugin = { kind: 'exporter', name: 'X', mediaType: 'text/x', extension: 'md', render() {} }",
    'h-good.js':
      "export const plugin = { kind: 'exporter', name: 'Y', mediaType: 'text/y; charset=utf-8', extension: 'yy', render() {} }",
    'i.test.ts': 'throw new Error("a test is no plugin")',
    'notes.txt': 'no plugin either',
  }
  for (const [file, text] of Object.entries(files)) await writeFile(join(folder, file), text)
  await mkdir(join(folder, 'deeper.ts'))
  execFileSync('mkfifo', [join(folder, 'pipe.js')])
  const plugins = await loadPlugins(folder)
  assert.deepEqual(
    plugins.loaded.map(({ file, kind, name }) => [basename(file), kind, name]),
    [
      ['a-good.ts', 'analyzer', 'good'],
      ['h-good.js', 'exporter', 'Y'],
    ],
  )
  assert.deepEqual(pluginVersions(plugins), { 'plugin:good': 2 })
  const why = Object.fromEntries(plugins.leftOut.map((each) => [basename(each.file), each.why]))
  assert.match(why['b-same.js'] ?? '', /a-good\.ts has the same name/)
  assert.match(why['c-broken.ts'] ?? '', /SyntaxError/)
  assert.match(why['d-throws.js'] ?? '', /it wants a file that is not here/)
  assert.match(why['e-nothing.js'] ?? '', /doesn’t export “plugin”/)
  assert.match(why['f-wrong.js'] ?? '', /name.*requires|requires.*name/)
  assert.match(why['g-takes-ours.js'] ?? '', /not one that stories have already/)
  for (const file of ['deeper.ts', 'pipe.js']) assert.equal(why[file], 'it isn’t a regular file')
  assert.equal(plugins.leftOut.length, 8)
})

test('what a plugin throws when nobody waits is told, and what anybody else throws ends the process', (t) => {
  const folder = mkdtempSync(join(tmpdir(), 'twosource-outlive-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const plugin = join(folder, 'plugin.js')
  writeFileSync(
    plugin,
    "setTimeout(() => { throw new Error('late') })\nsetTimeout(() => void Promise.reject(new Error('unkept')), 1)",
  )
  const program = join(folder, 'program.mjs')
  writeFileSync(
    program,
    `import { outlivePlugins } from ${JSON.stringify(new URL('./plugins.ts', import.meta.url).href)}
outlivePlugins([${JSON.stringify(plugin)}], (event, { fault }) => console.log(event, fault))
await import(${JSON.stringify(plugin)})
setTimeout(() => { console.log('still here'); throw new Error('ours') }, 50)`,
  )
  const { stdout, stderr, status } = spawnSync(process.execPath, [program], { encoding: 'utf8', timeout: 20_000 })
  assert.deepEqual(stdout.trim().split('\n'), [
    'plugin-failed Error: late',
    'plugin-failed Error: unkept',
    'still here',
  ])
  assert.match(stderr, /Error: ours/)
  assert.equal(status, 1)
})
