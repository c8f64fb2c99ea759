import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/** One page of a long list. Pages count from 1; a number beyond the last is the last. */
type Cut<Item> = { readonly items: readonly Item[]; readonly page: number; readonly pageCount: number }

/** Cuts a list into pages. `asked`: the page in the URL. */
export function cutPages<Item>(all: readonly Item[], asked: string | undefined, perPage: number): Cut<Item> {
  const pageCount = Math.max(1, Math.ceil(all.length / perPage))
  const number = /^\d{1,6}$/.test(asked ?? '') ? Number(asked) : 1
  const page = Math.min(Math.max(1, number), pageCount)
  return { items: all.slice((page - 1) * perPage, page * perPage), page, pageCount }
}

/** Links to the previous and next page, if there are several. */
export function pageLinks({ page, pageCount }: Cut<unknown>, pathOf: (page: number) => string, reader: Reader): Html {
  if (pageCount < 2) return html``
  const { number, listImport, find, moreResults } = reader.words
  const { pages } = listImport
  return html`<nav class="line-of" aria-label="${pages(number(page), number(pageCount))}">${page > 1 && html`<a class="btn" rel="prev" href="${pathOf(page - 1)}">${find.previous}</a>`} <span>${pages(number(page), number(pageCount))}</span> ${page < pageCount && html`<a class="btn" rel="next" href="${pathOf(page + 1)}">${moreResults}</a>`}</nav>
`
}
