import { z } from 'zod'
import { parseOpml, writeOpml } from '../feeds/opml.ts'
import { subscribe } from './add-feed.ts'
import { defineOperation } from './operation.ts'
import type { AddResult, OpmlPreview } from './views.ts'

export const importOpml = defineOperation({
  name: 'import_opml',
  least: 'reader',
  summary: 'Subscribes to every feed of an OPML file; what cannot be read is named, the rest is kept',
  input: z.object({
    text: z.string().max(64_000_000),
    /** Only feeds of these folders; all when absent. */
    folders: z.array(z.string().max(1000)).max(10_000).optional(),
  }),
  async run(context, { text, folders }): Promise<AddResult & { readonly skipped?: readonly string[] }> {
    const parsed = parseOpml(text)
    if (parsed.kind === 'not-opml') return { kind: 'refused', reason: 'not-opml', message: parsed.message }
    if (parsed.feeds.length === 0)
      return {
        kind: 'refused',
        reason: 'empty-opml',
        message: 'The file is OPML but names no feed (no outline has an xmlUrl).',
      }
    const wanted = folders && new Set(folders)
    const feeds = parsed.feeds.filter(({ folder = '' }) => wanted?.has(folder) ?? true)
    if (feeds.length === 0)
      return {
        kind: 'refused',
        reason: 'nothing-chosen',
        message: 'None of its folders was chosen. Tick at least one.',
      }
    const result = await subscribe(context, feeds, '')
    return { ...result, skipped: parsed.skipped }
  },
})

export const previewOpml = defineOperation({
  name: 'preview_opml',
  least: 'reader',
  summary: 'What an OPML file holds, by folder, and what of it is here already; nothing is added',
  input: z.object({ text: z.string().max(64_000_000) }),
  async run({ store, reader }, { text }): Promise<OpmlPreview> {
    const parsed = parseOpml(text)
    if (parsed.kind === 'not-opml') return { kind: 'refused', reason: 'not-opml', message: parsed.message }
    if (parsed.feeds.length === 0)
      return { kind: 'refused', reason: 'empty-opml', message: 'The file is OPML but names no feed.' }
    const here = new Set((await store.feeds.list(reader.id)).map(({ url }) => url))
    const byFolder = Map.groupBy(parsed.feeds, ({ folder = '' }) => folder)
    return {
      kind: 'preview',
      folders: [...byFolder].map(([name, feeds]) => ({
        name,
        feeds: feeds.map(({ url, title = '' }) => ({ url, title: title || url, isHere: here.has(url) })),
      })),
      skipped: parsed.skipped,
    }
  },
})

export const exportOpml = defineOperation({
  name: 'export_opml',
  least: 'reader',
  summary: 'Every subscription of the reader as OPML 2.0; letters, which no program can fetch, are not in it',
  input: z.object({}),
  async run({ store, reader }): Promise<string> {
    const feeds = (await store.feeds.list(reader.id)).filter(({ intake }) => intake !== 'mail')
    return writeOpml(
      feeds.map(({ url, title, siteUrl, folder }) => ({
        url,
        title: title || url,
        ...(siteUrl === undefined ? {} : { siteUrl }),
        ...(folder === '' ? {} : { folder }),
      })),
      'Twosource subscriptions',
    )
  },
})
