import type { HeadersSet } from '../../../operations/feeds/source-views.ts'
import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'
import {
  type HeadersOf,
  type HeadersTyped,
  headersHeading,
  headersRefusal,
  ownHeadersForm,
} from '../parts/own-headers.ts'

/** The form again, saying why cookie and headers were not taken. */
export function ownHeadersPage(
  feed: HeadersOf,
  refused: Extract<HeadersSet, { kind: 'refused' }>,
  typed: HeadersTyped,
  reader: Reader,
): string {
  const { words } = reader
  const body = html`<div class="single"><header class="pagehead"><h1>${headersHeading(feed.title, reader)}</h1></header>
<p class="notice warn" role="alert">${headersRefusal(refused, reader)}</p>
${ownHeadersForm(feed, reader, typed)}
<p><a class="u" href="${articleListPath({ feedId: feed.id, show: 'all' })}">${words.river.edit}</a></p></div>
`
  return layout(reader, { title: words.ownHeaders.title, place: 'feeds', body })
}
