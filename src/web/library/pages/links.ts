import { type Share, type SharesView, shareLasts } from '../../../operations/library/share-views.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { storyPath } from '../../layout/links.ts'
import { menu } from '../../layout/menu.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { sharedTitle } from '../../stories/parts/frozen-story.ts'

/** The reader's public links, working or expired; their URLs are not stored. */
export function linksPage({ shares }: SharesView, reader: Reader, isRevoked: boolean): string {
  const { sharing } = reader.words
  const body = html`${isRevoked && html`<p class="notice done" role="status">${sharing.revokedNow}</p>`}
${shares.length === 0 ? html`<div class="empty"><p>${sharing.noneNote}</p></div>` : shares.map((share) => shareLine(share, reader))}`
  const parent = { path: '/settings/advanced', name: reader.words.settings.pages.advanced }
  return settingsPageOf(reader, { in: 'advanced', title: sharing.title, parent, body })
}

function shareLine(share: Share, reader: Reader): Html {
  const { sharing, mine, frame } = reader.words
  const { kind, target, expiresAt, revokedAt, madeAt } = share
  const title = sharedTitle(share, reader)
  const isOver = expiresAt !== undefined && expiresAt <= reader.now
  const isOpen = revokedAt === undefined && !isOver
  const state = revokedAt !== undefined ? sharing.revoked : isOver ? sharing.over : sharing.open
  const facts = joined(
    [
      kind === 'story' ? mine.kinds.story : frame.places.brief,
      html`<b>${state}</b>`,
      isOpen &&
        (expiresAt === undefined ? sharing.forGood : html`${reader.words.accounts.until} ${when(expiresAt, reader)}`),
      share.isEmbeddable && sharing.embeddable,
      when(madeAt, reader),
    ],
    ' · ',
  )
  const revoke = isOpen
    ? menu(
        html`<form method="post" action="/settings/links/revoke">${hidden('id', share.id)}<button class="bad">${sharing.revokeSure}</button></form>`,
        { label: sharing.revoke, name: `${sharing.revoke}${reader.words.colon}${title}`, look: 'btn', isAtEnd: true },
      )
    : html`<span></span>`
  const name = html`<a href="${kind === 'story' ? storyPath(target) : `/brief/${target}`}" dir="auto">${title}</a>`
  return html`<div data-item>${settingRow(name, revoke, { help: facts })}</div>
`
}

/** Before a link is made: how long and where it works. */
export function linkFormPage(thing: Pick<Share, 'kind' | 'target' | 'title'>, reader: Reader): string {
  const { sharing } = reader.words
  const body = html`<div class="single"><header class="pagehead"><h1>${sharing.make}</h1><p>${sharing.lead}</p></header>
<p dir="auto"><b>${sharedTitle(thing, reader)}</b></p>
<form method="post" action="/settings/links" class="public-link-form">${hidden('kind', thing.kind)}${hidden('target', thing.target)}
<p><label>${sharing.lasts} <select name="lasts">${shareLasts.map((each) => html`<option value="${each}"${each === 'month' && html` selected`}>${sharing.periods[each]}</option>`)}</select></label></p>
<p><label class="check"><input type="checkbox" name="embed" value="1"> ${sharing.embed}</label></p>
<p class="actions"><button class="btn main">${sharing.make}</button> <a class="btn" href="/settings/links">${sharing.title}</a></p></form>
</div>
`
  return layout(reader, { title: sharing.make, place: 'settings', body })
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
      ? html`<div class="single"><header class="pagehead"><h1>${sharing.title}</h1></header><p class="notice">${sharing.tooMany(made.most)}</p><p><a class="btn" href="/settings/links">${sharing.title}</a></p></div>`
      : html`<div class="single"><header class="pagehead"><h1>${sharing.made}</h1><p>${reader.words.accounts.shownOnce}</p></header>
<p dir="auto"><b>${sharedTitle(made.share, reader)}</b></p>
<p class="public-link"><label>${sharing.address} <input type="text" readonly value="${made.address}" dir="ltr"></label></p>
<p><a href="${made.path}">${sharing.open}</a></p>${
          made.frame !== undefined &&
          html`<p class="public-link"><label>${sharing.embedCode} <textarea readonly rows="3" dir="ltr">${made.frame}</textarea></label></p>`
        }
<p class="actions"><a class="btn" href="/settings/links">${sharing.title}</a></p></div>`
  return layout(reader, { title: sharing.made, place: 'settings', body: html`${body}\n` })
}
