import type { Context, Hono } from 'hono'
import {
  makeApiToken,
  makeAppPassword,
  revokeApiToken,
  revokeAppPassword,
} from '../../operations/accounts/access-keys.ts'
import { getMyAccount } from '../../operations/accounts/my-account.ts'
import { baseOf } from '../day/brief-routes.ts'
import { type Form, readForm, text } from '../form.ts'
import { noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { extensionZip } from './extension-zip.ts'
import { type AppsResult, appsPage } from './pages/apps.ts'
import { type TokensResult, tokensPage } from './pages/tokens.ts'

/** The passwords of apps and the tokens of programs. A new one is in the answer to its form, and in no URL. */
export function keyRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/apps', (context) => showApps(context, {}))
  web.post('/settings/apps', async (context) => {
    const form = await formOf(context)
    const name = text(form, 'name') ?? ''
    if (name.trim() === '') return showApps(context, { problem: 'unchosen' })
    const made = await run(context, makeAppPassword, { name, isForFever: text(form, 'fever') === 'yes' })
    return showApps(context, made ? { made } : { problem: 'full' })
  })
  web.post('/settings/apps/remove', async (context) => {
    await run(context, revokeAppPassword, { id: text(await formOf(context), 'id') ?? '' })
    return context.redirect('/settings/apps', 303)
  })

  web.get('/settings/apps/extension.zip', async (context) => {
    const zip = await extensionZip()
    if (!zip) return context.notFound()
    return context.body(await zip.arrayBuffer(), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': 'attachment; filename="twosource-extension.zip"',
      ...noStore,
    })
  })

  web.get('/settings/tokens', (context) => showTokens(context, {}))
  web.post('/settings/tokens', async (context) => {
    const form = await formOf(context)
    const [name, scope] = [text(form, 'name') ?? '', text(form, 'scope')]
    if (name.trim() === '' || (scope !== 'read' && scope !== 'write' && scope !== 'admin'))
      return showTokens(context, { problem: 'unchosen' })
    const made = await run(context, makeApiToken, { name, scopes: [scope] })
    return showTokens(context, made ? { made } : { problem: 'full' })
  })
  web.post('/settings/tokens/remove', async (context) => {
    await run(context, revokeApiToken, { id: text(await formOf(context), 'id') ?? '' })
    return context.redirect('/settings/tokens', 303)
  })

  async function showApps(context: Context, result: AppsResult): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/apps' }
    const view = await run(context, getMyAccount, {})
    return context.html(appsPage(view, baseOf(context, options), reader, result), result.problem ? 422 : 200, noStore)
  }

  async function showTokens(context: Context, result: TokensResult): Promise<Response> {
    const reader = { ...readerOf(context, options), path: '/settings/tokens' }
    const view = await run(context, getMyAccount, {})
    return context.html(tokensPage(view, reader, result), result.problem ? 422 : 200, noStore)
  }
}

async function formOf(context: Context): Promise<Form> {
  return (await readForm(context)) ?? new Map()
}
