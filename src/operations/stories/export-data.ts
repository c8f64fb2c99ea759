import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { Entity } from '../../core/annotation.ts'
import { defined } from '../../core/defined.ts'
import { asId, type EntityId, type SourceId } from '../../core/ids.ts'
import { documentsOf, type RowFilter, rowsOfStory } from '../../export/tables/story-rows.ts'
import { type TableFormat, type TableName, tableFormats, tableNames } from '../../export/tables/table-columns.ts'
import { type Bytes, type TableWriter, tableMediaTypes, tableWriter } from '../../export/tables/write-table.ts'
import { sections } from '../../languages/pack.ts'
import { NoRoomError } from '../body-memory.ts'
import { day } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { makeSnapshot, type RowsOfTables } from './table-snapshot.ts'

/** Stories read at once. */
const atOnce = 20
const dayMs = 86_400_000

export { sections } from '../../languages/pack.ts'

/** All five tables with a datasheet, as one file that can be checked. */
export const exportChoices = [...tableNames, 'snapshot'] as const

export type DataFile = {
  readonly kind: 'file'
  /** Of bytes: whoever reads it into memory of their own needs no more than that. */
  readonly body: ReadableStream<Uint8Array>
  readonly mediaType: string
  readonly fileName: string
  /** Of a snapshot: SHA-256 of its manifest, and its rows. */
  readonly fingerprint?: string
  readonly rowCounts?: Readonly<Record<TableName, number>>
}

/** Why there is no file. */
export type DataRefused = {
  readonly kind: 'refused'
  readonly why: 'reversed' | 'no-such-name' | 'no-such-source' | 'nothing' | 'too-large'
  readonly detail: string
}

const details: Readonly<Record<DataRefused['why'], string>> = {
  reversed: 'The first day is after the last. Swap them.',
  'no-such-name': 'No person, organization or place of that name is in the news here.',
  'no-such-source': 'There is no outlet of that name here.',
  nothing: 'Nothing matches.',
  'too-large': 'This would be more than 4 GB. Choose a shorter period, or a table at a time.',
}

/** Readers whose file is being made or read. */
const underWay = new Set<string>()

export const exportData = defineOperation({
  name: 'export_data',
  minRole: 'reader',
  leaves: true,
  summary: 'Quotations, promises, figures, reports and copies as tables, or all of them as a snapshot',
  input: z.strictObject({
    what: z.enum(exportChoices),
    format: z.enum(tableFormats).default('csv'),
    /** Id or name of a person, organization or place. */
    person: z.string().min(1).max(400).optional(),
    /** Id or name of an outlet. */
    source: z.string().min(1).max(200).optional(),
    topic: z.enum(sections).optional(),
    /** First and last day on which an article was published, UTC. */
    from: day.optional(),
    to: day.optional(),
    /** The cited words of articles, too, not only their places and hashes. */
    texts: z.boolean().default(false),
  }),
  /** Throws NoRoomError while another file for this reader is being made or read. Whoever does not read the body cancels it. */
  async run(context, { what, format, person, source, topic, from, to, texts }): Promise<DataFile | DataRefused> {
    if (from !== undefined && to !== undefined && from > to) return refused('reversed')
    const entity = person === undefined ? undefined : await findEntity(context, person)
    if (person !== undefined && !entity) return refused('no-such-name')
    const outlet = source === undefined ? undefined : await findOutlet(context, source)
    if (source !== undefined && !outlet) return refused('no-such-source')
    const filter: RowFilter = defined({
      entity,
      sourceId: outlet?.id,
      from: from === undefined ? undefined : Date.parse(from),
      until: to === undefined ? undefined : Date.parse(to) + dayMs,
    })
    const program = `Twosource ${context.maintenance.version}`
    const rows = (tables: readonly TableName[]) => walkRows(context, tables, filter, topic, { texts, program })
    const { id } = context.reader
    if (underWay.has(id)) throw new NoRoomError()
    underWay.add(id)
    const done = () => underWay.delete(id)
    try {
      const named = defined({ person: entity?.name, source: outlet?.name, topic, from, to })
      const file =
        what === 'snapshot'
          ? await snapshot(context, { format, hasTexts: texts, filter: named }, rows(tableNames), done)
          : await oneTable(what, format, rows([what]), { hasTexts: texts, program }, done)
      if (file.kind === 'refused') done()
      return file
    } catch (error) {
      done()
      throw error
    }
  },
})

/** Whether there are any rows is known before the file begins: an empty one would say nothing. */
async function oneTable(
  what: TableName,
  format: TableFormat,
  rows: AsyncGenerator<RowsOfTables>,
  wanted: { readonly hasTexts: boolean; readonly program: string },
  done: () => unknown,
): Promise<DataFile | DataRefused> {
  const first = await rows.next()
  if (first.done) return refused('nothing')
  const writer = await tableWriter(what, format, wanted)
  const body = bodyOf(pieces(writer, first.value, rows), done)
  return { kind: 'file', body, mediaType: tableMediaTypes[format], fileName: `${what}.${format}` }
}

