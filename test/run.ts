import { spawn, spawnSync } from 'node:child_process'
import { existsSync, globSync, readdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'

/**
 * The whole test suite: units in one process, then integration and pages each in a process of its own. Installs what
 * the tests need where it can (PostgreSQL 17, Chromium, Newsboat and a voice from Debian), and says what is left out where it cannot.
 */
const { positionals } = parseArgs({ allowPositionals: true })

if (Number(process.versions.node.split('.')[0]) < 24) {
  console.error(
    `The tests need Node 24 or newer; this is ${process.versions.node}. Run them with "npm test" after "npm ci".`,
  )
  process.exit(1)
}

const needs = [
  {
    name: 'Chromium',
    package: 'chromium',
    isThere: () => existsSync('/usr/bin/chromium'),
    without: 'tests of pages in a browser',
  },
  {
    name: 'PostgreSQL 17',
    package: 'postgresql-17',
    isThere: () => hasPostgres(),
    without: 'the PostgreSQL half of the store tests',
  },
  {
    name: 'espeak-ng',
    package: 'espeak-ng',
    isThere: () => existsSync('/usr/bin/espeak-ng'),
    without: 'tests of the brief read aloud',
  },
  {
    name: 'Newsboat',
    package: 'newsboat',
    isThere: () => existsSync('/usr/bin/newsboat'),
    without: 'the test of the Google Reader API with a feed reader of others',
  },
  {
    name: 'sox',
    package: 'sox',
    isThere: () => existsSync('/usr/bin/sox'),
    without: 'tests of the brief read aloud',
  },
]

installMissing()
for (const need of needs)
  if (!need.isThere())
    console.log(`${need.name} is not here: ${need.without} are SKIPPED. On Debian: apt-get install ${need.package}`)

const filter = (files: readonly string[]) =>
  files.filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word))).sort()
const units = filter(
  globSync([
    'src/**/*.test.ts',
    'demo/**/*.test.ts',
    'eval/**/*.test.ts',
    'bench/**/*.test.ts',
    'prove/**/*.test.ts',
    'test/*.test.ts',
  ]),
)
const integration = filter(globSync('test/integration/**/*.test.ts'))
const pages = filter(globSync('test/e2e/**/*.test.ts'))

/** A test that hangs fails by name after this; a file that does not end is named when the whole run is ended. */
const longestTestMs = 10 * 60_000
const longestRunMs = 45 * 60_000

/** What Node made of a file is kept, as the product keeps it: hundreds of processes read the same thousand files. */
const compiled = fileURLToPath(new URL('../node_modules/.cache/twosource', import.meta.url))

const totals = { tests: 0, pass: 0, fail: 0, skipped: 0 }
const startedAt = Date.now()
if (units.length > 0) await run(['--test-isolation=none', ...units])
if (integration.length > 0) await run(['--test-concurrency=2', ...integration])
// A browser that has the machine to itself shows a page as it is: where shifts are measured, nothing shifts because something else was slow.
const alone = pages.filter((file) => file.endsWith('proofs.test.ts'))
const together = pages.filter((file) => !alone.includes(file))
if (together.length > 0) await run(['--test-concurrency=2', ...together])
if (alone.length > 0) await run(['--test-concurrency=1', ...alone])

console.log(`ℹ tests ${totals.tests}`)
console.log(`ℹ pass ${totals.pass}`)
console.log(`ℹ fail ${totals.fail}`)
console.log(`ℹ skipped ${totals.skipped}`)
console.log(`ℹ duration_ms ${Date.now() - startedAt}`)
process.exitCode = totals.fail > 0 || totals.tests === 0 ? 1 : (process.exitCode ?? 0)

function hasPostgres(): boolean {
  const folder = '/usr/lib/postgresql'
  return (
    existsSync(folder) &&
    readdirSync(folder).some((major) => Number(major) >= 17 && existsSync(`${folder}/${major}/bin/initdb`))
  )
}

function installMissing() {
  const missing = needs.filter((need) => !need.isThere())
  if (missing.length === 0 || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return
  console.log(`Installing from Debian: ${missing.map((need) => need.package).join(' ')} …`)
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }
  const apt = (...args: string[]) => spawnSync('apt-get', args, { env, stdio: ['ignore', 'ignore', 'inherit'] })
  apt('update', '-q')
  apt('install', '-y', '-q', '--no-install-recommends', ...missing.map((need) => need.package))
}

/** Runs node's own test runner on the files, passes its output on, and adds up its closing lines. */
async function run(args: readonly string[]): Promise<void> {
  const seeded = ['--import', new URL('./fuzz-seed.ts', import.meta.url).href]
  const child = spawn(
    process.execPath,
    [...seeded, '--test', `--test-timeout=${longestTestMs}`, '--test-reporter=spec', ...args],
    { stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, NODE_COMPILE_CACHE: compiled } },
  )
  let tail = ''
  child.stdout.setEncoding('utf8')
  child.stdout.on('data', (text: string) => {
    process.stdout.write(text)
    tail = (tail + text).slice(-200_000)
  })
  const tooLong = setTimeout(() => child.kill(), longestRunMs)
  const code = await new Promise<number>((settle) => child.once('close', (status) => settle(status ?? 1)))
  clearTimeout(tooLong)
  for (const name of Object.keys(totals) as (keyof typeof totals)[]) {
    const found = [...tail.matchAll(new RegExp(`^ℹ ${name} (\\d+)$`, 'gm'))].at(-1)
    totals[name] += Number(found?.[1] ?? 0)
  }
  if (code !== 0) process.exitCode = 1
}
