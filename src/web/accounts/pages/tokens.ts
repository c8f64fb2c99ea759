import { scopes } from '../../../core/account.ts'
import type { KeyMade } from '../../../operations/accounts/access-keys.ts'
import type { MyAccountView } from '../../../operations/accounts/my-account.ts'
import { type Html, html, joined } from '../../layout/html.ts'
import { settingRow, settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { itemButton } from './account.ts'
import { programRows } from './consent.ts'
import { problemLine, type SignInFormResult } from './sign-in.ts'

/** A token that was just made, shown only here; or why none was. */
export type TokensResult = SignInFormResult & { readonly made?: KeyMade }

/** The tokens of the reader's own programs. */
export function tokensPage(view: MyAccountView | undefined, reader: Reader, result: TokensResult): string {
  const { accounts: words, settings, api } = reader.words
  const { made } = result
  const body = html`${problemLine(result, reader)}${
    made &&
    html`<div class="notice done" role="status"><p><b>${made.name}</b>: <code class="secret" dir="ltr">${made.secret}</code></p><p>${words.shownOnce}</p></div>`
  }
${view?.tokens.map((token) => tokenRow(token, reader))}
<form method="post" action="/settings/tokens" class="choosers">
<div class="field"><label for="token-name">${words.name}</label><input id="token-name" name="name" required maxlength="60" autocomplete="off" dir="auto"></div>
<fieldset><legend>${words.mayDo}</legend><div class="options">${scopes.map((scope, index) => html`<label><input type="radio" name="scope" value="${scope}"${index === 0 && html` checked`}> ${words.scopes[scope]}</label>`)}</div></fieldset>
<p class="acts"><button class="btn main">${words.makeToken}</button><a class="btn quiet" href="/api">${api.link}</a></p></form>
${view && programRows(view.programs, reader)}`
  return settingsPageOf(reader, {
    in: 'advanced',
    title: words.tokens,
    lead: words.tokensNote,
    parent: { path: '/settings/advanced', name: settings.pages.advanced },
    body,
  })
}

function tokenRow({ id, name, scopes: may, seenAt, expiresAt }: MyAccountView['tokens'][number], reader: Reader): Html {
  const { accounts: words } = reader.words
  const facts = [
    may.map((scope) => words.scopes[scope]).join(', '),
    seenAt === undefined ? words.neverUsed : html`${words.usedAt} ${when(seenAt, reader)}`,
    expiresAt !== undefined && html`${words.until} ${when(expiresAt, reader)}`,
  ]
  return settingRow(
    html`<bdi>${name}</bdi>`,
    itemButton(
      '/settings/tokens/remove',
      id,
      reader.words.ways.remove,
      `${reader.words.ways.remove}${reader.words.colon}${name}`,
    ),
    { help: joined(facts, ' · ') },
  )
}
