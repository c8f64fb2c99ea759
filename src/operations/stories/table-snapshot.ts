import { createHash, type Hash } from 'node:crypto'
import { type FileHandle, mkdir, mkdtemp, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { layerVersions } from '../../analyze/layer-versions.ts'
import { dataFormat, digestFile, manifestFile } from '../../export/pack/pack-format.ts'
import { crc32, mostZipBytes, storedZipParts } from '../../export/pack/stored-zip.ts'
import { datasheet, type SnapshotFacts, snapshotTitle } from '../../export/tables/datasheet.ts'
import { type TableName, type TableRow, tableNames } from '../../export/tables/table-columns.ts'
import { type Bytes, tableWriter } from '../../export/tables/write-table.ts'
import { extractorVersion } from '../../extract/extractor-version.ts'
import type { OperationContext } from '../operation.ts'

/** A folder that a crash left is removed after a day. */
const abandonedMs = 86_400_000
/** Bytes of a file read at once. */
const pieceBytes = 65_536

/** A file of the archive: on disk, or in memory. */
type ZippedPart = {
  readonly name: string
  readonly size: number
  readonly crc: number
  readonly sha256: string
  readonly content: { readonly path: string } | { readonly bytes: Bytes }
}

/** Rows of a story, by table; only tables that have some. */
export type RowsOfTables = ReadonlyMap<TableName, readonly TableRow[]>

type Wanted = Pick<SnapshotFacts, 'format' | 'hasTexts' | 'filter'>

export type Snapshot =
  | {
      readonly kind: 'made'
      readonly fingerprint: string
      readonly rowCounts: SnapshotFacts['rowCounts']
      /** Each holds until the next is asked for. */
      readonly pieces: AsyncGenerator<Bytes>
      /** To be called once the pieces were read, or are not wanted any more. */
      readonly remove: () => Promise<void>
    }
  | { readonly kind: 'nothing' }
  | { readonly kind: 'too-large' }

/**
 * All tables with their datasheet as one archive in the form of an evidence pack. The manifest in its middle lists the hash of every table,
 * so the tables are first written to files in the data folder, in one pass.
 */
export async function makeSnapshot(
  { maintenance, now }: Pick<OperationContext, 'maintenance' | 'now'>,
  wanted: Wanted,
  rows: AsyncIterable<RowsOfTables>,
): Promise<Snapshot> {
  const folder = await ownFolder(join(maintenance.folder, 'exports'), now())
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const program = `Twosource ${maintenance.version}`
    const tables = await Promise.all(
      tableNames.map((table) => openTable(folder, `${table}.${wanted.format}`, table, wanted, program)),
    )
    try {
      for await (const found of rows) for (const table of tables) await table.write(found.get(table.table) ?? [])
      for (const table of tables) await table.finish()
    } finally {
      for (const table of tables) await table.close()
    }
    const rowCounts = Object.fromEntries(tables.map(({ table, counts }) => [table, counts.rows])) as Record<
      TableName,
      number
    >
    if (Object.values(rowCounts).every((count) => count === 0)) {
      await remove()
      return { kind: 'nothing' }
    }
    const { parts, fingerprint } = withManifest(
      tables.map((table) => table.part()),
      {
        ...wanted,
        rowCounts,
        version: maintenance.version,
        analyzers: { extract: extractorVersion, ...layerVersions },
        madeAt: now().toISOString(),
      },
    )
    const byteCount = [...storedZipParts(parts)].reduce(
      (sum, part) => sum + (part instanceof Uint8Array ? part.length : part.size),
      0,
    )
    if (byteCount > mostZipBytes) {
      await remove()
      return { kind: 'too-large' }
    }
    return { kind: 'made', fingerprint, rowCounts, pieces: archive(parts), remove }
  } catch (error) {
    await remove()
    throw error
  }
}

/** A folder of its own below one for all exports, from which abandoned ones are removed. */
async function ownFolder(place: string, now: Date): Promise<string> {
  await mkdir(place, { recursive: true })
  for (const name of await readdir(place)) {
    const path = join(place, name)
    const { mtimeMs } = await stat(path).catch(() => ({ mtimeMs: Number.POSITIVE_INFINITY }))
    if (mtimeMs < now.getTime() - abandonedMs) await rm(path, { recursive: true, force: true })
  }
  return mkdtemp(join(place, 'data-'))
}

async function openTable(
  folder: string,
  name: string,
  table: TableName,
  { format, hasTexts }: Wanted,
  program: string,
) {
  const path = join(folder, name)
  const file: FileHandle = await open(path, 'wx', 0o600)
  const hash: Hash = createHash('sha256')
  const writer = await tableWriter(table, format, { hasTexts, program })
  const counts = { rows: 0, size: 0, crc: 0 }

  async function add(bytes: Bytes): Promise<void> {
    if (bytes.length === 0) return
    hash.update(bytes)
    counts.crc = crc32(bytes, counts.crc)
    counts.size += bytes.length
    await file.writeFile(bytes)
  }

  await add(writer.begin())
  return {
    table,
    counts,
    async write(rows: readonly TableRow[]) {
      counts.rows += rows.length
      if (rows.length > 0) await add(writer.write(rows))
    },
    async finish() {
      for (const piece of writer.end()) await add(piece)
    },
    close: () => file.close(),
    part: (): ZippedPart => ({
      name,
      size: counts.size,
      crc: counts.crc,
      sha256: hash.digest('hex'),
      content: { path },
    }),
  }
}

function withManifest(tables: readonly ZippedPart[], facts: SnapshotFacts) {
  const listed = [...tables, inMemory('datasheet.md', datasheet(facts))].sort((a, b) => (a.name < b.name ? -1 : 1))
  const { version, analyzers, madeAt, format, hasTexts, filter, rowCounts } = facts
  const manifest = inMemory(
    manifestFile,
    `${JSON.stringify(
      {
        format: dataFormat,
        program: 'Twosource',
        version,
        analyzers,
        data: { title: snapshotTitle(facts), madeAt, tables: format, hasTexts, filter, rows: rowCounts },
        files: listed.map(({ name, size, sha256 }) => ({ name, size, sha256 })),
      },
      undefined,
      1,
    )}\n`,
  )
  const digest = inMemory(digestFile, `${manifest.sha256}  ${manifestFile}\n`)
  return { parts: [...listed, manifest, digest], fingerprint: manifest.sha256 }
}

function inMemory(name: string, text: string): ZippedPart {
  const bytes = new TextEncoder().encode(text)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  return { name, size: bytes.length, crc: crc32(bytes), sha256, content: { bytes } }
}

async function* archive(parts: readonly ZippedPart[]): AsyncGenerator<Bytes> {
  for (const part of storedZipParts(parts)) {
    if (part instanceof Uint8Array) yield part
    else if ('bytes' in part.content) yield part.content.bytes
    else yield* contentOf(part.content.path)
  }
}

/** A file in pieces, all in the same memory: buffers of their own would wait for the garbage collector, which hardly runs meanwhile. */
async function* contentOf(path: string): AsyncGenerator<Bytes> {
  await using file = await open(path)
  const buffer = new Uint8Array(pieceBytes)
  for (;;) {
    const { bytesRead } = await file.read(buffer)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
  }
}
