import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { isNewEnough } from './node-needs.js'

const root = fileURLToPath(new URL('../../..', import.meta.url))
const its = 'src/app/launch'
const packageName = `node-${process.platform}-${process.arch}`
/** Prints how it was started, and does what its argument says. */
const probe = `const [what] = process.argv.slice(2)
if (what === 'wait') { process.on('SIGTERM', () => process.exit(9)); setInterval(() => {}, 1000) }
console.log(JSON.stringify({ pid: process.pid, argv: process.argv.slice(2), program: process.argv[1], flags: process.execArgv }))
if (what === 'exit') process.exit(7)
if (what === 'die') process.kill(process.pid, 'SIGKILL')
`
let folder: string
let launcher: string

before(() => {
  folder = mkdtempSync(join(tmpdir(), 'twosource-launch-'))
  mkdirSync(join(folder, its), { recursive: true })
  for (const file of ['launch.js', 'find-node.js', 'node-needs.js', 'keep-compiled.js'])
    cpSync(join(root, its, file), join(folder, its, file))
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'src/main.ts'), probe)
  mkdirSync(join(folder, 'test'))
  writeFileSync(join(folder, 'test/run.ts'), probe)
  launcher = join(folder, its, 'launch.js')
})
after(() => rmSync(folder, { recursive: true, force: true }))

/** With npm's package of Node, and nothing in `.bin`, as npm before 11.6.4 leaves it. */
function withPackage(isThere = true) {
  const installed = join(folder, 'node_modules', packageName)
  rmSync(join(folder, 'node_modules'), { recursive: true, force: true })
  if (!isThere) return
  mkdirSync(join(installed, 'bin'), { recursive: true })
  writeFileSync(join(installed, 'package.json'), JSON.stringify({ name: packageName, version: '24.21.0' }))
  symlinkSync(process.execPath, join(installed, 'bin/node'))
}

/** Makes this Node pass for another version. */
function passingFor(version: string, canReplace = false): readonly string[] {
  const lie = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })
