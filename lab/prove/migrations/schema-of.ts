import { ask, type Place } from './place.ts'

/** What a database is made of, in the order of names: columns with their types and indexes, whatever way led there. */
export async function schemaOf(place: Place): Promise<readonly string[]> {
  const lines = place.schema === undefined ? await ofSqlite(place) : await ofPostgres(place, place.schema)
  return lines.toSorted()
}

async function ofSqlite(place: Place): Promise<string[]> {
  const columns = await ask(
    place,
    `select m.name as "table", c.name, c.type, c."notnull" as required, c.pk, c.dflt_value as standing
     from sqlite_master m join pragma_table_xinfo(m.name) c where m.type = 'table' and m.name not like 'sqlite\\_%' escape '\\'`,
  )
  const indexes = await ask(
    place,
    `select m.name as "table", i.name, i."unique" as once, i.partial,
       (select group_concat(coalesce(x.name, 'expression') || case x."desc" when 1 then ' desc' else '' end, ', ')
        from pragma_index_xinfo(i.name) x where x.key = 1) as columns,
       (select sql from sqlite_master where type = 'index' and name = i.name) as sql
     from sqlite_master m join pragma_index_list(m.name) i where m.type = 'table' and i.origin = 'c'`,
  )
  return [
    ...columns.map((each) => `column ${Object.values(each).join(' | ')}`),
    ...indexes.map(
      ({ sql, ...each }) => `index ${Object.values(each).join(' | ')} ${/ where .*/is.exec(String(sql))?.[0] ?? ''}`,
    ),
  ]
}

async function ofPostgres(place: Place, schema: string): Promise<string[]> {
  const columns = await ask(
    place,
    `select table_name, column_name, data_type, is_nullable, column_default, collation_name, is_identity
     from information_schema.columns where table_schema = '${schema}'`,
  )
  const indexes = await ask(place, `select indexdef from pg_indexes where schemaname = '${schema}'`)
  const bonds = await ask(
    place,
    `select conrelid::regclass::text as "table", pg_get_constraintdef(oid) as says from pg_constraint
     where connamespace = '${schema}'::regnamespace and contype in ('f', 'p', 'u')`,
  )
  const inPlain = (line: string) => line.replaceAll(`${schema}.`, '')
  return [
    ...columns.map((each) => inPlain(`column ${Object.values(each).join(' | ')}`)),
    // The name of a primary key tells what its table was called first.
    ...indexes.map(({ indexdef }) => inPlain(`index ${indexdef}`).replace(/\b\w+_(pkey|key)\d*\b/, '$1')),
    ...bonds.map(({ table, says }) => inPlain(`bond ${table} ${says}`)),
  ]
}
