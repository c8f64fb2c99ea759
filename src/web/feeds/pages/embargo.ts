import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import type { Reader } from '../../reader.ts'
import { embargoForm } from '../parts/embargo.ts'

/** The form again, when the chosen moment has passed. */
export function embargoPage(
  feed: { readonly id: string; readonly isMail: boolean },
  given: string,
  reader: Reader,
): string {
  const { embargo } = reader.words
  const body = html`<div class="single"><header class="pagehead"><h1>${embargo.title}</h1></header>
<p class="notice warn" role="alert">${embargo.past}</p>
${embargoForm(feed.id, feed.isMail, given, reader)}</div>
`
  return layout(reader, { title: embargo.title, place: 'feeds', body })
}
