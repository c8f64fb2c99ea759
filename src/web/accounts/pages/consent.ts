import type { ConsentAnswer, ConsentView } from '../../../operations/accounts/consent.ts'
import type { ProgramView } from '../../../operations/accounts/my-account.ts'
import { hidden } from '../../layout/forms.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { isolated } from '../../layout/plain-line.ts'
import { section } from '../../layout/section.ts'
import { settingRow } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { itemButton } from './account.ts'

type Asked = Extract<ConsentView, { kind: 'asked' }>

/** Asks the reader whether a program may use their account: what it calls itself, where it is, and what it may do. */
export function consentPage(
  view: Asked,
  fields: readonly (readonly [name: string, value: string])[],
  reader: Reader,
): string {
  const { accounts: words, programs } = reader.words
  const title = programs.allow(isolated(view.name))
  const { identity } = reader
  const facts = [
    [
      programs.sentTo,
      view.isLocal ? html`${programs.onThisDevice} (<bdi>${view.redirectHost}</bdi>)` : view.redirectHost,
    ],
    // A program on the device can use anybody's description, so that says nothing about it.
    [programs.publishedAt, view.isLocal || view.host === view.redirectHost ? undefined : view.host],
    [programs.account, identity?.name],
  ] as const
  const body = html`<div class="single door"><h1>${title}</h1>
<p>${programs.lead}</p>
${facts.map(([name, value]) => value && html`<div class="st"><b>${name}</b><p><bdi>${value}</bdi></p></div>`)}
<form method="post" action="/oauth/authorize" class="choosers">${fields.map(([name, value]) => hidden(name, value))}
<fieldset><legend>${words.mayDo}</legend><div class="options">${(['read', 'write'] as const).map((scope) => html`<label><input type="radio" name="may" value="${scope}"${scope === view.scope && html` checked`}> ${words.scopes[scope]}</label>`)}</div></fieldset>
<p class="note">${programs.onlyIf}</p>
<p><button class="btn main" name="do" value="allow">${programs.allowIt}</button> <button class="btn" name="do" value="refuse">${programs.refuse}</button></p></form></div>
`
  return layout(reader, { title, isBare: true, body })
}

/** On the way back to the program. */
export function returningPage(
  { name, to, redirectHost }: Extract<ConsentAnswer, { kind: 'answered' }>,
  reader: Reader,
): string {
  const { programs } = reader.words
  const title = programs.goingBack(isolated(name))
  const body = html`<div class="empty"><h1>${title}</h1>
<p><a class="btn main" href="${to}" rel="noreferrer">${programs.goBackTo(redirectHost)}</a></p>
<p>${programs.mayClose}</p></div>
`
  return layout(reader, { title, isBare: true, body })
}

/** Why a program can't be allowed. A link leads back only if the program is known to be there. */
export function consentProblemPage(view: Exclude<ConsentView, { kind: 'asked' }>, reader: Reader): string {
  const { programs } = reader.words
  const title = view.kind === 'unknown-client' ? programs.cannotAllow : programs.cannotAllowNamed(isolated(view.name))
  const body = html`<div class="empty"><h1>${title}</h1>
<p>${programs.why[view.kind]}</p>
${view.kind === 'refused' && html`<p><code dir="ltr">${view.error}</code></p><p><a class="btn" href="${view.to}" rel="noreferrer">${programs.goBackTo(new URL(view.to).host)}</a></p>`}</div>
`
  return layout(reader, { title, isBare: true, body })
}

/** The programs a reader allowed, each with a button that ends its access. */
export function programRows(programs: readonly ProgramView[], reader: Reader): Html | undefined {
  if (programs.length === 0) return undefined
  const { words } = reader
  return section('programs', words.programs.title, html`${programs.map((program) => programRow(program, reader))}`)
}

function programRow({ id, name, scopes, redirectHost, createdAt, seenAt }: ProgramView, reader: Reader): Html {
  const { accounts, ways, colon } = reader.words
  const facts = [
    scopes.map((scope) => accounts.scopes[scope]).join(', '),
    html`<bdi>${redirectHost}</bdi>`,
    html`${accounts.usedAt} ${when(seenAt ?? createdAt, reader)}`,
  ]
  const remove = itemButton('/settings/programs/remove', id, ways.remove, `${ways.remove}${colon}${name}`)
  return settingRow(html`<bdi>${name}</bdi>`, remove, { help: joined(facts, ' · ') })
}
