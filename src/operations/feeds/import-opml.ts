import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { type OpmlFeed, outlineBatchSize, type PlacedOutline } from '../../core/feed/subscription-list.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { importOutlines } from '../../pipeline/imports/import-outlines.ts'
import type { ReadList } from '../../pipeline/imports/read-list.ts'
import { readListApart } from '../../pipeline/imports/read-list.ts'
import { explainFailure } from '../../pipeline/polls/schedule-poll.ts'
import { yieldingBatches } from '../../pipeline/yielding-batches.ts'
import type { OpmlImport } from '../../store/feeds/opml-imports.ts'
import { completeAddress } from '../articles/complete-address.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type { AddResult } from '../views.ts'
import type { OpmlImported, OpmlPreview } from './opml-views.ts'
import { refuseQuota } from './subscription-quota.ts'

/** A longer list is imported by a job, while a page shows the progress. */
const mostAtOnce = 200

/** Outlines stored per reader: several of the maxLength lists. */
const usualKept = 500_000

/** An immediate import has this long before a job would do it. */
const aheadOfJobMs = 60_000

type Refused = Extract<AddResult, { kind: 'refused' }>

export const importOpml = defineOperation({
  name: 'import_opml',
  minRole: 'reader',
  summary:
    'Subscribes to every feed of an OPML file and keeps everything else in it; large files are imported in the background',
  input: z.strictObject({
    text: z.string().max(64_000_000),
    /** Only feeds of these folders; all when absent. */
    folders: z.array(z.string().max(10_000)).max(10_000).optional(),
    /** The name of the file. */
    name: z.string().max(500).optional(),
  }),
  async run(context, { text, folders, name = '' }): Promise<OpmlImported> {
    const tooOften = refuseTurn(context, 'import')
    if (tooOften) return tooOften
    const list = await readWhole(text, folders)
    if (list.kind === 'refused') return list
    if (list.feedCount === 0 && folders)
      return {
        kind: 'refused',
        reason: 'nothing-chosen',
        message: 'None of its folders was chosen. Tick at least one.',
      }
    const refused =
      (await refuseQuota(context, list.feedCount, async () => (await feedsIn(list)).map(({ url }) => url))) ??
      (await refuseOutlines(context, list))
    return refused ?? startImport(context, list, name)
  },
})

/** Imports a list right away instead of in its job, so that progress is visible. `onBatch` gets the number of feeds so far. */
export async function finishImport(
  context: OperationContext,
  importId: string,
  onBatch: (doneCount: number) => void,
): Promise<OpmlImport | undefined> {
  await importOutlines(context, importId, { onBatch, runMs: Number.POSITIVE_INFINITY })
  return context.store.opml.find(context.reader.id, importId)
}

export const previewOpml = defineOperation({
  name: 'preview_opml',
  minRole: 'reader',
  summary: 'Previews an OPML file by folder, and which feeds are already here; nothing is added',
  input: z.strictObject({ text: z.string().max(64_000_000) }),
  async run(context, { text }): Promise<OpmlPreview> {
    const { store, reader } = context
    const tooOften = refuseTurn(context, 'import')
    if (tooOften) return tooOften
    const list = await readWhole(text)
    if (list.kind === 'refused') return list
    const feeds = await feedsIn(list)
    const here = new Set((await store.feeds.list(reader.id)).map(({ url }) => url))
    const byFolder = Map.groupBy(feeds, ({ folder = '' }) => folder)
    return {
      kind: 'preview',
      folders: [...byFolder].map(([name, inFolder]) => ({
        name,
        feeds: inFolder.map(({ url, title = '' }) => ({ url, title: title || url, isHere: here.has(url) })),
      })),
      skipped: list.skipped,
    }
  },
})

async function readWhole(text: string, folders?: readonly string[]): Promise<ReadList | Refused> {
  const list = await readListApart(text, folders)
  if (list.kind === 'failed')
    return { kind: 'refused', reason: 'unknown', message: `The file could not be read. ${list.error}.` }
  if (list.kind === 'refused') return list
  if (list.feedCount > 0 || folders) return list
  const why = list.skipped.length > 0 ? ` ${list.skipped.slice(0, 5).join('; ')}.` : ' No outline has an xmlUrl.'
  return { kind: 'refused', reason: 'empty-opml', message: `The OPML file has no feeds.${why}` }
}

