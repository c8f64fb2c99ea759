import { type Share, type SharesView, shareLasts } from '../../../operations/library/share-views.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { storyPath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { sharedTitle } from '../../stories/parts/frozen-story.ts'

/** The reader's public links, working or expired; their URLs are not stored. */
export function linksPage({ shares }: SharesView, reader: Reader, isRevoked: boolean): string {
  const { sharing } = reader.words
  const body = html`<div class="single wide"><header class="day"><h1>${sharing.title}</h1></header>
${isRevoked && html`<div class="notice done" role="status"><p>${sharing.revokedNow}</p></div>`}
${
  shares.length === 0
    ? html`<div class="empty"><h2>${sharing.none}</h2><p>${sharing.noneNote}</p></div>`
    : html`<ul class="own-list public-links">${shares.map((share) => shareLine(share, reader))}</ul>`
}
</div>
`
  return layout(reader, { title: sharing.title, body })
}

function shareLine(share: Share, reader: Reader): Html {
  const { sharing } = reader.words
  const { kind, target, expiresAt, revokedAt, madeAt } = share
  const title = sharedTitle(share, reader)
  const isOver = expiresAt !== undefined && expiresAt <= reader.now
  const isOpen = revokedAt === undefined && !isOver
  const state = revokedAt !== undefined ? sharing.revoked : isOver ? sharing.over : sharing.open
  const facts = joined(
    [
      html`<span class="kind">${sharing.kinds[kind]}</span>`,
      html`<b>${state}</b>`,
      isOpen && (expiresAt === undefined ? sharing.forGood : html`${sharing.until} ${when(expiresAt, reader)}`),
      share.isEmbeddable && sharing.embeddable,
      when(madeAt, reader),
    ],
    ' · ',
  )
  return html`<li data-item><h2 dir="auto"><a href="${kind === 'story' ? storyPath(target) : `/brief/${target}`}">${title}</a></h2>
<div class="meta"><span>${facts}</span>${
    isOpen &&
    html`<details class="sure"><summary aria-label="${sharing.revoke}${reader.words.colon}${title}">${sharing.revoke}</summary><form method="post" action="/settings/links/revoke" class="inline">${hidden('id', share.id)}
<button class="btn quiet bad">${sharing.revokeSure}</button></form></details>`
  }</div></li>
`
}

/** Before a link is made: how long and where it works. */
export function linkFormPage(thing: Pick<Share, 'kind' | 'target' | 'title'>, reader: Reader): string {
  const { sharing } = reader.words
  const heading = thing.kind === 'story' ? sharing.makeOfStory : sharing.makeOfBrief
  const body = html`<div class="single"><header class="day"><h1>${heading}</h1></header>
<p dir="auto"><b>${sharedTitle(thing, reader)}</b></p>
<p class="note">${sharing.lead}</p>
<form method="post" action="/settings/links" class="public-link-form">${hidden('kind', thing.kind)}${hidden('target', thing.target)}
<p><label>${sharing.lasts} <select name="lasts">${shareLasts.map((each) => html`<option value="${each}"${each === 'month' && html` selected`}>${sharing.periods[each]}</option>`)}</select></label></p>
<p><label class="check"><input type="checkbox" name="embed" value="1"> ${sharing.embed}</label> <span class="small">${sharing.embedNote}</span></p>
<p><button class="btn">${sharing.make}</button> <a class="btn ghost" href="/settings/links">${sharing.title}</a></p></form>
</div>
`
  return layout(reader, { title: heading, body })
}

/** The URL of a new link, shown only once; or why there is none. */
export function linkMadePage(
  reader: Reader,
  made:
    | {
        readonly kind: 'made'
        readonly share: Share
        readonly address: string
        readonly path: string
        readonly frame?: string
      }
    | { readonly kind: 'refused'; readonly most: number },
): string {
  const { sharing } = reader.words
  const body =
    made.kind === 'refused'
      ? html`<div class="single"><h1>${sharing.title}</h1><p class="notice">${sharing.tooMany(made.most)}</p><p><a class="btn" href="/settings/links">${sharing.title}</a></p></div>`
      : html`<div class="single"><header class="day"><h1>${sharing.made}</h1></header>
<p dir="auto"><b>${sharedTitle(made.share, reader)}</b></p>
<p class="note">${sharing.madeNote}</p>
<p class="public-link"><label>${sharing.address} <input type="text" readonly value="${made.address}" dir="ltr"></label></p>
<p><a href="${made.path}">${sharing.open}</a></p>${
          made.frame !== undefined &&
          html`<p class="public-link"><label>${sharing.embedCode} <textarea readonly rows="3" dir="ltr">${made.frame}</textarea></label></p>`
        }
<p><a class="btn ghost" href="/settings/links">${sharing.title}</a></p></div>`
  return layout(reader, { title: sharing.made, body: html`${body}\n` })
}
