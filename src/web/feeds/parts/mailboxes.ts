import { type MailboxAccount, type MailboxTrouble, mailboxSecurities } from '../../../core/mailbox.ts'
import { maxLength } from '../../../core/text/max-length.ts'
import type { MailboxesView, MailboxRefusal, MailboxView } from '../../../operations/feeds/mailbox-views.ts'
import { hidden } from '../../layout/forms.ts'
import { foreign, type Html, html, joined } from '../../layout/html.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'

/** What was written into a form of a mailbox, without the password. */
export type MailboxTyped = Partial<{
  readonly server: string
  readonly security: string
  readonly user: string
  readonly folder: string
  readonly senders: string
  readonly feedFolder: string
}>

/** A form that could not be carried out. `id`: of the mailbox it was to change. */
export type MailboxRefused = { readonly refusal: MailboxRefusal; readonly typed: MailboxTyped; readonly id?: string }

const path = '/newsletters/mailboxes'

/** The mailboxes that a reader's newsletters are fetched from, and the form that adds one. */
export function mailboxSection(
  { mailboxes, unwanted }: MailboxesView,
  folders: readonly string[],
  reader: Reader,
  refused?: MailboxRefused,
): Html {
  const { mailboxes: words } = reader.words
  const isNew = refused !== undefined && refused.id === undefined
  const form = html`${isNew && refusalOf(refused.refusal, reader)}${addForm(reader, isNew ? refused.typed : {})}`
  return html`<section aria-labelledby="mailboxes"><h2 class="hd" id="mailboxes">${words.title}</h2>
<p class="note">${words.lead}</p>
${mailboxes.length > 0 && html`<ul class="own-list">${mailboxes.map((box) => mailboxLine(box, reader, refused?.id === box.id ? refused : undefined))}</ul>`}
${
  unwanted.length > 0 &&
  html`<p class="note">${words.unwanted}</p><ul>${unwanted.map((sender) => html`<li class="line-of"><bdi dir="ltr">${sender}</bdi><form method="post" action="${path}/senders" class="inline">${hidden('sender', sender)}<button class="btn quiet" aria-label="${words.takeAgain}${reader.words.colon}${sender}">${words.takeAgain}</button></form></li>`)}</ul>`
}
<details class="open-form"${(isNew || mailboxes.length === 0) && html` open`}><summary>${words.add}</summary>${form}</details>
<datalist id="folders">${folders.map((name) => html`<option value="${name}"></option>`)}</datalist></section>
`
}

function mailboxLine(box: MailboxView, reader: Reader, refused?: MailboxRefused): Html {
  const { mailboxes: words, colon } = reader.words
  const { id, host, user, folder, lastFetchedAt, trouble, leftOut } = box
  const facts = joined(
    [
      html`<bdi dir="ltr">${host}</bdi>`,
      foreign(folder),
      lastFetchedAt === undefined ? words.notYet : html`${words.lastFetched}${colon}${when(lastFetchedAt, reader)}`,
    ],
    ' · ',
  )
  const named = (label: string) => html` aria-label="${label}${colon}${user}"`
  return html`<li data-item><h3><bdi dir="ltr">${user}</bdi></h3>
<div class="meta"><span>${facts}</span></div>
${trouble && troubleOf(trouble, reader)}${leftOut.length > 0 && leftOutOf(box, reader)}
<form method="post" action="${path}/fetch" class="line">${hidden('id', id)}<button class="btn"${named(words.fetchNow)}>${words.fetchNow}</button></form>
<details class="open-form"${refused && html` open`}><summary${named(reader.words.mine.edit)}>${reader.words.mine.edit}</summary>${refused && refusalOf(refused.refusal, reader)}${changeForm(box, reader, refused?.typed)}
<details class="sure"><summary${named(reader.words.ways.remove)}>${reader.words.ways.remove}</summary><form method="post" action="${path}/remove" class="inline">${hidden('id', id)}
<button class="btn quiet bad">${words.removeSure}</button></form></details></details></li>
`
}

function leftOutOf({ leftOut }: MailboxView, reader: Reader): Html {
  const { mailboxes: words } = reader.words
  return html`<details><summary>${words.leftOut(leftOut.length)}</summary><ul class="small">${leftOut.map(({ sender, title, why, at }) => html`<li>${title === '' ? words.untitled : foreign(title)} · <bdi dir="ltr">${sender}</bdi> · ${words.why[why]} · ${when(at, reader)}</li>`)}</ul></details>`
}

