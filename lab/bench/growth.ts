import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readConfig } from '../../src/app/config/config.ts'
import { createContext } from '../../src/app/context.ts'
import type { ImportedArticle } from '../../src/pipeline/imports/read-import.ts'
import { openStore } from '../../src/store/open-store.ts'
import { startServer, whyNoServer } from '../../test/integration/postgres-server.ts'
import { findSet, readRecords } from '../eval/read-set.ts'
import { copyRows, originalsOf } from './copy-rows.ts'
import { newsFarm } from './material/news/write.ts'
import { type Bench, measure, peakMemoryMb, type Row, round, sized } from './measure.ts'
import { openRaw, type RawDatabase } from './raw-database.ts'
import { weighTables } from './weigh-tables.ts'

/** So many articles are read for real; the rest are copies of their rows. */
const READ = sized(500, 10)
const SIZES = sized([30_000], [20])
const DAY_MS = 86_400_000
/** What is lighter is not printed. */
const LEAST_BYTES = 40

/** What an article weighs on disk, by table: articles read by the whole pipeline, their rows copied up to each size. */
export const bench: Bench = async ({ database, sizes = SIZES }) => {
  const rows: Row[] = []
  const notes: string[] = []
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  try {
    if (database === undefined) rows.push(...(await growth(join(folder, 'twosource.db'), folder, sizes)))
    if (database !== undefined || !whyNoServer)
      rows.push(...(await growth(database ?? (await startServer()), folder, sizes)))
    else notes.push(whyNoServer)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return {
    name: 'growth',
    load: `${READ} articles read, the rest copied: ${isReal() ? 'a public set of news' : 'invented news'}`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [...notes, 'Bytes for each article kept; rows and indexes of a table together, indexes apart beside it.'],
  }
}

async function growth(url: string, folder: string, sizes: readonly number[]): Promise<readonly Row[]> {
  const isServer = url.startsWith('postgres')
  const config = {
    ...readConfig(isServer ? { TWOSOURCE_DATABASE: url } : {}),
    TWOSOURCE_DATA: folder,
    TWOSOURCE_FETCH_PAGES: false,
  }
  {
    await using context = await createContext(config, () => {})
    await context.pipeline.importArticles(articles(), { at: new Date().toISOString() })
    await context.pipeline.runOnce()
    await context.operations.store.entries.search('anything', 1)
  }
  const raw = await openRaw(url)
  const rows: Row[] = []
  const originals = await originalsOf(raw)
  let copies = 0
  try {
    for (const size of sizes) {
      const wanted = Math.round(size / READ) - 1
      await copyRows(raw, originals, copies + 1, wanted)
      copies = Math.max(copies, wanted)
      if (isServer) await raw.run('vacuum analyze')
      else await raw.run('pragma wal_checkpoint(truncate)')
      const [row] = await raw.rows<{ articles: number | string }>('select count(*) as articles from article')
      rows.push(...(await weigh(raw, Number(row?.articles), 'all')))
    }
    rows.push(...(await whenQuiet(url, raw)))
  } finally {
    await raw.close()
  }
  return rows
}

/** The same after all of it became too old for stories, and was made small. */
async function whenQuiet(url: string, raw: RawDatabase): Promise<readonly Row[]> {
  const [row] = await raw.rows<{ articles: number | string }>('select count(*) as articles from article')
  const articles = Number(row?.articles)
  const later = (days: number) => new Date(Date.now() + days * DAY_MS).toISOString()
  const { cpuSeconds, wallSeconds } = await measure(async () => {
    await using store = await openStore(url)
    while ((await store.retention.shrink(later(1), later(2))) > 0);
  })
  await raw.run('vacuum')
  if (raw.dialect === 'sqlite') await raw.run('pragma wal_checkpoint(truncate)')
  const perArticle = { cpuMs: round((cpuSeconds * 1000) / articles), wallMs: round((wallSeconds * 1000) / articles) }
  return [
    { what: `${raw.dialect}: making an article small`, figures: perArticle },
    ...(await weigh(raw, articles, 'all, made small')),
  ]
}

async function weigh(raw: RawDatabase, count: number, which: string): Promise<readonly Row[]> {
  const weights = await weighTables(raw)
  const all = weights.reduce((sum, { rowBytes, indexBytes }) => sum + rowBytes + indexBytes, 0)
  const where = `${raw.dialect}, ${count} articles`
  return [
    { what: `${where}: ${which}`, figures: { mb: Math.round(all / 1e6), bytesPerArticle: Math.round(all / count) } },
    ...weights
      .filter(({ rowBytes, indexBytes }) => (rowBytes + indexBytes) / count >= LEAST_BYTES)
      .map(({ table, rowBytes, indexBytes }) => ({
        what: `${where}: ${table}`,
        figures: {
          bytesPerArticle: Math.round((rowBytes + indexBytes) / count),
          ofThatIndexes: Math.round(indexBytes / count),
        },
      })),
  ]
}

const set = 'clustering/allsides-train.jsonl.zst'

function isReal(): boolean {
  return findSet(set) !== undefined
}

function articles(): readonly ImportedArticle[] {
  const path = findSet(set)
  const now = Date.now()
  const at = (index: number) => new Date(now - DAY_MS + (index * DAY_MS) / READ).toISOString()
  const made = path
    ? readRecords<{ title: string; text: string }>(path).slice(0, READ)
    : [...newsFarm({ perDay: READ, seed: 3 }).take(READ)]
  return made.map(({ title, text }, index) => ({
    outlet: `Outlet ${index % 20}`,
    url: `https://outlet-${index % 20}.example/news/${index}`,
    title,
    publishedAt: at(index),
    body: { kind: 'text' as const, text },
  }))
}