${canReplace ? '' : 'process.execve = undefined'}`
  return ['--import', `data:text/javascript,${encodeURIComponent(lie)}`]
}

const env = { PATH: '/nowhere' }
const run = (before: readonly string[], ...args: string[]) => {
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [...before, launcher, ...args], { env })
  const [line = ''] = String(stdout).split('\n')
  return { status, signal, stderr: String(stderr), told: line === '' ? undefined : JSON.parse(line) }
}

test('a Node is new enough from 24.12 on', () => {
  const of = (versions: readonly string[]) => versions.map((version) => isNewEnough(version))
  assert.deepEqual(of(['18.20.8', '20.20.2', '22.22.0', '24.11.9', 'v24.11.1']), [false, false, false, false, false])
  assert.deepEqual(of(['24.12.0', 'v24.21.0', '25.0.1', '26.0.0']), [true, true, true, true])
})

for (const [which, before] of [
  ['an old Node, which waits for it', passingFor('20.19.2')],
  ['an old Node that can be replaced', passingFor('22.15.0', true)],
  ['a new Node', []],
] as const)
  describe(`started by ${which}, without node_modules/.bin/node`, () => {
    test('the program gets its arguments and the flags of the product', () => {
      withPackage()
      const { status, told, stderr } = run(before, 'src/main.ts', 'serve', '--json', 'a b')
      assert.equal(status, 0, stderr)
      assert.deepEqual(told.argv, ['serve', '--json', 'a b'])
      assert.deepEqual(told.flags.slice(0, 2), ['--max-semi-space-size=4', '--import'])
      assert.match(told.flags[2], /src\/app\/launch\/keep-compiled\.js$/)
      assert.deepEqual(run(before, 'test/run.ts').told.flags, [])
    })

    test('its exit code and the signal that ended it are those of the launcher', () => {
      withPackage()
      assert.equal(run(before, 'test/run.ts', 'exit').status, 7)
      assert.equal(run(before, 'test/run.ts', 'die').signal, 'SIGKILL')
    })

    test('a signal reaches it', async () => {
      withPackage()
      const child: ChildProcess = spawn(process.execPath, [...before, launcher, 'test/run.ts', 'wait'], { env })
      const [chunk] = await once(child.stdout as NonNullable<typeof child.stdout>, 'data')
      const isReplaced = JSON.parse(String(chunk)).pid === child.pid
      assert.equal(isReplaced, !which.includes('waits'))
      child.kill('SIGTERM')
      assert.deepEqual(await once(child, 'close'), [9, null])
    })
  })

describe('the packed program', () => {
  const packed = () => join(folder, 'dist/program/main.js')
  const writeAt = (file: string, seconds: number) => {
    mkdirSync(join(file, '..'), { recursive: true })
    writeFileSync(file, probe)
    utimesSync(file, seconds, seconds)
  }
  const ran = () => String(run([], 'src/main.ts').told.program).slice(realpathSync(folder).length + 1)
  const now = Date.now() / 1000
  after(() => {
    rmSync(join(folder, 'dist'), { recursive: true })
    writeFileSync(join(folder, 'src/main.ts'), probe)
  })

  test('is run where it was built, until something it is made of is newer', () => {
    withPackage()
    writeAt(packed(), now + 100)
    assert.equal(ran(), 'dist/program/main.js')
    writeAt(join(folder, 'src/web/deep/page.css'), now + 200)
    assert.equal(ran(), 'src/main.ts')
    writeAt(packed(), now + 300)
    assert.equal(ran(), 'dist/program/main.js')
    writeAt(join(folder, 'package-lock.json'), now + 400)
    assert.equal(ran(), 'src/main.ts')
  })

  test('is left when something it is made of is removed', () => {
    for (const name of ['src', ...globSync('src/**', { cwd: folder }), 'package-lock.json'])
      utimesSync(join(folder, name), now - 200, now - 200)
    writeAt(packed(), now - 100)
    assert.equal(ran(), 'dist/program/main.js')
    rmSync(join(folder, 'src/web/deep/page.css'))
    assert.equal(ran(), 'src/main.ts')
  })

  test('is run where nothing else is there', () => {
    rmSync(join(folder, 'src/main.ts'))
    assert.equal(ran(), 'dist/program/main.js')
  })
})

test('without the package a Node that is new enough runs it, be it in PATH only', () => {
  withPackage(false)
  assert.equal(run([], 'test/run.ts', 'exit').status, 7)
  const found = spawnSync(process.execPath, [...passingFor('20.19.2'), launcher, 'test/run.ts', 'exit'], {
    env: { PATH: `/nowhere:${join(process.execPath, '..')}` },
  })
  assert.equal(found.status, 7, String(found.stderr))
})

test('without a program it says how it is called', () => {
  withPackage()
  const { status, stderr } = run([])
  assert.equal(status, 2)
  assert.match(stderr, /^Usage: node src\/app\/launch\/launch\.js PROGRAM/)
})

test('where no Node is new enough, one sentence says so, and it ends with 1', () => {
  withPackage(false)
  const { status, stderr } = run(passingFor('20.19.2'), 'src/main.ts')
  assert.equal(status, 1)
  assert.match(stderr, /^Twosource needs Node 24\.12 or newer, and found only 20\.19\.2\. Install .*\n$/)
})

test('nothing of the project relies on node_modules/.bin/node or repeats the flags of the product', () => {
  // Where the flags are, and the files that explain failures or check for the file.
  const apart = ['src/app/launch/find-node.js', 'src/app/launch/node-needs.js', 'lab/prove/install.ts']
  const files = [
    ...globSync(
      '{package.json,README.md,CONTRIBUTING.md,AGENTS.md,.ci/*,deploy/{Dockerfile,*.yaml,*.service},docs/guide/*.md}',
      {
        cwd: root,
      },
    ),
    ...globSync('{src,lab,deploy/release,test}/**/*.{ts,js}', { cwd: root }),
  ].filter((file) => !file.endsWith('.test.ts') && !apart.includes(file))
  assert.ok(existsSync(join(root, 'package.json')) && files.length > 500)
  const found = files.filter((file) =>
    /\.bin\/node\b|max-semi-space-size=4/.test(readFileSync(join(root, file), 'utf8')),
  )
  assert.deepEqual(found, [])
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>
  }
  for (const script of Object.values(scripts)) assert.doesNotMatch(script, /\bnode (?!src\/app\/launch\/launch\.js )/)
})
