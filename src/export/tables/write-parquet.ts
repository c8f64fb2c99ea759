import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { ParquetWriter } from 'hyparquet-writer/src/parquet-writer.js'
import { parquetFooter } from './parquet-footer.ts'
import type { Column, TableRow } from './table-columns.ts'
import type { Bytes, TableWriter } from './write-table.ts'

/** Rows kept until they are written: enough to compress, few enough for memory. */
const rowsPerGroup = 1_000

const types = {
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  integer: { type: 'INT32' },
  number: { type: 'DOUBLE' },
  flag: { type: 'BOOLEAN' },
} as const satisfies Record<Column['type'], object>

/** Ends a file: PAR1. */
const mark = 0x31524150

/** Writes Parquet, a row group of fixed length at a time, so that memory doesn't grow with the rows. */
export function parquetWriter(columns: readonly Column[], program: string): TableWriter {
  const out = new ByteWriter()
  const schema = [
    { name: 'root', num_children: columns.length },
    ...columns.map(({ name, type }) => ({ name, ...types[type], repetition_type: 'OPTIONAL' as const })),
  ]
  const file = new ParquetWriter({ writer: out, schema, statistics: false })
  const footer = parquetFooter(schema, program)
  let waiting: TableRow[] = []

  /** What was written since the last time, until more is written; positions in the file keep counting. */
  function taken(): Bytes {
    const bytes = out.getBytes()
    out.index = 0
    return bytes
  }

  function writeGroup(rows: readonly TableRow[]): void {
    const columnData = columns.map(({ name }) => ({
      name,
      data: rows.map((row) => row[name] ?? null),
      offsetIndex: false,
    }))
    // Synchronous, since the buffer never flushes.
    void file.write({ columnData, rowGroupSize: rowsPerGroup })
    // It keeps objects that describe each column of each group until the file ends.
    for (const group of file.row_groups) footer.add(group)
    file.row_groups = []
    file.pendingIndexes = []
  }

  return {
    begin: taken,
    write(rows) {
      waiting.push(...rows)
      const whole = waiting.length - (waiting.length % rowsPerGroup)
      if (whole > 0) {
        writeGroup(waiting.slice(0, whole))
        waiting = waiting.slice(whole)
      }
      return taken()
    },
    end() {
      if (waiting.length > 0) writeGroup(waiting)
      waiting = []
      const rest = taken()
      const pieces = footer.pieces()
      const end = new ByteWriter()
      end.appendUint32(pieces.reduce((sum, { length }) => sum + length, 0))
      end.appendUint32(mark)
      return [rest, ...pieces, end.getBytes()]
    },
  }
}
