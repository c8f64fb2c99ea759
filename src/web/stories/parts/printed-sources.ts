import type { StoryView } from '../../../operations/views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** For print, where links can't be followed: the outlets whose words a page cites, with the URLs of their articles. */
export function printedSources(page: Html, { documents }: StoryView, { words }: Reader): Html {
  const ids = [...String(page).matchAll(/ href="\/citations\/([^/"]+)\//g)].map(([, id = '']) => decodeURIComponent(id))
  const cited = [...new Set(ids)].flatMap((id) => documents[id] ?? [])
  const byUrl = new Map(cited.map(({ url, sourceName }) => [url, sourceName]))
  if (byUrl.size === 0) return html``
  return html`<section class="print-notes"><h2>${words.app.addresses}</h2><ul>${[...byUrl].map(
    ([url, name]) => html`<li>${foreign(name)}${words.colon}<bdi dir="ltr">${url}</bdi></li>`,
  )}</ul></section>
`
}
