import { globSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname } from 'node:path'
import { codeOnly } from './code-only.ts'
import { fileOf, importsOf, readSources } from './import-graph.ts'
import { readCommandLine } from './read-command-line.ts'
import { wallProblems } from './walls.ts'

/**
 * What the linter cannot say: how long a file is, whether its name says what is in it, how large a folder is, and what the walls keep
 * apart. With `--json`, the figures of the repository's shape.
 */
const HELP = `Usage: npm run shape [-- --json]
Checks lengths and names of files and the walls between folders, and prints how large everything is.

  --json   all figures, for programs`

const LIMIT = 400
const BANNED = /^(utils?|helpers?|common|shared|misc|managers?|services?(?!-worker)|data|info|index)(\.|-|$)/
/** Tables of facts, of words, and generated data. */
const TABLES = [/^src\/store\/migrations\//, /^src\/web\/[\w/-]*\bwords-[a-z]{2}\.ts$/]

const { values } = readCommandLine(HELP, { json: { type: 'boolean' } })
const sources = readSources()
const files = [...sources.keys()]
const lengthOf = (file: string) => (sources.get(file) ?? '').split('\n').length - 1
const isTable = (file: string) => TABLES.some((pattern) => pattern.test(file))
const isTest = (file: string) => file.endsWith('.test.ts') || file.startsWith('test/')
const problems: string[] = []

for (const file of files) {
  if (BANNED.test(basename(file))) problems.push(`${file}: the name says nothing. Name the one thing inside.`)
  if (!isTable(file) && lengthOf(file) > LIMIT)
    problems.push(`${file}: ${lengthOf(file)} lines. Split it by meaning; the limit is ${LIMIT}.`)
}
for (const [file, source] of sources) problems.push(...wallProblems(file, source))

const product = files.filter((file) => file.startsWith('src/') && !isTest(file) && !isTable(file))
const tests = files.filter(isTest)
const total = (of: readonly string[]) => of.reduce((sum, file) => sum + lengthOf(file), 0)
const lengths = product.map(lengthOf).sort((a, b) => a - b)
const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0

if (values.json) console.log(JSON.stringify(figures(), null, 2))
else
  console.log(
    `${product.length} source files, ${total(product)} lines (median ${at(0.5)}, p90 ${at(0.9)}, most ${lengths.at(-1)}); ${tests.length} test files, ${total(tests)} lines`,
  )
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

/** Source files are those of `src/` that are no tests and no tables (migrations, words, generated data), unless it says otherwise. */
function figures() {
  const inSrc = files.filter((file) => file.startsWith('src/') && !isTest(file))
  const code = new Map(inSrc.map((file) => [file, codeOnly(sources.get(file) ?? '')]))
  const count = (pattern: RegExp) => inSrc.reduce((sum, file) => sum + (code.get(file)?.match(pattern)?.length ?? 0), 0)
  const sizes = countBy(files.filter((file) => !isTest(file)).map((file) => dirname(file)))
  const [largestFolder, inLargestFolder] = [...sizes].sort((a, b) => b[1] - a[1])[0] ?? ['', 0]
  const importers = readImporters()
  const alone = product.filter((file) => importers.get(file)?.size === 1)
  return {
    sourceFiles: product.length,
    sourceLines: total(product),
    medianLines: at(0.5),
    filesOfAtMost30Lines: lengths.filter((length) => length <= 30).length,
    filesWithTables: inSrc.length,
    linesWithTables: total(inSrc),
    testFiles: tests.length,
    testLines: total(tests),
    filesDirectlyInSrc: inSrc.filter((file) => dirname(file) === 'src').length,
    largestFolder,
    inLargestFolder,
    foldersOver60: [...sizes].filter(([, size]) => size > 60).map(([folder, size]) => `${folder} ${size}`),
    filesNamedFace: inSrc.filter((file) => file.endsWith('-face.ts')).length,
    mirrorFiles: inSrc.filter((file) => /^src\/web\/.*-operations\.ts$|^src\/.*-face\.ts$/.test(file)).length,
    rootEntries: readdirSync('.').filter((name) => !['.git', 'node_modules', 'dist', 'data'].includes(name)).length,
    biomeLines: readFileSync('biome.json', 'utf8').split('\n').length - 1,
    walkLines: readFileSync('docs/walk.md', 'utf8').split('\n').length - 1,
    wordFiles: globSync('src/web/**/words-??.ts').length,
    casts: count(/\bas (?!const\b)(?=[\w({['"`])/g) - namesAnew(),
    nonNull: count(/[\w)\]}>]!(?![=\w])/g),
    conditionalSpreads: count(/\.\.\.\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*?(?:&&|\?)\s*\{/g),
    withOneImporter: alone.length,
    withOneImporterBeside: alone.filter((file) => dirname([...(importers.get(file) ?? [])][0] ?? '') === dirname(file))
      .length,
  }

  /** `import { a as b }` and its like, which are no casts. */
  function namesAnew(): number {
    const lists = /\b(?:import|export)\b[\w\s,*]*(?:\{[^{}]*\})?[\w\s,*]*(?:from\b|(?<=\})$)/gm
    return inSrc.reduce(
      (sum, file) =>
        sum +
        (code.get(file)?.match(lists) ?? []).reduce((all, list) => all + (list.match(/\bas \w/g)?.length ?? 0), 0),
      0,
    )
  }
}

/** Who imports each file, tests and what lies outside `src/` apart. */
function readImporters(): ReadonlyMap<string, ReadonlySet<string>> {
  const importers = new Map<string, Set<string>>()
  for (const file of files.filter((each) => each.startsWith('src/') && !isTest(each)))
    for (const { specifier } of importsOf(sources.get(file) ?? '')) {
      const target = fileOf(file, specifier)
      if (target === undefined) continue
      importers.set(target, (importers.get(target) ?? new Set()).add(file))
    }
  return importers
}

function countBy(names: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return counts
}
