import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { outlineBatchSize } from '../../core/feed/subscription-list.ts'
import { importOutlines } from '../../pipeline/imports/import-outlines.ts'
import type { ReadList } from '../../pipeline/imports/read-list.ts'
import { readListApart } from '../../pipeline/imports/read-list-apart.ts'
import type { OpmlImport } from '../../store/feeds/opml-imports.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'
import type { AddResult } from '../views.ts'
import { feedsIn } from './list-outlines.ts'
import type { OpmlPreview, OpmlTaken } from './opml-views.ts'
import { refuseQuota } from './subscription-quota.ts'

/** A list of more feeds is taken in by a job, while its page shows how far it is. */
const mostAtOnce = 200

/** So many outlines are kept of one reader: several of the longest lists. */
const usualKept = 500_000

/** Whoever takes in a list at once has so long before a job would do it. */
const aheadOfJobMs = 60_000

type Refused = Extract<AddResult, { kind: 'refused' }>

export const importOpml = defineOperation({
  name: 'import_opml',
  least: 'reader',
  summary:
    'Subscribes to every feed of an OPML file and keeps all else that stands in it; one of many feeds is taken in by a job',
  input: z.object({
    text: z.string().max(64_000_000),
    /** Only feeds of these folders; all when absent. */
    folders: z.array(z.string().max(10_000)).max(10_000).optional(),
    /** What the file is called. */
    name: z.string().max(500).optional(),
  }),
  async run(context, { text, folders, name = '' }): Promise<OpmlTaken> {
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
      (await refuseKept(context, list))
    return refused ?? takeIn(context, list, name)
  },
})

/** Takes in a list that waits for its job at once, for whoever wants to see it done. `onBatch` hears how many feeds are. */
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
  least: 'reader',
  summary: 'What an OPML file holds, by folder, and what of it is here already; nothing is added',
  input: z.object({ text: z.string().max(64_000_000) }),
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
  return { kind: 'refused', reason: 'empty-opml', message: `The file is OPML but names no feed.${why}` }
}

/** What stands in lists beside their feeds is counted by no quota, and is read whole when it goes out again. */
async function refuseKept(
  { store, reader, mostOutlines = usualKept }: OperationContext,
  { batches }: ReadList,
): Promise<Refused | undefined> {
  const kept = await store.opml.countKept(reader.id)
  if (kept + (batches.length - 1) * outlineBatchSize <= mostOutlines) return undefined
  return {
    kind: 'refused',
    reason: 'too-many-outlines',
    message: `Of the lists you took in ${kept} outlines are kept, and of one reader no more than ${mostOutlines} can be. Take what is no feed out of this one.`,
  }
}

/** Lays a list aside and takes it in: at once when it is short, else in a job. */
async function takeIn(context: OperationContext, list: ReadList, name: string): Promise<OpmlTaken> {
  const { store, reader, now, wake } = context
  const id = randomUUID()
  for (const [number, outlines] of list.batches.entries()) await store.opml.layAside(reader.id, id, number, outlines)
  const at = now()
  const isShort = list.feedCount <= mostAtOnce
  const jobAt = isShort ? new Date(at.getTime() + aheadOfJobMs) : at
  const { feedCount, skipped } = list
  // A list that brings nothing new, such as an export that went through another program, is no other list.
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
