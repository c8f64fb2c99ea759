import { guest } from '../../src/core/reader-identity.ts'
import { answer, questionAt } from '../../src/operations/search/find-answer.ts'
import { findCommonWords, questionsFrom, seededStores } from './ask-load.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

const QUESTIONS = sized(240, 8)
const now = new Date('2026-04-15T12:00:00Z')

/** What a question costs in a full house: of all sorts, with names, with rare words, and of common words alone. */
export const bench: Bench = async ({ database, sizes = sized([100_000], [300]) }) => {
  const rows: Row[] = []
  let dialect = ''
  for await (const { size, store, seeded } of seededStores(database, sizes, now)) {
    dialect = store.dialect
    rows.push({
      what: `filling, ${size} articles`,
      figures: { cpu_s: seeded.cpuSeconds, wall_s: seeded.wallSeconds },
    })
    findCommonWords(seeded.result)
    const context = { store, reader: guest, now: () => now }
    const questions = questionsFrom(seeded.result, QUESTIONS + 16)
    for (const text of questions.slice(-16)) await answer(context, questionAt(text, now.toISOString()), {})
    const kinds = { all: questions.slice(0, QUESTIONS), 'common words': [] as string[], others: [] as string[] }
    const walls = new Map<string, number[]>()
    const cpus = new Map<string, number[]>()
    let answered = 0
    for (const [at, text] of kinds.all.entries()) {
      const cpu = process.cpuUsage()
      const from = performance.now()
      const given = await answer(context, questionAt(text, now.toISOString()), {})
      const wall = performance.now() - from
      const { user, system } = process.cpuUsage(cpu)
      answered += Number(given.kind === 'answered')
      for (const kind of ['all', at % 4 === 0 ? 'common words' : 'others']) {
        walls.set(kind, [...(walls.get(kind) ?? []), wall])
        cpus.set(kind, [...(cpus.get(kind) ?? []), (user + system) / 1000])
      }
    }
    for (const [kind, times] of walls)
      rows.push({
        what: `ask, ${kind}, ${size} articles`,
        figures: {
          questions: times.length,
          p50_ms: round(percentile(times, 0.5)),
          p95_ms: round(percentile(times, 0.95)),
          p99_ms: round(percentile(times, 0.99)),
          cpu_p50_ms: round(percentile(cpus.get(kind) ?? [], 0.5)),
          cpu_p95_ms: round(percentile(cpus.get(kind) ?? [], 0.95)),
        },
      })
    rows.push({ what: `answered, ${size} articles`, figures: { share: round(answered / QUESTIONS) } })
  }
  return {
    name: 'ask',
    load: `${QUESTIONS} questions of all sorts, one in four of common words alone; ${dialect}`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'Wanted: p95 within 150 ms at 100,000 articles on SQLite. CPU is of this process; a database server is not in it.',
      'A database given with --database is filled and stays so: give an empty one.',
    ],
  }
}
