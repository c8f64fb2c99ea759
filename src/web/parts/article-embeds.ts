import type { Article } from '../../core/article.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { foreign } from './language.ts'
import { hostOf, outLink } from './links.ts'

/** What of other sites stood after a block, as plain links: nothing of theirs is loaded. */
export function embedsAfter({ embeds = [] }: Article, from: number, until: number, reader: Reader): Html {
  const here = embeds.filter(({ after }) => after >= from && after <= until)
  if (here.length === 0) return html``
  return html`${here.map(
    ({ kind, url, title }) =>
      html`<p class="embed">${reader.words.embeds.kinds[kind]}${reader.words.colon}${outLink(url, foreign(title ?? hostOf(url)))}${title !== undefined && html` <small>${foreign(hostOf(url))}</small>`}</p>`,
  )}`
}
