import type { FeedSubject } from '../../../core/feed/feed-subject.ts'
import { feedFormats } from '../../../core/feed/published-feed.ts'
import type { FeedAddressesView, FeedAddressView } from '../../../operations/feeds/feed-addresses.ts'
import { buttonForm, hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined, type Piece } from '../../layout/html.ts'
import { menu } from '../../layout/menu.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { feedPath, secretFeedPath } from '../parts/feed-links.ts'

const names = { rss: 'RSS', atom: 'Atom', json: 'JSON Feed' } as const

export type FeedAddressesResult =
  | { readonly kind: 'revoked' }
  | { readonly kind: 'refused'; readonly most: number }
  | { readonly kind: 'made'; readonly id: string }

/** The reader's secret feed URLs, and the form that makes another. `hasHub`: changes can be announced. */
export function feedAddressesPage(
  view: FeedAddressesView,
  reader: Reader,
  {
    base,
    hasHub,
    said: result,
  }: { readonly base: string; readonly hasHub: boolean; readonly said?: FeedAddressesResult },
): string {
  const { feedsOut: words } = reader.words
  const made = result?.kind === 'made' ? result.id : view.asked?.addressId
  const body = html`${result?.kind === 'revoked' && html`<p class="notice done" role="status">${words.revoked}</p>`}
${result?.kind === 'refused' && html`<p class="notice warn" role="alert">${words.tooMany(result.most)}</p>`}
${view.asked && !view.asked.addressId && askedForm(view.asked, base, reader)}
${view.offers.length > 0 && chooser(view, reader)}
${view.addresses
  .toSorted((a, b) => Number(b.id === made) - Number(a.id === made))
  .map((address) =>
    addressLine(address, reader, base, hasHub),
  )}${hasHub && html`<p class="note">${words.announceNote}</p>`}`
  const parent = { path: '/settings/advanced', name: reader.words.settings.pages.advanced }
  return settingsPageOf(reader, { in: 'advanced', title: words.title, lead: words.lead, parent, body })
}

/** The form for the subject of the page the reader came from. */
function askedForm(asked: NonNullable<FeedAddressesView['asked']>, base: string, reader: Reader): Html {
  const { feedsOut: words } = reader.words
  return html`<section class="asked"><h2>${subjectName(asked, reader)}</h2>
<form method="post" action="/settings/feeds">${hidden('of', choiceOf(asked))}<button class="btn main">${words.make}</button></form>
<p class="note">${words.plain}${reader.words.colon}<code dir="ltr">${base}${feedPath(asked)}</code>. ${words.plainNote}</p></section>
`
}

function chooser({ offers }: FeedAddressesView, reader: Reader): Html {
  const { feedsOut: words } = reader.words
  return html`<form method="post" action="/settings/feeds" class="ask muteadd"><select name="of" aria-label="${words.choose}">${offers.map(
    (offer) => html`<option value="${choiceOf(offer)}">${plainName(offer, reader)}</option>`,
  )}</select><button class="btn main">${words.make}</button></form>
`
}

function addressLine(address: FeedAddressView, reader: Reader, base: string, hasHub: boolean): Html {
  const { feedsOut: words } = reader.words
  const { id, token, isAnnounced, at } = address
  const name = plainName(address, reader)
  const facts = joined(
    [
      ...(token === undefined
        ? []
        : feedFormats.map(
            (format) =>
              html`<a href="${secretFeedPath(token, format)}">${names[format]}<span class="sr">${reader.words.colon}${name}</span></a>`,
          )),
      html`${words.madeAt} ${when(at, reader)}`,
    ],
    ' · ',
  )
  const help = html`${
    token === undefined
      ? words.notShown
      : html`<a class="secret" href="${secretFeedPath(token, 'atom')}" dir="ltr">${base}${secretFeedPath(token, 'atom')}</a>`
  }<br>${facts}`
  const actions = html`${
    hasHub &&
    buttonForm(reader, {
      action: '/settings/feeds/announce',
      fields: { id, announced: isAnnounced ? '0' : '1' },
      label: isAnnounced ? words.stopAnnouncing : words.announce,
      variant: 'quiet',
    })
  }<form method="post" action="/settings/feeds/revoke">${hidden('id', id)}<button class="btn quiet bad">${words.revokeSure}</button></form>`
  return html`<div data-item>${settingRow(subjectName(address, reader), menu(actions, { name: `${reader.words.accounts.remove}${reader.words.colon}${name}`, isAtEnd: true }), { help })}</div>
`
}

/** What a kind of feed is called: as the page it comes from, where that has a name. */
function kindName(kind: FeedSubject['kind'], words: Reader['words']): string {
  switch (kind) {
    case 'today':
      return words.frame.places.today
    case 'section':
      return words.section
    case 'folder':
      return words.river.folder
    case 'saved':
      return words.frame.saved
    case 'brief':
      return words.frame.places.brief
    case 'discussion':
      return words.frame.places.discussion
    default:
      return words.feedsOut.kinds[kind]
  }
}

type Named = FeedSubject & { readonly label: string }

/** A feed's subject as the value of a form field. */
function choiceOf({ kind, target }: FeedSubject): string {
  return target === '' ? kind : `${kind} ${target}`
}

function plainName({ kind, label }: Named, { words }: Reader): string {
  const name = kindName(kind, words)
  return label === '' ? name : `${name}${words.colon}${label}`
}

function subjectName({ kind, label }: Named, { words }: Reader): Piece {
  const name = kindName(kind, words)
  return label === '' ? name : html`${name}${words.colon}${foreign(label)}`
}
