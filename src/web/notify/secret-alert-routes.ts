import type { Context, Hono } from 'hono'
import { findAlertMail, getAlertFeed, stopAlertMail } from '../../operations/notify/alert-links.ts'
import type { AlertRow } from '../../operations/notify/alert-views.ts'
import type { Run } from '../../operations/run.ts'
import { baseOf } from '../day/brief-routes.ts'
import type { SendFeed } from '../feeds/send-feed.ts'
import { html } from '../layout/html.ts'
import { queryOf } from '../layout/links.ts'
import { problemPage } from '../layout/pages/problem.ts'
import { readerOf, type WebOptions } from '../request-reader.ts'
import { alertText } from './alert-text.ts'
import { alertStopPage } from './pages/alerts.ts'

const fresh = { 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' }

/** What a secret URL opens without signing in: a reader's feed of alerts, and unsubscribing from their mails. */
export function secretAlertRoutes(web: Hono, run: Run, options: WebOptions, send: SendFeed): void {
  web.get('/alerts/feed/:file{[\\w-]{43}\\.(?:atom|json)}', async (context) => {
    const [token = '', form] = context.req.param('file').split('.')
    const feed = await run(getAlertFeed, { token })
    if (!feed) return missing(context)
    const base = baseOf(context, options)
    const { lines, language } = alertText(feed.alerts, feed.language)
    const { alerts: words } = readerOf(context, options).words
    const entries = feed.alerts.map((alert, index) => entryOf(alert, lines[index]?.text ?? '', base))
    const format = form === 'atom' ? 'atom' : 'json'
    const made = {
      id: `urn:uuid:${feed.id}`,
      title: words.feedTitle,
      description: words.feedTitle,
      url: `${base}/alerts`,
      self: `${base}/alerts/feed/${token}.${form}`,
      updated: feed.at,
      language,
      entries,
    }
    return send(context, format, made, { key: `alerts ${token}`, isSecret: true })
  })

  web.get('/alerts/stop/:token', async (context) => {
    const mail = await run(findAlertMail, { token: context.req.param('token') })
    return mail ? stop(context, !mail.isOn) : missing(context)
  })
  // One-click unsubscribe of a mail program (RFC 8058): its POST comes from no page and has no cookie.
  web.post('/alerts/stop/:token', async (context) => {
    const isStopped = await run(stopAlertMail, { token: context.req.param('token') })
    return isStopped ? stop(context, true) : missing(context)
  })

  function stop(context: Context, isStopped: boolean) {
    return context.html(alertStopPage(isStopped, readerOf(context, options)), 200, fresh)
  }

  function missing(context: Context) {
    return context.html(problemPage('not-found', readerOf(context, options)), 404, fresh)
  }
}

function entryOf(alert: AlertRow, text: string, base: string) {
  const { id, title, path, at, words, sourceName, citationPath } = alert
  const cited = citationPath === undefined ? '' : html` <a href="${base}${citationPath}">${sourceName}</a>`
  return {
    id: `urn:uuid:${id}`,
    title: title.trim() || '—',
    // One page shows several alerts: the parameter keeps feed readers from taking two for one.
    url: `${base}${path}${queryOf({ alert: id.slice(0, 8) })}`,
    updated: at,
    summary: text,
    content: String(html`<p>${text}</p>${words !== undefined && html`<blockquote>${words}${cited}</blockquote>`}`),
  }
}
