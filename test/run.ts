import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runLanes, toldAgain, type Work } from './lanes.ts'
import { readCommandLine } from './read-command-line.ts'
import { makeRunFolder } from './run-folder.ts'
import { chooseFiles } from './tiers.ts'
import { hasPostgres, missingLines, wantedPrograms } from './wanted-programs.ts'

/**
 * Runs the tests: what takes long in processes of its own, the others many files in one. Says last what was left out and how to have it.
 */
const HELP = `Usage: npm test -- [WORD…]
       npm run test:all [-- --rest]
"npm test" takes five minutes at most: no slow files, SQLite alone, one test of pages in a browser.
With words it runs every file of tests whose path has one of them, whole.
"test:all" runs everything; with --rest only what "npm test" leaves out.`

const { positionals, values } = readCommandLine(HELP, { all: { type: 'boolean' }, rest: { type: 'boolean' } })
const tier = values.rest ? 'rest' : values.all || positionals.length > 0 ? 'all' : 'short'

const filter = (files: readonly string[]) =>
  files.filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word))).sort()
const chosen = chooseFiles(
  tier,
  {
    units: filter(
      globSync([
        'src/**/*.test.ts',
        'lab/eval/**/*.test.ts',
        'lab/bench/**/*.test.ts',
        'lab/prove/**/*.test.ts',
        'deploy/release/**/*.test.ts',
        'test/*.test.ts',
      ]),
    ),
    integration: filter(globSync('test/integration/**/*.test.ts')),
    pages: filter(globSync('test/e2e/**/*.test.ts')),
    smoke: filter(globSync('test/e2e/smoke.test.ts')),
  },
  (file) => /\bdialects\b|\bskipReason\(/.test(readFileSync(file, 'utf8')),
)
const { units, pages, integration, onOne } = chosen

/** A test that hangs fails by name after this. */
const longestTestMs = 10 * 60_000
/** So many lines of what failed are told once more at the end. */
const mostLinesAgain = 60
const cores = availableParallelism()
/** What takes longest has a process of its own and begins first, so that no core is idle at the end. */
const longFirst = [
  'proofs',
  'rules',
  'soak',
  'benches',
  'islands',
  'walk-through',
  'private-feeds',
  'isolation',
  'damage',
  'sudden-ends',
  'cross-site',
  'commands',
  'cluster',
  'copy-store',
  'postgres-nodes',
]
const long = longFirst.flatMap((word) =>
  [...integration, ...pages].filter((file) => basename(file).split('.')[0] === word),
)
const short = (files: readonly string[]) => files.filter((file) => !long.includes(file))

/** Each file has hooks of its own there; what units do for all of a file, others do not mind. */
const oneByOne = [fileURLToPath(new URL('./one-by-one.ts', import.meta.url))]

// What was started for all is ended with this process, however it is told to end.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const runFolder = makeRunFolder()
process.env.TMPDIR = runFolder
const env = {
  ...process.env,
  // What Node made of a file is kept, as the product keeps it: hundreds of processes read the same thousand files.
  NODE_COMPILE_CACHE: fileURLToPath(new URL('../node_modules/.cache/twosource', import.meta.url)),
  ...(await sharedPostgres()),
  ...sharedDemo(),
}
// After all who have something in it are ended.
process.once('exit', () => rmSync(runFolder, { recursive: true, force: true, maxRetries: 3 }))
const startedAt = Date.now()
const works = [
  ...long.map((file) => work(file, [file])),
  ...inParts('pages', short(pages), 6, oneByOne),
  ...inParts('units', units, 4, ['--test', '--test-isolation=none']),
  ...inParts('integration', short(integration), 10, oneByOne),
  ...inParts(`integration on ${onOne.dialect}`, onOne.files, 12, oneByOne, { TWOSOURCE_TEST_DIALECTS: onOne.dialect }),
]
// More than cores: a test that waits, for an answer, a lease or a process to end, leaves its core to another. With two more than two cores
// a quarter of both is idle.
const totals = await runLanes(works, cores + 3, env)

// Who reads the end of a long log, or what CI tells of it last, sees there what failed.
console.log('══ the end')
for (const line of toldAgain(totals.failures, mostLinesAgain)) console.log(line)
console.log(`ℹ tests ${totals.tests}`)
console.log(`ℹ pass ${totals.pass}`)
console.log(`ℹ fail ${totals.fail}`)
console.log(`ℹ skipped ${totals.skipped}`)
console.log(`ℹ duration_ms ${Date.now() - startedAt}`)
for (const line of missingLines(wantedPrograms)) console.log(line)
if (chosen.leftOut.length > 0) console.log(`Left to "npm run test:all": ${chosen.leftOut.join(', ')}.`)
process.exitCode = totals.fail > 0 || totals.tests === 0 ? 1 : 0

/** One server for all who want PostgreSQL; each makes a database of its own on it. A few files start their own. */
async function sharedPostgres(): Promise<NodeJS.ProcessEnv> {
  if (integration.length + onOne.files.length < 5 || process.env.TWOSOURCE_TEST_POSTGRES || !hasPostgres()) return {}
  const { startServer } = await import('./integration/postgres-server.ts')
  return { TWOSOURCE_TEST_POSTGRES: await startServer() }
}

/** The demo edition is taken in once, while the first tests run; whoever wants it copies what came of it. */
function sharedDemo(): NodeJS.ProcessEnv {
  if (integration.length + onOne.files.length + pages.length < 20 || process.env.TWOSOURCE_TEST_DEMO) return {}
  const place = mkdtempSync(join(tmpdir(), 'twosource-filled-'))
  const filler = fileURLToPath(new URL('./integration/filled-demo.ts', import.meta.url))
  const child = spawn(process.execPath, [filler, place], { stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
  })
  child.unref()
  return { TWOSOURCE_TEST_DEMO: place }
}

/** Many files in a process, which reads the product's files once for all of them; in so many parts that the cores share them. */
function inParts(
  name: string,
  files: readonly string[],
  mostParts: number,
  runner: readonly string[],
  env: NodeJS.ProcessEnv = {},
): readonly Work[] {
  const parts = Math.min(mostParts, Math.ceil(files.length / 8))
  return Array.from({ length: parts }, (_, part) =>
    work(
      `${name}, part ${part + 1} of ${parts}`,
      files.filter((_, at) => at % parts === part),
      runner,
      env,
    ),
  )
}

function work(
  name: string,
  files: readonly string[],
  runner: readonly string[] = [],
  env: NodeJS.ProcessEnv = {},
): Work {
  // Whatever threads the tests start would read it, too; most files take nothing by chance.
  const draws = files.some((file) => readFileSync(file, 'utf8').includes("'fast-check'"))
  const seeded = draws ? ['--import', new URL('./fuzz-seed.ts', import.meta.url).href] : []
  const untracked = ['--import', new URL('./untracked-promises.ts', import.meta.url).href]
  const args = [...untracked, ...seeded, `--test-timeout=${longestTestMs}`, '--test-reporter=spec', ...runner, ...files]
  return { name, args, env }
}
