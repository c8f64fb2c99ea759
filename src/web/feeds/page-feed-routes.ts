import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { type PageRule, pageRuleFields } from '../../core/feed/page-rule.ts'
import { addPageFeed, previewPageFeed, suggestPageFeed } from '../../operations/feeds/page-feeds.ts'
import { sendPage } from '../finish-pages.ts'
import { readForm, text } from '../form.ts'
import { mayMark } from '../layout/forms.ts'
import { queryOf } from '../layout/links.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { signInPath } from '../require-sign-in.ts'
import { type PageFeedForm, pageFeedPage } from './pages/page-feed.ts'

/**
 * Creating a feed from a web page: previewed as often as wanted, then subscribed to. A link on another site leads to the filled-in form;
 * the page is fetched only after a form of ours.
 */
export function pageFeedRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/feeds/page', async (context) => {
    const reader = { ...readerOf(context, options), path: '/feeds/page' }
    if (!mayMark(reader)) return context.redirect(signInPath(context), 303)
    const asked = formOf((name) => context.req.query(name))
    const isForeign = /^(?:cross-site|same-site)$/.test(context.req.header('sec-fetch-site') ?? '')
    if (asked.url === '' || isForeign) return sendPage(context, pageFeedPage(asked, reader))
    const { url, rule } = asked
    const look =
      rule === undefined ? run(context, suggestPageFeed, { url }) : run(context, previewPageFeed, { url, rule })
    return sendPage(context, pageFeedPage(asked, reader, await look))
  })

  web.post('/feeds/page', async (context) => {
    const form = await readForm(context)
    if (!form) return badRequest(context, options)
    const asked = formOf((name) => text(form, name))
    const { url, rule, title, folder } = asked
    if (url === '' || rule === undefined) return badRequest(context, options)
    const added = await run(context, addPageFeed, {
      url,
      rule,
      ...defined({ title: title || undefined, folder: folder || undefined }),
    })
    if (!added) return badRequest(context, options)
    if (added.kind === 'added')
      return context.redirect(`/add${queryOf({ added: added.added, existing: added.existing })}`, 303)
    const reader = { ...readerOf(context, options), path: '/feeds/page' }
    const reason = added.kind === 'refused' ? (added.reason ?? 'unknown') : 'unknown'
    const message = added.kind === 'refused' ? added.message : ''
    return context.html(pageFeedPage(asked, reader, { kind: 'refused', reason, message, url }), 422, noStore)
  })
}

/** The fields of the form; a rule only if it says what an entry is. */
function formOf(field: (name: string) => string | undefined): PageFeedForm {
  const given = (name: string) => field(name)?.trim() ?? ''
  const parts = pageRuleFields.flatMap((name) => (given(name) === '' ? [] : [[name, given(name)] as const]))
  const rule = given('items') === '' ? undefined : (Object.fromEntries(parts) as PageRule)
  return { url: given('url'), title: given('name'), folder: given('folder'), ...defined({ rule }) }
}
