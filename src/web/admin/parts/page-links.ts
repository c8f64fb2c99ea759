import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** One page of a long list. */
export type ListPage<Item> = { readonly items: readonly Item[]; readonly page: number; readonly pageCount: number }

/** A page of a list; a number out of range gives the nearest page. */
export function pageOf<Item>(all: readonly Item[], page: number, size: number): ListPage<Item> {
  const pageCount = Math.max(1, Math.ceil(all.length / size))
  const at = Math.min(Math.max(1, page), pageCount)
  return { items: all.slice((at - 1) * size, at * size), page: at, pageCount }
}

/** Links to the previous and the next page; nothing when there is one page. */
export function pageLinks(path: string, { page, pageCount }: ListPage<unknown>, { words }: Reader): Html | undefined {
  if (pageCount === 1) return undefined
  return html`<nav class="acts more" aria-label="${words.admin.pages}">${page > 1 && html`<a class="btn" rel="prev" href="${path}?page=${page - 1}">${words.find.previous}</a>`}<span class="note">${words.number(page)} / ${words.number(pageCount)}</span>${page < pageCount && html`<a class="btn" rel="next" href="${path}?page=${page + 1}">${words.moreResults}</a>`}</nav>
`
}
