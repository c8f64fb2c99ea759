import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Account } from '../../core/account.ts'
import { rowsAsHtml } from '../../export/rows-html.ts'
import { rowsAsJson } from '../../export/rows-json.ts'
import type { ZippedFile } from '../../export/zip.ts'
import { markEssential } from '../../store/engine/request-context.ts'
import { NoRoomError } from '../body-memory.ts'
import { ignoringStoreTrouble } from '../busy.ts'
import { exportOpml } from '../feeds/export-opml.ts'
import { exportMarks } from '../library/export-marks.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { noteEvent } from './note-event.ts'

/** All data stored about a reader, as a ZIP archive written while it is read. */
export type DataExport = {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mediaType: string
  readonly fileName: string
}

/** Version of the format of `everything.json`; raised when the meaning of something in it changes. */
const version = 1
/** Characters written at a time before yielding. */
const pieceLength = 64 * 1024

/** Readers whose export is running. */
const underWay = new Set<string>()

export const exportOwn = defineOperation({
  name: 'export_own',
  minRole: 'reader',
  summary: 'All of the reader’s data, as a ZIP of JSON, HTML, importable marks and OPML',
  input: z.strictObject({}),
  /** Throws NoRoomError while this reader's export is already running: each keeps a table in memory. */
  async run(context): Promise<DataExport> {
    const { reader } = context
    if (underWay.has(reader.id)) throw new NoRoomError()
    // A full disk must not block the export, which may be needed because of it; the log records it anyway.
    markEssential()
    await ignoringStoreTrouble(noteEvent(context, 'data-taken', reader.id))
    const account = await context.store.accounts.find(reader.id)
    const body = ReadableStream.from(oneAtATime(context, () => everything(context, account)))
    return { body, mediaType: 'application/zip', fileName: 'twosource-my-data.zip' }
  },
})

/** Concurrent exports of a reader run one after the other: the next starts when the previous one was read or abandoned. */
async function* oneAtATime(
  { reader: { id: readerId }, log }: OperationContext,
  make: () => AsyncIterable<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const turn = Promise.withResolvers<void>()
  const done = Promise.withResolvers<void>()
  void oneByOne(`own data of ${readerId}`, () => {
    turn.resolve()
    return done.promise
  })
  try {
    await turn.promise
    underWay.add(readerId)
    // An empty piece detects a client that disconnected while waiting, before anything is read.
    yield new Uint8Array()
    yield* make()
  } catch (error) {
    // The response has already started, so it is cut off here.
    log('own-data-failed', { error: error instanceof Error ? (error.stack ?? error.message) : String(error) })
    throw error
  } finally {
    underWay.delete(readerId)
    done.resolve()
  }
}

async function* everything(
  context: OperationContext,
  account: Account | undefined,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { reader, now } = context
  const at = now()
  const { zipPieces } = await import('../../export/zip.ts')
  const fields = { format: 'twosource-reader', version, exportedAt: at.toISOString() }
  const title = `Twosource: ${account?.name ?? reader.id}`
  const files: readonly ZippedFile[] = [
    { name: 'everything.json', pieces: inTurns(rowsAsJson(fields, tablesOf(context, account))) },
    { name: 'everything.html', pieces: inTurns(rowsAsHtml(title, tablesOf(context, account))) },
    { name: 'marks.json', pieces: inTurns(whole(async () => (await exportMarks.run(context, {})).text)) },
    { name: 'feeds.opml', pieces: inTurns(whole(() => exportOpml.run(context, {}))) },
  ]
  yield* zipPieces(files, at)
}

/** Every table with rows of the reader, read when its turn comes. */
async function* tablesOf({ store, reader }: OperationContext, account: Account | undefined) {
  if (account) yield ['account', [account]] as const
  for (const table of await store.readerRows.tables()) {
    const { [table]: rows } = await store.readerRows.list(reader.id, [table])
    if (rows) yield [table, rows] as const
  }
}

async function* whole(read: () => Promise<string>): AsyncGenerator<string> {
  const text = await read()
  for (let start = 0; start < text.length; ) {
    let end = start + pieceLength
    // Never between the two halves of a surrogate pair.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end++
    yield text.slice(start, end)
    start = end
  }
}

/** Joins short pieces, and yields to other work after each. */
async function* inTurns(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let text = ''
  for await (const piece of pieces) {
    text += piece
    if (text.length < pieceLength) continue
    yield text
    text = ''
    await setImmediate()
  }
  if (text !== '') yield text
}
