import type { RowGroup, SchemaElement } from 'hyparquet'
import {
  CompressionCodecs,
  ConvertedTypes,
  Encodings,
  FieldRepetitionTypes,
  ParquetTypes,
} from 'hyparquet/src/constants.js'
import { ByteWriter } from 'hyparquet-writer/src/bytewriter.js'
import { serializeTCompactProtocol } from 'hyparquet-writer/src/thrift.js'

/** The end of a Parquet file, which lists its row groups. */
export type ParquetFooter = {
  readonly add: (group: RowGroup) => void
  /** The footer itself, in pieces, without its length and the mark after it. */
  readonly pieces: () => readonly Uint8Array<ArrayBuffer>[]
}

// The compact protocol of Apache Thrift: a field begins with how much larger its number is than the one before, and its type.
const LIST = 9
const STRUCT = 12
/** A list has its length in half a byte, up to this one. */
const SHORT = 14

/**
 * Collects the `FileMetaData` of the Parquet format (parquet.thrift) as bytes, a row group at a time. The writer we use keeps objects for all of it
 * until the file ends.
 */
export function parquetFooter(schema: readonly SchemaElement[], program: string): ParquetFooter {
  const groups = new ByteWriter()
  let groupCount = 0
  let rowCount = 0n

  function pieces() {
    const head = new ByteWriter()
    serializeTCompactProtocol(head, { field_1: 2, field_2: schema.map(schemaFields), field_3: rowCount })
    // Without the byte that ends a struct: this one goes on with the fourth field.
    head.index--
    head.appendUint8((1 << 4) | LIST)
    head.appendUint8((Math.min(groupCount, SHORT + 1) << 4) | STRUCT)
    if (groupCount > SHORT) head.appendVarInt(groupCount)
    // Fields 6 and 7, counted on from the fourth.
    const orders = schema.filter(({ type }) => type).map(() => ({ field_1: {} }))
    const tail = new ByteWriter()
    serializeTCompactProtocol(tail, { field_2: program, field_3: orders })
    return [head.getBytes(), groups.getBytes(), tail.getBytes()]
  }

  return {
    add(group) {
      groupCount++
      rowCount += group.num_rows
      serializeTCompactProtocol(groups, groupFields(group))
    },
    pieces,
  }
}

function schemaFields({
  type,
  repetition_type: repetition,
  name,
  num_children: children,
  converted_type: as,
}: SchemaElement) {
  return {
    field_1: type && ParquetTypes.indexOf(type),
    field_3: repetition && FieldRepetitionTypes.indexOf(repetition),
    field_4: name,
    field_5: children,
    field_6: as && ConvertedTypes.indexOf(as),
  }
}

function groupFields({ columns, total_byte_size: size, num_rows: rows, total_compressed_size: compressed }: RowGroup) {
  return {
    field_1: columns.map(({ file_offset: offset, meta_data: of }) => ({
      field_2: offset,
      field_3: of && {
        field_1: ParquetTypes.indexOf(of.type),
        field_2: of.encodings.map((encoding) => Encodings.indexOf(encoding)),
        field_3: of.path_in_schema,
        field_4: CompressionCodecs.indexOf(of.codec),
        field_5: of.num_values,
        field_6: of.total_uncompressed_size,
        field_7: of.total_compressed_size,
        field_9: of.data_page_offset,
        field_11: of.dictionary_page_offset,
      },
    })),
    field_2: size,
    field_3: rows,
    field_6: compressed,
  }
}