async function snapshot(
  context: OperationContext,
  wanted: Parameters<typeof makeSnapshot>[1],
  rows: AsyncGenerator<RowsOfTables>,
  done: () => unknown,
): Promise<DataFile | DataRefused> {
  const made = await makeSnapshot(context, wanted, rows)
  if (made.kind !== 'made') return refused(made.kind)
  const { fingerprint, rowCounts, remove } = made
  const body = bodyOf(made.pieces, () => remove().finally(done))
  const fileName = `twosource-data-${fingerprint.slice(0, 12)}.zip`
  return { kind: 'file', body, mediaType: 'application/zip', fileName, fingerprint, rowCounts }
}

/**
 * The pieces as they are read, each copied before the next is asked for. `done` runs at their end, and when nobody wants them any more: a
 * generator that never began would not tell.
 */
function bodyOf(all: AsyncGenerator<Bytes>, done: () => unknown): ReadableStream<Uint8Array> {
  let rest: Bytes = new Uint8Array()
  return new ReadableStream(
    {
      type: 'bytes',
      autoAllocateChunkSize: 65_536,
      async pull(controller) {
        const wanted = controller.byobRequest
        const view = wanted?.view
        if (!wanted || !view) throw new Error('A piece was asked for without memory for it')
        try {
          while (rest.length === 0) {
            const next = await all.next()
            if (next.done) break
            rest = next.value
          }
        } catch (error) {
          await done()
          throw error
        }
        if (rest.length === 0) {
          await done()
          controller.close()
        }
        const piece = rest.subarray(0, view.byteLength)
        new Uint8Array(view.buffer, view.byteOffset).set(piece)
        rest = rest.subarray(piece.length)
        wanted.respond(piece.length)
      },
      async cancel() {
        await all.return(undefined)
        await done()
      },
    },
    { highWaterMark: 0 },
  )
}

function refused(why: DataRefused['why']): DataRefused {
  return { kind: 'refused', why, detail: details[why] }
}

/** By id, or by its whole name: the one in most stories. */
async function findEntity({ store }: OperationContext, given: string): Promise<Entity | undefined> {
  const known = await store.entities.find(asId<EntityId>(given))
  if (known) return known.entity
  const sameName = given.trim().toLowerCase()
  for (const kind of ['person', 'organization', 'place'] as const) {
    const found = await store.entities.list({ kind, since: '', query: given }, atOnce)
    const named = found.find(({ entity }) => entity.name.toLowerCase() === sameName)
    if (named) return named.entity
  }
  return undefined
}

async function findOutlet(
  { store, reader }: OperationContext,
  given: string,
): Promise<{ readonly id: SourceId; readonly name: string } | undefined> {
  if (/^\d{1,15}$/.test(given)) {
    const known = await store.feeds.findSource(reader.id, asId<SourceId>(given))
    if (known) return known
  }
  const sameName = given.trim().toLowerCase()
  return (await store.feeds.listSources(reader.id)).find(({ name }) => name.toLowerCase() === sameName)
}

/**
 * The rows of each story that has any, for several tables, in the order of story ids. Memory holds a few stories at a time.
 */
async function* walkRows(
  { store }: OperationContext,
  tables: readonly TableName[],
  filter: RowFilter,
  section: string | undefined,
  { texts: hasTexts, program }: { readonly texts: boolean; readonly program: string },
): AsyncGenerator<RowsOfTables> {
  const { entity, sourceId, from, until } = filter
  const iso = (ms: number | undefined) => (ms === undefined ? undefined : new Date(ms).toISOString())
  const stories = defined({ section, entityId: entity?.id, sourceId, from: iso(from), until: iso(until) })
  const work = { ...filter, hasTexts, program, digest: (text: string) => hash('sha256', text) }
  for (let after: string | undefined = ''; after !== undefined; ) {
    const { rows, next } = await store.stories.walk(stories, after, atOnce)
    for (const { id, dossier } of rows) {
      await nextTurn()
      if (!dossier) continue
      const texts = await store.articles.exportedTexts(documentsOf(dossier))
      const found = new Map(
        tables
          .map((table) => [table, rowsOfStory(table, { id, dossier, texts }, work)] as const)
          .filter(([, some]) => some.length > 0),
      )
      if (found.size > 0) yield found
    }
    after = next
  }
}

async function* pieces(
  writer: TableWriter,
  first: RowsOfTables,
  rest: AsyncGenerator<RowsOfTables>,
): AsyncGenerator<Bytes> {
  yield writer.begin()
  yield* written(first)
  for await (const found of rest) yield* written(found)
  yield* writer.end()

  function* written(found: RowsOfTables) {
    for (const some of found.values()) yield writer.write(some)
  }
}
