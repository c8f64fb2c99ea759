import { z } from 'zod'
import { mayBeFeedText } from '../../core/article.ts'
import { feedOwnsPage } from '../../core/feed/site-ownership.ts'
import type { ArticleId } from '../../core/ids.ts'
import { isTracking } from '../../core/text/link-key.ts'
import type { StoredArticle } from '../../store/store.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** What a device shares: any of the three, with the URL in any of them. */
const shared = z.string().max(8000).default('')

export type FoundPage =
  /** No web URL in it. */
  | { readonly kind: 'no-address' }
  | { readonly kind: 'known'; readonly url: string; readonly articleId: ArticleId }
  | { readonly kind: 'unknown'; readonly url: string }

export const findPage = defineOperation({
  name: 'find_page',
  minRole: 'guest',
  summary: 'The article at a URL that was shared with this reader, if it is stored',
  input: z.strictObject({ url: shared, text: shared, title: shared }),
  async run({ store }, given): Promise<FoundPage> {
    const url = sharedAddress([given.url, given.text, given.title])
    if (url === undefined) return { kind: 'no-address' }
    for (const address of spellings(url)) {
      const found = await store.articles.findByUrl(address)
      if (found && (await isOfPage(store, found))) return { kind: 'known', url, articleId: found.article.id }
    }
    return { kind: 'unknown', url }
  },
})

/** A feed entry about a page of another site is not that page, though it names its URL. A text imported from a file counts. */
async function isOfPage({ articles }: OperationContext['store'], { article }: StoredArticle): Promise<boolean> {
  if (!mayBeFeedText(article.completeness)) return true
  const feedUrl = article.entryId && (await articles.ingestTarget(article.entryId))?.feedUrl
  return feedUrl === undefined || feedUrl.startsWith('import:') || feedOwnsPage(feedUrl, article.url)
}

/** The first web URL in what was shared: phones put it into the text, between other words. */
export function sharedAddress(texts: readonly string[]): string | undefined {
  for (const text of texts)
    for (const [word] of text.matchAll(/\bhttps?:\/\/[^\s<>"“”«»]+/gi)) {
      const url = URL.parse(word.replace(/[)\].,;:!?'’]{1,40}$/, ''))
      if (url?.hostname.includes('.') || url?.hostname === 'localhost') return url.href
    }
  return undefined
}

/** Variants of a page's URL, the given one first: links collect tracking parameters as they are passed on. */
export function spellings(address: string): readonly string[] {
  const url = new URL(address)
  url.hash = ''
  const plain = new URL(url)
  for (const name of [...plain.searchParams.keys()]) if (isTracking(name)) plain.searchParams.delete(name)
  const bases = [url, plain].flatMap((base) => [base.href, withSlash(base)])
  return [...new Set([address, ...bases, ...bases.map(otherScheme)])]
}

/** The same URL with a trailing slash added or removed. */
function withSlash(base: URL): string {
  const other = new URL(base)
  other.pathname = base.pathname.endsWith('/') ? base.pathname.replace(/\/+$/, '') : `${base.pathname}/`
  return other.href
}

function otherScheme(href: string): string {
  return href.startsWith('https:') ? `http:${href.slice(6)}` : `https:${href.slice(5)}`
}
