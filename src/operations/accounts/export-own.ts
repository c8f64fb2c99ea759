import { setImmediate } from 'node:timers/promises'
import { z } from 'zod'
import type { Account } from '../../core/account.ts'
import { rowsAsHtml } from '../../export/rows-html.ts'
import { rowsAsJson } from '../../export/rows-json.ts'
import type { ZippedFile } from '../../export/zip.ts'
import { markEssential } from '../../store/engine/request-context.ts'
import { NoRoomError } from '../body-room.ts'
import { unlessTroubled } from '../busy.ts'
import { exportOpml } from '../feeds/export-opml.ts'
import { exportMarks } from '../library/export-marks.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { noteEvent } from './note-event.ts'

/** Everything kept of a reader, as a ZIP archive that is made while it is read. */
export type OwnData = {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mediaType: string
  readonly fileName: string
}

/** The shape of `everything.json`; it goes up when something in it means another thing than before. */
const version = 1
/** So many letters are made at a time; then others have their turn. */
const pieceLength = 64 * 1024

/** Readers to whom theirs is being given. */
const underWay = new Set<string>()

export const exportOwn = defineOperation({
  name: 'export_own',
  least: 'reader',
  summary: 'Everything kept of the reader, as a ZIP of JSON, HTML, marks that can be brought in again, and OPML',
  input: z.object({}),
  /** Throws NoRoomError while it is being given to them already: each holds a table in memory, for as long as it is read. */
  async run(context): Promise<OwnData> {
    const { reader } = context
    if (underWay.has(reader.id)) throw new NoRoomError()
    // Who takes their data out may do so because of the trouble; the log has it in any case.
    markEssential()
    await unlessTroubled(noteEvent(context, 'data-taken', reader.id))
    const account = await context.store.accounts.find(reader.id)
    const body = ReadableStream.from(oneAtATime(context, () => everything(context, account)))
    return { body, mediaType: 'application/zip', fileName: 'twosource-my-data.zip' }
  },
})

/** Of those that began at once, the next begins when the one before has been read to its end or nobody reads it any more. */
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
    // Whoever went away while it waited is found out here, before anything is read for nothing.
    yield new Uint8Array()
    yield* make()
  } catch (error) {
    // It is cut off where it is: the answer has begun.
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
    // Not within a letter of two halves.
    if (/[\ud800-\udbff]/.test(text[end - 1] ?? '')) end++
    yield text.slice(start, end)
    start = end
  }
}

/** Joins short pieces, and lets others have their turn after each. */
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
