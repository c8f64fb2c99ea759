import { ask } from './database-access.ts'

/**
 * Has the database write down, at every text and membership that is kept, who wrote and who held the lanes then: by its own words, whatever
 * the product believes. A process is known by `host/pid`, under which it connects.
 */
export async function setWitness(database: string): Promise<void> {
  await ask(database, 'create schema if not exists witness')
  await ask(
    database,
    'create table if not exists witness.written (at timestamptz, what text, writer text, holders text)',
  )
  await ask(
    database,
    `create or replace function witness.note() returns trigger language plpgsql as $$ begin
      insert into witness.written select clock_timestamp(), tg_table_name, current_setting('application_name'),
        (select string_agg(holder, ' ') from twosource.lane where name like 'cluster%');
      return new; end $$`,
  )
  for (const [table, change] of [
    ['document', 'insert'],
    ['membership', 'insert or update of story_id'],
  ] as const)
    await ask(
      database,
      `create or replace trigger witness after ${change} on twosource.${table}
        for each row execute function witness.note()`,
    )
}

/** How much was written, and how much of that by somebody who held no lane. */
export async function hearWitness(database: string): Promise<{ readonly writes: number; readonly strayed: number }> {
  const [row] = await ask(
    database,
    `select count(*) as writes, count(*) filter (where position(writer || '/' in coalesce(holders, '')) = 0) as strayed
      from witness.written`,
  )
  return { writes: Number(row?.writes), strayed: Number(row?.strayed) }
}

/** How many texts were kept in a second, once the first tenth of them was. */
export async function pace(database: string): Promise<number> {
  const rows = await ask(
    database,
    `select extract(epoch from at)::float8 as at from witness.written where what = 'document' order by at`,
  )
  const times = rows.map(({ at }) => Number(at)).slice(Math.floor(rows.length / 10))
  return (times.length - 1) / ((times.at(-1) ?? 0) - (times[0] ?? 0) || 1)
}

/** Who holds a lane of decisions, as `host/pid`, with the number of the holding. */
export async function holdersOf(database: string) {
  const rows = await ask(database, `select name, holder, fence from lane where name like 'cluster%' and expires_ms > 0`)
  return rows.map(({ name, holder, fence }) => ({
    lane: String(name),
    holder: String(holder).split('/').slice(0, 2).join('/'),
    fence: Number(fence),
  }))
}
