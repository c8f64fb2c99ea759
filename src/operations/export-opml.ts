import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import type { OpmlTop } from '../core/subscription-list.ts'
import { arrangeOutlines } from '../feeds/arrange-outlines.ts'
import { opmlPieces } from '../feeds/write-opml.ts'
import { defineOperation } from './operation.ts'

/** So many outlines are written before others have their turn. */
const piecesAtOnce = 2_000

export const exportOpml = defineOperation({
  name: 'export_opml',
  least: 'reader',
  summary:
    'Every subscription of the reader as OPML 2.0, with all that was kept of the lists they came from; letters, which no program can fetch, are not in it',
  input: z.object({}),
  async run({ store, reader }): Promise<string> {
    const [subscribed, { top, outlines }] = await Promise.all([store.feeds.list(reader.id), store.opml.kept(reader.id)])
    const feeds = subscribed.filter(({ intake }) => intake !== 'mail')
    await nextTurn()
    const rows = feeds.map(({ url, title, siteUrl, folder }) => ({
      url,
      title: title || url,
      ...(siteUrl !== undefined && { siteUrl }),
      ...(folder !== '' && { folder }),
    }))
    const arranged = arrangeOutlines(rows, outlines)
    await nextTurn()
    const pieces: string[] = []
    for (const piece of opmlPieces({ ...titled(top), outlines: arranged })) {
      pieces.push(piece)
      if (pieces.length % piecesAtOnce === 0) await nextTurn()
    }
    return pieces.join('')
  },
})

/** With a title where no list gave one. */
function titled(top: OpmlTop): OpmlTop {
  if (top.head.some(({ name }) => name.toLowerCase() === 'title')) return top
  return { ...top, head: [{ name: 'title', attributes: [], children: ['Twosource subscriptions'] }, ...top.head] }
}
