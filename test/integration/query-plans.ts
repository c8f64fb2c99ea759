import { DatabaseSync, StatementSync } from 'node:sqlite'
import pg from 'pg'
import type { TestDatabase } from './databases.ts'

export type Planned = { readonly statement: string; readonly plan: readonly string[] }

/** Listens to what is asked of a database and has it explained. */
export type Plans = {
  /** What `work` asked, with the plan of each: a line for each step, without its indent. */
  during(work: () => Promise<unknown>): Promise<readonly Planned[]>
  close(): Promise<void>
}

type Asked = { readonly text: string; readonly values: readonly unknown[] }

const explainable = /^\s*(?:select|with|update|delete)\b/i

/** Begins to listen in this thread; what a writer in another thread asks is not heard. */
export async function openPlans(database: TestDatabase): Promise<Plans> {
  return database.schema ? overPostgres(database.url, database.schema) : overSqlite(database.url)
}

function overSqlite(path: string): Plans {
  const heard: string[] = []
  const { all } = StatementSync.prototype
  StatementSync.prototype.all = function (this: StatementSync, ...given: unknown[]) {
    heard.push(this.sourceSQL)
    return (all as (...given: unknown[]) => ReturnType<typeof all>).apply(this, given)
  } as typeof all
  return {
    async during(work) {
      const from = heard.length
      await work()
      using db = new DatabaseSync(path)
      const asked = heard.slice(from).filter((text) => explainable.test(text))
      return asked.map((text) => ({
        statement: text,
        plan: [...db.prepare(`explain query plan ${text}`).iterate()].map((row) => String(row.detail)),
      }))
    },
    async close() {
      StatementSync.prototype.all = all
    },
  }
}

async function overPostgres(url: string, schema: string): Promise<Plans> {
  const heard: Asked[] = []
  const { query } = pg.Client.prototype
  pg.Client.prototype.query = function (this: pg.Client, ...given: unknown[]) {
    const [first, second] = given
    const { text, values } = typeof first === 'string' ? { text: first, values: second } : (first as Partial<Asked>)
    if (text !== undefined) heard.push({ text, values: Array.isArray(values) ? values : [] })
    return (query as (...given: unknown[]) => unknown).apply(this, given)
  } as typeof query
  const client = new pg.Client({ connectionString: url, options: `-c search_path=${schema}` })
  await client.connect()
  const explain = (text: string, values: readonly unknown[]) =>
    (query as (...given: unknown[]) => unknown).call(client, text, values) as Promise<
      pg.QueryResult<Record<string, string>>
    >
  // A few rows are read quickest from end to end: what there is no other way for is what is looked for.
  await explain('set enable_seqscan = off', [])
  return {
    async during(work) {
      const from = heard.length
      await work()
      const planned: Planned[] = []
      for (const { text, values } of heard.slice(from)) {
        if (!explainable.test(text)) continue
        const { rows } = await explain(`explain (costs off) ${text}`, values)
        const plan = rows.map((row) => String(row['QUERY PLAN']).replace(/^\s*(?:->\s*)?/, ''))
        planned.push({ statement: text, plan })
      }
      return planned
    },
    async close() {
      pg.Client.prototype.query = query
      await client.end()
    },
  }
}
