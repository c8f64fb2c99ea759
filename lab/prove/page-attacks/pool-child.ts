import {
  type AnalysisPool,
  createAnalysisPool,
  type DigestResult,
} from '../../../src/pipeline/analysis/analysis-pool.ts'
import type { DigestInput } from '../../../src/pipeline/digest.ts'
import { explainDigest } from '../../../src/pipeline/pages/ingest-entry.ts'
import { pageAttacks } from './all-attacks.ts'
import { good, inArticle, type PageAttack } from './page-attack.ts'

/** What came of reading all pages that mean harm through the threads of one process. */
export type PoolFelt = {
  readonly deadlineMs: number
  readonly read: number
  /** Names of those that took too long or too much memory. */
  readonly refused: readonly string[]
  /** Of those, where the article made of the feed's text does not say why. */
  readonly unsaid: readonly string[]
  readonly outcomes: Readonly<Record<string, string>>
  readonly harmlessLost: number
  readonly afterwards: number
  readonly startMegabytes: number
  readonly megabytes: number
}

const DEADLINE_MS = 20_000
const url = 'https://example.com/a'

const inputOf = (key: string, source: DigestInput['source']): DigestInput => ({
  entry: { key, title: 'T', authors: [], categories: [], enclosures: [], contentHtml: good },
  source,
  fallbackKey: key,
  fetchedAt: '2026-03-10T09:00:00Z',
})

function attackSource(attack: PageAttack): DigestInput['source'] {
  const { body, contentType } = attack.bytes?.() ?? { body: Buffer.from(attack.make()), contentType: 'text/html' }
  const rule = attack.beside?.().rule
  return { kind: 'page', url, body, contentType, ...(rule && { rule }) }
}

const harmless = (key: string) =>
  inputOf(key, { kind: 'page', url, body: Buffer.from(inArticle(good)), contentType: 'text/html' })

/** As the pipeline does it: the page, and where it cannot be read the feed's own text with the reason. */
async function readOne(pool: AnalysisPool, attack: PageAttack): Promise<{ first: DigestResult; isSaid: boolean }> {
  const first = await pool.digest(inputOf(attack.name, attackSource(attack)))
  if (first.kind === 'done') return { first, isSaid: true }
  const reason = explainDigest(first)
  const second = await pool.digest(inputOf(attack.name, { kind: 'feed', reason }))
  const completeness = second.kind === 'done' ? second.digest.extraction.completeness : undefined
  return { first, isSaid: completeness !== undefined && JSON.stringify(completeness).includes(reason) }
}

const pool = createAnalysisPool({ threads: 2, deadlineMs: DEADLINE_MS })
const warm = await Promise.all([pool.digest(harmless('1')), pool.digest(harmless('2'))])
if (warm.some(({ kind }) => kind !== 'done')) throw new Error('The threads read no harmless page')
const startMegabytes = Math.round(process.resourceUsage().maxRSS / 1024)
const outcomes: Record<string, string> = {}
const refused: string[] = []
const unsaid: string[] = []
let harmlessLost = 0
// Without names: all.
const named = process.argv.slice(2)
const attacks = pageAttacks.filter(({ name }) => named.length === 0 || named.includes(name))
for (const attack of attacks) {
  const startedAt = process.cpuUsage()
  const [{ first, isSaid }, ...others] = await Promise.all([
    readOne(pool, attack),
    pool.digest(harmless(`${attack.name} beside`)),
    pool.digest(harmless(`${attack.name} behind`)),
  ])
  const { user, system } = process.cpuUsage(startedAt)
  outcomes[attack.name] = `${first.kind}, ${((user + system) / 1e6).toFixed(1)} CPU s`
  if (first.kind !== 'done') refused.push(attack.name)
  if (!isSaid) unsaid.push(attack.name)
  harmlessLost += others.filter(({ kind }) => kind !== 'done').length
}
const last = await Promise.all(Array.from({ length: 20 }, (_, index) => pool.digest(harmless(`after ${index}`))))
const felt: PoolFelt = {
  deadlineMs: DEADLINE_MS,
  read: attacks.length - refused.length,
  refused,
  unsaid,
  outcomes,
  harmlessLost,
  afterwards: last.filter(({ kind }) => kind === 'done').length,
  startMegabytes,
  megabytes: Math.round(process.resourceUsage().maxRSS / 1024),
}
process.stdout.write(JSON.stringify(felt))
await pool.close()
process.exit(0)
