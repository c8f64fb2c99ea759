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
  const texts = utf8Texts()
  let waiting: TableRow[] = []

  /** What was written since the last time; positions in the file keep counting. */
  function taken(): Bytes {
    const bytes = out.getBytes().slice()
    out.index = 0
    return bytes
  }

  function writeGroup(rows: readonly TableRow[]): void {
    texts.startOver()
    const columnData = columns.map(({ name }) => ({
      name,
      data: rows.map((row) => texts.encoded(row[name]) ?? null),
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
      const end = footer.bytes()
      out.appendBytes(end)
      out.appendUint32(end.length)
      out.appendUint32(mark)
      return taken()
    },
  }
}

/** Texts as UTF-8 in one buffer, which is used again: the library would take a buffer for each of them, 20,000 for a group. */
function utf8Texts() {
  const encoder = new TextEncoder()
  let buffer = new Uint8Array(1 << 20)
  let length = 0
  return {
    /** What was encoded before is overwritten. */
    startOver() {
      length = 0
    },
    encoded(value: TableRow[string]) {
      if (typeof value !== 'string') return value
      // A UTF-16 unit takes three bytes at most. What is in a buffer that is full stays there.
      const most = 3 * value.length
      if (length + most > buffer.length) {
        buffer = new Uint8Array(Math.max(buffer.length * 2, most))
        length = 0
      }
      const { written } = encoder.encodeInto(value, buffer.subarray(length))
      length += written
      return buffer.subarray(length - written, length)
    },
  }
}
