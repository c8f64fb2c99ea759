import { z } from 'zod'
import { mayBeFeedText } from '../../core/article.ts'
import { defined } from '../../core/defined.ts'
import type { ArticleId } from '../../core/ids.ts'
import { explainFailure } from '../../pipeline/polls/schedule-poll.ts'
import { sharedAddress } from '../library/find-page.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { refuseTurn } from '../reader-turns.ts'

type ReadPageResult =
  | { readonly kind: 'read'; readonly articleId: ArticleId }
  | { readonly kind: 'refused'; readonly message: string }

export const readSharedPage = defineOperation({
  name: 'read_page',
  minRole: 'reader',
  summary: 'Fetches a page and reads it like an article of a feed',
  input: z.strictObject({ url: z.string().min(1).max(4000) }),
  async run(context, given): Promise<ReadPageResult> {
    const url = sharedAddress([given.url])
    if (url === undefined) return { kind: 'refused', message: `“${given.url.slice(0, 200)}” is not a web address.` }
    const tooOften = refuseTurn(context, 'fetch')
    if (tooOften) return { kind: 'refused', message: tooOften.message }
    const fetched = await context.http.get(url, { accept: 'text/html,application/xhtml+xml;q=0.9,*/*;q=0.1' })
    if (fetched.kind === 'not-modified')
      return { kind: 'refused', message: 'The server’s answer can’t be read. Try again later.' }
    if (fetched.kind !== 'ok') return { kind: 'refused', message: explainFailure(fetched) }
    if (!/html/i.test(fetched.contentType) && !/^\s*<(?:!doctype|html)/i.test(startOf(fetched.body)))
      return { kind: 'refused', message: 'There’s no page of text at this URL.' }
    const { origin, hostname } = new URL(fetched.url)
    const outlet = hostname.replace(/^www\./, '')
    const { body: bytes, contentType, robotsTag } = fetched
    const body = { kind: 'page', bytes, contentType, ...defined({ robotsTag: robotsTag || undefined }) } as const
    const [outcome] = await context.importArticles([{ outlet, url: fetched.url, siteUrl: origin, body }], {
      readerId: context.reader.id,
    })
    const articleId = await articleAt(context, fetched.url, outlet)
    context.wake()
    return articleId === undefined
      ? { kind: 'refused', message: outcome?.message ?? 'No article was found on the page.' }
      : { kind: 'read', articleId }
  },
})

/** The imported article, whose URL may have become the canonical one. */
async function articleAt(
  { store, reader }: OperationContext,
  url: string,
  outlet: string,
): Promise<ArticleId | undefined> {
  const feedUrl = `import:${encodeURIComponent(outlet.toLowerCase())}`
  const feed = (await store.feeds.list(reader.id)).find((one) => one.url === feedUrl)
  const entryId = feed && (await store.entries.findByKey(feed.id, url))
  const kept = entryId && (await store.entries.find(reader.id, entryId))?.articleId
  if (kept) return kept
  const found = await store.articles.findByUrl(url)
  return found && !mayBeFeedText(found.article.completeness) ? found.article.id : undefined
}

function startOf(bytes: Uint8Array): string {
  return new TextDecoder('latin1').decode(bytes.subarray(0, 1000))
}
