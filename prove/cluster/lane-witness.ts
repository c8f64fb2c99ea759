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
  for (const table of ['document', 'membership'])
    await ask(
      database,
      `create or replace trigger witness after insert or update on twosource.${table}
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

/** Who holds a lane of decisions, as `host/pid`, with the number of the holding. */
export async function holdersOf(database: string) {
  const rows = await ask(database, `select name, holder, fence from lane where name like 'cluster%' and expires_ms > 0`)
  return rows.map(({ name, holder, fence }) => ({
    lane: String(name),
    holder: String(holder).split('/').slice(0, 2).join('/'),
    fence: Number(fence),
  }))
}
