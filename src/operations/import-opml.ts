import { z } from 'zod'
import { parseOpml, writeOpml } from '../feeds/opml.ts'
import { subscribe } from './add-feed.ts'
import { defineOperation } from './operation.ts'
import type { AddResult } from './views.ts'

export const importOpml = defineOperation({
  name: 'import_opml',
  summary: 'Subscribes to every feed of an OPML file; what cannot be read is named, the rest is kept',
  input: z.object({ text: z.string().max(64_000_000) }),
  async run(context, { text }): Promise<AddResult & { readonly skipped?: readonly string[] }> {
    const parsed = parseOpml(text)
    if (parsed.kind === 'not-opml') return { kind: 'refused', message: parsed.message }
    if (parsed.feeds.length === 0)
      return { kind: 'refused', message: 'The file is OPML but names no feed (no outline has an xmlUrl).' }
    const result = await subscribe(context, parsed.feeds, '')
    return { ...result, skipped: parsed.skipped }
  },
})

export const exportOpml = defineOperation({
  name: 'export_opml',
  summary: 'Every subscription as OPML 2.0',
  input: z.object({}),
  async run({ store }): Promise<string> {
    const feeds = await store.feeds.list()
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
