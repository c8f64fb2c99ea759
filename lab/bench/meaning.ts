import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ArticleId, asId } from '../../src/core/ids.ts'
import { quantize, type TextVector } from '../../src/core/text-vector.ts'
import { openMeaningIndex } from '../../src/pipeline/analysis/meaning-index.ts'
import type { EmbeddedArticle } from '../../src/store/articles/embeddings.ts'
import { openStore } from '../../src/store/open-store.ts'
import { type Bench, measure, peakMemoryMb, percentile, round, sized } from './measure.ts'
import { wordsAcrossRow } from './words-across.ts'

const DIMENSIONS = 384
const QUESTIONS = sized(60, 2)
const MODEL = 'invented'

/**
 * Looking for texts by what they mean among 100,000 vectors: the first question, which fills the index, and those after it. Linking a story
 * with those of other languages by a list of words.
 */
export const bench: Bench = async ({ sizes = sized([100_000], [200]) }) => {
  const rows = []
  for (const size of sizes) {
    const kept = inventedRows(size)
    const index = openMeaningIndex({
      page: async (_model, after, limit) => kept.slice(after, after + limit),
    })
    const filled = await measure(() => index.near(MODEL, invented(1), 40))
    const times: number[] = []
    const cpu = process.cpuUsage()
    for (let turn = 0; turn < QUESTIONS; turn += 1) {
      const startedAt = performance.now()
      await index.near(MODEL, invented(1000 + turn), 40)
      times.push(performance.now() - startedAt)
    }
    const { user, system } = process.cpuUsage(cpu)
    rows.push({
      what: `${size} vectors of ${DIMENSIONS}`,
      figures: {
        firstMs: round(filled.wallSeconds * 1000),
        p50Ms: round(percentile(times, 0.5)),
        p95Ms: round(percentile(times, 0.95)),
        cpuMsEach: round((user + system) / 1000 / QUESTIONS),
        heldMb: round((size * DIMENSIONS) / 2 ** 20),
      },
    })
  }
  rows.push(await storeRow(), wordsAcrossRow())
  return {
    name: 'meaning',
    load: `${QUESTIONS} questions, each compared with every vector kept; invented vectors`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: ['The question itself has to be read by the model first, which is not counted here.'],
  }
}

/** Keeping vectors in a store. */
async function storeRow() {
  const folder = await mkdtemp(join(tmpdir(), 'twosource-bench-'))
  await using store = await openStore(join(folder, 'twosource.db'))
  const count = sized(20_000, 1_000)
  const saved = await measure(async () => {
    for (let from = 0; from < count; from += 1_000) {
      const some = Array.from({ length: 1_000 }, (_, at) => ({
        documentId: asId<never>(`document-${from + at}`),
        direction: invented(from + at),
      }))
      await store.embeddings.save(MODEL, some, '2026-03-10T12:00:00.000Z')
    }
  })
  await rm(folder, { recursive: true, force: true })
  return {
    what: `${count} kept in SQLite, 1,000 at a time`,
    figures: { perSecond: Math.round(count / saved.wallSeconds) },
  }
}

function inventedRows(size: number): readonly EmbeddedArticle[] {
  return Array.from({ length: size }, (_, at) => ({
    sequence: at + 1,
    articleId: asId<ArticleId>(`article-${at}`),
    direction: invented(at),
  }))
}

/** A direction that a number always gives: a linear congruence, so that every run compares the same. */
function invented(seed: number): TextVector {
  let state = (seed * 2_654_435_761 + 12_345) >>> 0
  return quantize(
    Array.from({ length: DIMENSIONS }, () => {
      state = (state * 1_664_525 + 1_013_904_223) >>> 0
      return state / 2 ** 31 - 1
    }),
  )
}
