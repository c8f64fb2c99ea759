import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'

/** What the linter cannot say: how long a file is, and whether its name says what is in it. */
const LIMIT = 400
const BANNED = /^(utils?|helpers?|common|shared|misc|managers?|services?(?!-worker)|data|info|index)(\.|-|$)/
/** Tables of facts and generated data. */
const TABLES = [/\/pos-asset\.ts$/, /^src\/store\/migrations\//]

const sources = globSync([
  'src/**/*.{ts,js}',
  'eval/**/*.ts',
  'bench/**/*.ts',
  'demo/**/*.ts',
  'prove/**/*.ts',
  'release/**/*.ts',
  'test/**/*.ts',
]).filter((file) => !file.includes('node_modules') && !file.startsWith('test/fixtures/'))
const lengthOf = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1
const problems: string[] = []

for (const file of sources) {
  if (BANNED.test(basename(file))) problems.push(`${file}: the name says nothing. Name the one thing inside.`)
  const isExempt = TABLES.some((pattern) => pattern.test(file))
  if (!isExempt && lengthOf(file) > LIMIT)
    problems.push(`${file}: ${lengthOf(file)} lines. Split it by meaning; the limit is ${LIMIT}.`)
}

const isTest = (file: string) => file.endsWith('.test.ts') || file.startsWith('test/')
const product = sources.filter(
  (file) => file.startsWith('src/') && !isTest(file) && !TABLES.some((pattern) => pattern.test(file)),
)
const tests = sources.filter(isTest)
const total = (files: readonly string[]) => files.reduce((sum, file) => sum + lengthOf(file), 0)
const lengths = product.map(lengthOf).sort((a, b) => a - b)
const at = (share: number) => lengths[Math.floor(lengths.length * share)] ?? 0
console.log(
  `${product.length} source files, ${total(product)} lines (median ${at(0.5)}, p90 ${at(0.9)}, most ${lengths.at(-1)}); ${tests.length} test files, ${total(tests)} lines`,
)
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0