/** What went wrong, what to do, and what the server said. */
function troubleOf({ kind, message, folders = [] }: MailboxTrouble, reader: Reader): Html {
  const [what, then] = reader.words.mailboxes.troubles[kind]
  return html`<div class="trouble"><p><b class="bad">${what}</b> ${then}</p>${
    folders.length > 0 &&
    html`<p class="small">${joined(
      folders.map((name) => foreign(name)),
      ' · ',
    )}</p>`
  }${message && html`<details><summary>${reader.words.storyPage.details}</summary><p class="small">${foreign(message)}</p></details>`}</div>
`
}

function refusalOf(refusal: MailboxRefusal, reader: Reader): Html {
  if (refusal.kind === 'trouble') return html`<div role="alert">${troubleOf(refusal.trouble, reader)}</div>`
  return html`<p class="notice warn" role="alert">${reader.words.mailboxes.refused[refusal.why]}</p>`
}

function addForm(reader: Reader, typed: MailboxTyped): Html {
  const { mailboxes: words, accounts } = reader.words
  const { server = '', security = 'tls', user = '' } = typed
  const plain = html` dir="ltr" autocapitalize="none" spellcheck="false" autocomplete="off"`
  return html`<form method="post" action="${path}" class="choosers halves">
<div class="field"><label for="box-server">${words.server}</label><input id="box-server" name="server" value="${server}" required maxlength="260" placeholder="imap.example.org"${plain}></div>
<div class="field"><label for="box-security">${words.security}</label><select id="box-security" name="security">${mailboxSecurities.map((each) => html`<option value="${each}"${each === security && html` selected`}>${securityNames[each]}</option>`)}</select></div>
<div class="field"><label for="box-user">${words.user}</label><input id="box-user" name="user" value="${user}" required maxlength="300"${plain}></div>
<div class="field"><label for="box-password">${accounts.password}</label><input id="box-password" name="password" type="password" required maxlength="1000" dir="ltr" autocomplete="off" aria-describedby="box-password-note"><p class="note" id="box-password-note">${words.passwordNote}</p></div>
${choices('box', { folder: 'INBOX', ...typed }, reader)}
<p class="note">${words.note}</p>
<p class="acts"><button class="btn main">${words.add}</button></p></form>`
}

const securityNames: Readonly<Record<MailboxAccount['security'], string>> = {
  tls: 'TLS (993)',
  starttls: 'STARTTLS (143)',
}

function changeForm(box: MailboxView, reader: Reader, typed?: MailboxTyped): Html {
  const { accounts, models } = reader.words
  const { id, folder, senders, feedFolder } = box
  const now = typed ?? { folder, senders: senders.join(', '), feedFolder }
  return html`<form method="post" action="${path}/change" class="choosers halves">${hidden('id', id)}
<div class="field"><label for="${id}-password">${accounts.password}</label><input id="${id}-password" name="password" type="password" maxlength="1000" dir="ltr" autocomplete="off" placeholder="${models.keyKept}"></div>
${choices(id, now, reader)}
<p class="acts"><button class="btn main">${reader.words.save}</button></p></form>`
}

/** What is fetched, and where it goes. */
function choices(prefix: string, { folder = '', senders = '', feedFolder = '' }: MailboxTyped, reader: Reader): Html {
  const { mailboxes: words } = reader.words
  return html`<div class="field"><label for="${prefix}-folder">${words.folder}</label><input id="${prefix}-folder" name="folder" value="${folder}" maxlength="200" dir="auto" autocapitalize="none" spellcheck="false" autocomplete="off"></div>
<div class="field"><label for="${prefix}-senders">${words.senders}</label><input id="${prefix}-senders" name="senders" value="${senders}" maxlength="5000" dir="ltr" autocapitalize="none" spellcheck="false" autocomplete="off" aria-describedby="${prefix}-senders-note"><p class="note" id="${prefix}-senders-note">${words.sendersNote}</p></div>
<div class="field"><label for="${prefix}-feeds">${words.feedFolder}</label><input id="${prefix}-feeds" name="feedFolder" value="${feedFolder}" maxlength="${maxLength.folder}" list="folders" autocomplete="off"></div>
`
}
