import { csvRow } from '../csv-row.ts'
import { type Column, columnsOf, type TableFormat, type TableName, type TableRow } from './table-columns.ts'

export type Bytes = Uint8Array<ArrayBuffer>

/**
 * Writes a table as its rows come. A piece holds until the writer is asked for the next; it may be empty: Parquet keeps rows until a group
 * of them is full.
 */
export type TableWriter = {
  readonly begin: () => Bytes
  readonly write: (rows: readonly TableRow[]) => Bytes
  readonly end: () => readonly Bytes[]
}

export const tableMediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8; header=present',
  jsonl: 'application/jsonl; charset=utf-8',
  parquet: 'application/vnd.apache.parquet',
}

/** A writer for one table in one format. The same rows always give the same bytes. */
export async function tableWriter(
  table: TableName,
  format: TableFormat,
  { hasTexts, program }: { readonly hasTexts: boolean; readonly program: string },
): Promise<TableWriter> {
  const columns = columnsOf(table, hasTexts)
  switch (format) {
    case 'csv':
      return textWriter(csvRow(columns.map(({ name }) => name)), (row) =>
        csvRow(columns.map((each) => cell(row, each))),
      )
    case 'jsonl':
      return textWriter('', (row) => `${JSON.stringify(row, names(columns))}\n`)
    case 'parquet':
      return (await import('./write-parquet.ts')).parquetWriter(columns, program)
  }
}

/** JSON has only these fields, in their order. */
function names(columns: readonly Column[]): string[] {
  return columns.map(({ name }) => name)
}

function cell(row: TableRow, { name }: Column): string | number {
  const value = row[name]
  return typeof value === 'number' ? value : String(value ?? '')
}

function textWriter(head: string, line: (row: TableRow) => string): TableWriter {
  const encoder = new TextEncoder()
  return {
    begin: () => encoder.encode(head),
    write: (rows) => encoder.encode(rows.map(line).join('')),
    end: () => [],
  }
}
