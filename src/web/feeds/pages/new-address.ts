import { maxLength } from '../../../core/text/max-length.ts'
import type { AddressesFound } from '../../../operations/feeds/source-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { layout } from '../../layout/layout.ts'
import { hostOf } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Addresses found for a feed, and a field for another one. `refused`: an address at which there is no feed. */
export function feedAddressPage(
  { id, title, siteUrl, candidates }: AddressesFound,
  reader: Reader,
  refused?: string,
): string {
  const { words } = reader
  const { troubles } = words
  const heading = troubles.addressTitle(title)
  const use = (url: string, label: Html) =>
    html`<form method="post" action="/feeds/address" class="line">${hidden('feed', id)}${hidden('title', title)}${hidden('url', url)}${label}
<button class="btn" aria-label="${troubles.use}${words.colon}${url}">${troubles.use}</button></form>`
  const body = html`<div class="single"><p class="crumb"><a href="/feeds/all?only=failing">${icon('prev')}${words.river.allTitle}</a></p><header class="pagehead"><h1>${heading}</h1><p>${troubles.addressNote}</p></header>
${refused !== undefined && html`<p class="notice warn" role="alert">${troubles.refused} ${foreign(refused)}</p>`}${siteUrl !== undefined && html`<p role="status">${candidates.length > 0 ? troubles.foundOn(hostOf(siteUrl)) : troubles.noneFound(hostOf(siteUrl))}</p>`}
${candidates.length > 0 && html`<ul class="choose">${candidates.map(({ url, title: name }) => html`<li>${use(url, html`<span>${name && html`<b>${foreign(name)}</b> `}<small>${foreign(url)}</small></span>`)}</li>`)}</ul>`}
<form method="post" action="/feeds/address" class="line">${hidden('feed', id)}${hidden('title', title)}<label>${troubles.otherAddress} <input class="in" type="url" name="url" value="${refused ?? ''}" required maxlength="${maxLength.address}" dir="ltr" autocomplete="off" spellcheck="false" placeholder="https://"></label>
<button class="btn">${troubles.use}</button></form></div>
`
  return layout(reader, { title: heading, place: 'feeds', body })
}