/** A list's other content counts toward no quota of feeds, and is read as a whole on export. */
async function refuseOutlines(
  { store, reader, mostOutlines = usualKept }: OperationContext,
  { batches }: ReadList,
): Promise<Refused | undefined> {
  const kept = await store.opml.countStored(reader.id)
  if (kept + (batches.length - 1) * outlineBatchSize <= mostOutlines) return undefined
  return {
    kind: 'refused',
    reason: 'too-many-outlines',
    message: `You have imported ${kept} outlines, and ${mostOutlines} is the limit. Remove what isn’t a feed from this file.`,
  }
}

/** Stores a list and imports it: at once if it is short, otherwise in a job. */
async function startImport(context: OperationContext, list: ReadList, name: string): Promise<OpmlImported> {
  const { store, reader, now, wake } = context
  const id = randomUUID()
  for (const [number, outlines] of list.batches.entries()) await store.opml.storeBatch(reader.id, id, number, outlines)
  const at = now()
  const isShort = list.feedCount <= mostAtOnce
  const jobAt = isShort ? new Date(at.getTime() + aheadOfJobMs) : at
  const { feedCount, skipped } = list
  // A list without anything new, such as an export that passed through another program, is not a new list.
  const urls = new Set((await feedsIn(list)).map(({ url }) => url))
  const hasNew = (await store.opml.countSubscriptions(reader.id, [...urls])) < urls.size
  const top = hasNew ? list.top : { attributes: [], head: [] }
  const started = { id, readerId: reader.id, name, feedCount, skipped, top }
  await store.opml.start({ ...started, at: at.toISOString(), jobAt: jobAt.toISOString() })
  if (!isShort) {
    wake()
    return { kind: 'queued', importId: id, feedCount, skipped }
  }
  const { added, existing } = await importOutlines(context, id)
  wake()
  const first = await feedsIn({ batches: list.batches.slice(0, 1) })
  const titles = first.map(({ title, url }) => title || url)
  const ids = [...added, ...existing]
  return { kind: 'added', added: added.length, existing: existing.length, ids, titles: titles.slice(0, 20), skipped }
}

/** Batches read before yielding to other work. */
const batchesAtOnce = 4

/** The feeds of a list in its order, each once. */
async function feedsIn({ batches }: Pick<ReadList, 'batches'>): Promise<readonly OpmlFeed[]> {
  const feeds: OpmlFeed[] = []
  const take = (some: readonly string[]) => {
    for (const batch of some)
      for (const { feed, isAgain } of JSON.parse(batch) as readonly PlacedOutline[])
        if (feed && !isAgain) feeds.push(feed)
  }
  await yieldingBatches(batches, take, batchesAtOnce)
  return feeds
}

export const importOpmlFrom = defineOperation({
  name: 'import_opml_from',
  minRole: 'reader',
  summary: 'Fetches an OPML file from a URL once, and imports it',
  input: z.strictObject({ url: z.string().min(1).max(maxLength.address) }),
  async run(context, { url }): Promise<OpmlImported> {
    const address = completeAddress(url)
    if (address === undefined)
      return { kind: 'refused', reason: 'no-address', message: `“${url}” is not a web address.` }
    const tooOften = refuseTurn(context, 'fetch')
    if (tooOften) return tooOften
    const fetched = await context.http.get(address)
    if (fetched.kind === 'not-modified')
      return { kind: 'refused', reason: 'unknown', message: 'The server’s answer can’t be read. Try again later.' }
    if (fetched.kind !== 'ok') return { kind: 'refused', reason: fetched.kind, message: explainFailure(fetched) }
    const { decode } = await import('../../feeds/decode.ts')
    const { text } = decode(fetched.body, fetched.contentType)
    return importOpml.run(context, { text, name: address.slice(0, 500) })
  },
})
