import { spawn } from 'node:child_process'
import { globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { runLanes, toldAgain, type Work } from './lanes.ts'
import { readCommandLine } from './read-command-line.ts'
import { makeRunFolder } from './run-folder.ts'
import { hasPostgres, missingLines, wantedPrograms } from './wanted-programs.ts'

/**
 * The whole test suite: what takes long in processes of its own, the others many files in one. Says last what was skipped for want of a
 * program, and how to have it.
 */
const HELP = `Usage: npm test -- [WORD…]
Runs the files of tests whose path holds one of the words; without a word all of them.`

const { positionals } = readCommandLine(HELP, {})

const filter = (files: readonly string[]) =>
  files.filter((file) => positionals.length === 0 || positionals.some((word) => file.includes(word))).sort()
const units = filter(
  globSync([
    'src/**/*.test.ts',
    'lab/eval/**/*.test.ts',
    'lab/bench/**/*.test.ts',
    'lab/prove/**/*.test.ts',
    'deploy/release/**/*.test.ts',
    'test/*.test.ts',
  ]),
)
const integration = filter(globSync('test/integration/**/*.test.ts'))
const pages = filter(globSync('test/e2e/**/*.test.ts'))

/** A test that hangs fails by name after this. */
const longestTestMs = 10 * 60_000
/** So many lines of what failed are told once more at the end. */
const mostLinesAgain = 60
const cores = availableParallelism()
/** What takes longest has a process of its own and begins first, so that no core stands idle at the end. */
const longFirst = [
  'proofs',
  'rules',
  'soak',
  'islands',
  'walk-through',
  'isolation',
  'cross-site',
  'commands',
  'cluster',
  'copy-store',
  'postgres-nodes',
]
const long = longFirst.flatMap((word) => [...integration, ...pages].filter((file) => file.endsWith(`/${word}.test.ts`)))
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
  ...inParts('units', units, 4, ['--test', '--test-isolation=none']),
  ...short(pages).map((file) => work(file, [file])),
  ...inParts('integration', short(integration), 10, oneByOne),
]
// More than cores: a test that waits, for an answer, a lease or a process to end, leaves its core to another. With two more than two cores
// a quarter of both stood idle.
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
process.exitCode = totals.fail > 0 || totals.tests === 0 ? 1 : 0

/** One server for all who want PostgreSQL; each makes a database of its own on it. A few files start their own. */
async function sharedPostgres(): Promise<NodeJS.ProcessEnv> {
  if (integration.length < 5 || process.env.TWOSOURCE_TEST_POSTGRES || !hasPostgres()) return {}
  const { startServer } = await import('./integration/postgres-server.ts')
  return { TWOSOURCE_TEST_POSTGRES: await startServer() }
}

/** The demo edition is taken in once, while the first tests run; whoever wants it copies what came of it. */
function sharedDemo(): NodeJS.ProcessEnv {
  if (integration.length + pages.length < 20) return {}
  const place = mkdtempSync(join(tmpdir(), 'twosource-filled-'))
  const filler = fileURLToPath(new URL('./integration/filled-demo.ts', import.meta.url))
  const child = spawn(process.execPath, [filler, place], { stdio: ['ignore', 'ignore', 'inherit'] })
  process.once('exit', () => {
    child.kill('SIGKILL')
    rmSync(place, { recursive: true, force: true })
  })
  child.once('exit', (code) => {
    // Then each file fills its own.
    if (code) writeFileSync(join(place, 'filled.json'), 'null')
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
): readonly Work[] {
  const parts = Math.min(mostParts, Math.ceil(files.length / 8))
  return Array.from({ length: parts }, (_, part) =>
    work(
      `${name}, part ${part + 1} of ${parts}`,
      files.filter((_, at) => at % parts === part),
      runner,
    ),
  )
}

function work(name: string, files: readonly string[], runner: readonly string[] = []): Work {
  // Whatever threads the tests start would read it, too; most files take nothing by chance.
  const draws = files.some((file) => readFileSync(file, 'utf8').includes("'fast-check'"))
  const seeded = draws ? ['--import', new URL('./fuzz-seed.ts', import.meta.url).href] : []
  return { name, args: [...seeded, `--test-timeout=${longestTestMs}`, '--test-reporter=spec', ...runner, ...files] }
}
