import { maxLength } from '../../../core/text/max-length.ts'
import type { MailboxesView } from '../../../operations/feeds/mailbox-views.ts'
import type {
  NewsletterAddressesView,
  NewsletterAddressView,
} from '../../../operations/feeds/newsletter-address-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articleListPath } from '../../layout/links.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { type MailboxRefused, mailboxSection } from '../parts/mailboxes.ts'

export type NewslettersResult =
  | { readonly kind: 'made'; readonly id: string }
  | { readonly kind: 'ended' }
  | { readonly kind: 'off' }
  | { readonly kind: 'too-many'; readonly most: number }
  | { readonly kind: 'mailbox-added' | 'mailbox-fetched'; readonly count: number }
  | { readonly kind: 'mailbox-changed' | 'mailbox-removed' | 'mailbox-busy' | 'mailbox-too-often' }
  | ({ readonly kind: 'mailbox-refused' } & MailboxRefused)

/** The mailboxes that a reader's newsletters are fetched from, the addresses that receive others, and the forms for more. */
export function newslettersPage(
  view: NewsletterAddressesView,
  boxes: MailboxesView,
  reader: Reader,
  result?: NewslettersResult,
): string {
  const { letters: words, mailboxes: mailboxWords } = reader.words
  const made = result?.kind === 'made' ? view.letterboxes.find(({ id }) => id === result.id) : undefined
  const body = html`<div class="single feeds-out"><header class="pagehead"><h1>${words.title}</h1></header>
${result && mailboxNotice(result, reader)}
${mailboxSection(boxes, view.folders, reader, result?.kind === 'mailbox-refused' ? result : undefined)}
<section aria-labelledby="addresses"><h2 class="hd" id="addresses">${mailboxWords.addresses}</h2>
${view.isOn && html`<p class="note">${words.lead}</p>`}
${result?.kind === 'ended' && html`<p class="notice done" role="status">${words.endedNow}</p>`}
${result?.kind === 'too-many' && html`<p class="notice warn" role="alert">${words.tooMany(result.most)}</p>`}
${made?.address && html`<div class="notice done" role="status"><p><b>${words.made}</b>${reader.words.colon}${foreign(made.name)}</p>${addressOf(made.address)}<p>${words.madeNote}</p></div>`}
${view.isOn ? makeForm(reader) : isOff(reader)}
${
  view.letterboxes.length > 0
    ? html`<ul class="own-list">${view.letterboxes.map((letterbox) => addressLine(letterbox, reader))}</ul>`
    : view.isOn && html`<p class="note">${words.noneNote}</p>`
}
</section></div>
`
  return layout(reader, { title: words.title, place: 'feeds', body })
}

function mailboxNotice(result: NewslettersResult, reader: Reader): Html {
  const { mailboxes: words, number } = reader.words
  switch (result.kind) {
    case 'mailbox-added':
    case 'mailbox-fetched': {
      const line = result.kind === 'mailbox-added' ? words.added : words.fetched
      return html`<p class="notice done" role="status">${line(result.count, number(result.count))}</p>`
    }
    case 'mailbox-changed':
      return html`<p class="notice done" role="status">${words.changed}</p>`
    case 'mailbox-removed':
      return html`<p class="notice done" role="status">${words.removed}</p>`
    case 'mailbox-busy':
      return html`<p class="notice" role="status">${words.busy}</p>`
    case 'mailbox-too-often':
      return html`<p class="notice warn" role="alert">${words.refused['too-often']}</p>`
    default:
      return html``
  }
}

function makeForm(reader: Reader): Html {
  const { letters: words } = reader.words
  return html`<form method="post" action="/newsletters" class="line"><label>${words.name} <input name="name" required maxlength="${maxLength.feedName}" autocomplete="off"></label>
<label>${reader.words.formAgain.fields.folder} <input name="folder" maxlength="${maxLength.folder}" list="folders" autocomplete="off"></label>
<button class="btn main">${words.make}</button></form>
`
}

function isOff(reader: Reader): Html {
  const { letters: words } = reader.words
  return html`<p class="note">${words.off}. ${reader.isOwner ? words.ownerNote : words.offNote}</p>`
}

function addressLine(letterbox: NewsletterAddressView, reader: Reader): Html {
  const { letters: words, number } = reader.words
  const { id, feedId, name, folder, address, entryCount, lastArrivalAt, endedAt } = letterbox
  const facts = joined(
    [
      folder !== '' && foreign(folder),
      entryCount === 0 ? words.noLetter : words.letters(entryCount, number(entryCount)),
      lastArrivalAt && html`${words.lastLetter}${reader.words.colon}${when(lastArrivalAt, reader)}`,
      endedAt && html`<b class="bad">${words.ended}</b> ${when(endedAt, reader)}`,
    ],
    ' · ',
  )
  return html`<li data-item><h3><a href="${articleListPath({ feedId })}">${foreign(name)}</a></h3>
${address && !endedAt && addressOf(address)}<div class="meta"><span>${facts}</span>${
    !endedAt &&
    html`<details class="sure"><summary aria-label="${reader.words.close}${reader.words.colon}${name}">${reader.words.close}</summary><form method="post" action="/newsletters/end" class="inline">${hidden('id', id)}
<button class="btn quiet bad">${words.endSure}</button></form></details>`
  }</div></li>
`
}

/** Unbroken when copied, and wrapped anywhere on a narrow page. */
function addressOf(address: string): Html {
  return html`<p class="address"><code dir="ltr">${address}</code></p>
`
}
