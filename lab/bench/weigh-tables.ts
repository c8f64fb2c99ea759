import type { RawDatabase } from './raw-database.ts'

export type Weight = { readonly table: string; readonly rowBytes: number; readonly indexBytes: number }

/** Bytes on disk of every table, its rows and its indexes apart; what belongs to a search index counts as its table. */
export async function weighTables(database: RawDatabase): Promise<readonly Weight[]> {
  const pieces = await database.rows<{ table: string; kind: string; bytes: number | string }>(
    database.dialect === 'sqlite' ? ofSqlite : ofPostgres,
  )
  const weights = [...Map.groupBy(pieces, (piece) => tableOf(piece.table))].map(([table, parts]) => {
    const sum = (kind: string) =>
      parts.filter((part) => part.kind === kind).reduce((total, { bytes }) => total + Number(bytes), 0)
    return { table, rowBytes: sum('table'), indexBytes: sum('index') }
  })
  return weights.toSorted((a, b) => b.rowBytes + b.indexBytes - a.rowBytes - a.indexBytes)
}

const ofSqlite = `select coalesce(schema.tbl_name, size.name) as "table", coalesce(schema.type, 'table') as kind, sum(size.pgsize) as bytes
  from dbstat as size left join sqlite_schema as schema on schema.name = size.name where size.aggregate = 1 group by 1, 2`

const ofPostgres = `select rel.relname as "table", kind, bytes from pg_class as rel
  cross join lateral (values ('table', pg_table_size(rel.oid)), ('index', pg_indexes_size(rel.oid))) as size (kind, bytes)
  where rel.relkind in ('r', 'p') and rel.relnamespace = 'twosource'::regnamespace`

/** FTS5 keeps an index in tables of its own; a partition is part of its table. */
function tableOf(name: string): string {
  if (/_search_/.test(name)) return name.replace(/_(?:data|idx|content|docsize|config)$/, '')
  return name.replace(/^fingerprint_.*$/, 'fingerprint')
}
