import { guest } from '../../src/core/reader-identity.ts'
import type { OperationContext } from '../../src/operations/operation.ts'
import { checkText } from '../../src/operations/search/check-text.ts'
import { seededStores } from './ask-load.ts'
import type { StreamArticle } from './material/news-stream.ts'
import { randomNumbers } from './material/random-numbers.ts'
import { type Bench, peakMemoryMb, percentile, type Row, round, sized } from './measure.ts'

const now = new Date('2026-04-15T12:00:00Z')
const texts = sized([[300, 20] as const, [2_000, 12] as const, [20_000, 12] as const], [[300, 2] as const])

/** What checking a text costs in a full house: quotations as they are and changed, reports, sentences of articles and of none. */
export const bench: Bench = async ({ database, sizes = sized([100_000], [300]) }) => {
  const rows: Row[] = []
  let dialect = ''
  for await (const { size, store, seeded } of seededStores(database, sizes, now)) {
    dialect = store.dialect
    const context = { store, reader: guest, now: () => now } as unknown as OperationContext
    const random = randomNumbers(17)
    for (const [words, count] of texts) {
      const walls: number[] = []
      const cpus: number[] = []
      let statements = 0
      for (let index = 0; index <= count; index++) {
        const text = textOf(seeded.result, words, random)
        const cpu = process.cpuUsage()
        const from = performance.now()
        const view = await checkText.run(context, { text, language: 'en' })
        const wall = performance.now() - from
        const { user, system } = process.cpuUsage(cpu)
        // The first one loads the analyzers.
        if (index === 0) continue
        statements += view.statements.length
        walls.push(wall)
        cpus.push((user + system) / 1000)
      }
      rows.push({
        what: `a text of ${words} words, ${size} articles`,
        figures: {
          texts: count,
          statements: Math.round(statements / count),
          p50_ms: round(percentile(walls, 0.5)),
          p95_ms: round(percentile(walls, 0.95)),
          cpu_p50_ms: round(percentile(cpus, 0.5)),
          cpu_p95_ms: round(percentile(cpus, 0.95)),
        },
      })
    }
  }
  return {
    name: 'check',
    load: `texts of quotations as they are and changed, reports and sentences; ${dialect}`,
    rows,
    peakMemoryMb: peakMemoryMb(),
    notes: [
      'Wanted: 20,000 words within 2 s at 100,000 articles on SQLite. CPU is of this process; a database server is not in it.',
      'A database given with --database is filled and stays so: give an empty one.',
    ],
  }
}

/** In turn: a quotation as it is, one with a changed word, a report, a sentence of an article, and two of no article. */
function textOf(articles: readonly StreamArticle[], length: number, random: () => number): string {
  const pick = <Item>(items: readonly Item[]) => items[Math.floor(random() * items.length)]!
  const sentence = () => pick(pick(articles).text.split('. ')).replace(/\.$/, '').split(' ')
  const lines: string[] = []
  for (let count = 0; count < length; count += lines.at(-1)!.split(' ').length) {
    const words = sentence()
    const kind = lines.length % 6
    if (kind === 1) words[Math.floor(words.length / 2)] = 'otherwise'
    if (kind > 3) words.splice(8, words.length, ...sentence().slice(8, 18))
    const text = words.join(' ')
    lines.push(kind < 2 ? `“${text},” Anna Lund said.` : kind === 2 ? `Carl Berg said that ${text}.` : `${text}.`)
  }
  return lines.map((line, index) => line + (index % 4 === 3 ? '\n' : ' ')).join('')
}
