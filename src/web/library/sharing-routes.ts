import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { getBrief } from '../../operations/day/get-brief.ts'
import { listShares, revokeShare, share } from '../../operations/library/share.ts'
import { wordsAsInput } from '../../operations/run.ts'
import { getStory } from '../../operations/stories/get-story.ts'
import { baseOf } from '../day/brief-routes.ts'
import { sendPage } from '../finish-pages.ts'
import { type Form, readForm, text } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import type { Reader } from '../reader.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { sharedTitle } from '../stories/parts/frozen-story.ts'
import { frameCode } from './pages/link-frame.ts'
import { linkFormPage, linkMadePage, linksPage } from './pages/links.ts'

/** Making public links, listing and revoking them. */
export function sharingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/settings/links', async (context) => {
    const view = await run(context, listShares, {})
    const isRevoked = context.req.query('revoked') === '1'
    return sendPage(context, linksPage(view, { ...readerOf(context, options), path: '/settings/links' }, isRevoked))
  })

  web.get('/settings/links/new', async (context) => {
    const { story, day } = context.req.query()
    const title =
      story !== undefined
        ? (await run(context, getStory, { id: story }))?.dossier.headline.title
        : day !== undefined &&
            ((await run(context, getBrief, { day, timeZone: readerOf(context, options).timeZone }))?.stories.length ??
              0) > 0
          ? day
          : undefined
    if (title === undefined) return context.notFound()
    const thing =
      story === undefined ? { kind: 'brief' as const, target: day! } : { kind: 'story' as const, target: story }
    return sendPage(context, linkFormPage({ ...thing, title }, readerOf(context, options)))
  })

  web.post('/settings/links', async (context) => {
    const form = await readForm(context)
    const asked = form && askedIn(form, readerOf(context, options))
    const made = asked && (await run(context, share, wordsAsInput(share, asked)))
    if (!made) return badRequest(context, options)
    const reader = { ...readerOf(context, options), path: '/settings/links' }
    if (made.kind === 'refused') return context.html(linkMadePage(reader, made), 422, noStore)
    const path = `/shared/${made.token}`
    const address = `${baseOf(context, options)}${path}`
    const frame = made.share.isEmbeddable ? frameCode(address, sharedTitle(made.share, reader)) : undefined
    return context.html(
      linkMadePage(reader, {
        kind: 'made',
        share: made.share,
        address,
        path,
        ...defined({ frame: frame || undefined }),
      }),
      201,
      noStore,
    )
  })

  web.post('/settings/links/revoke', async (context) => {
    const form = await readForm(context)
    const id = form && text(form, 'id')
    const revoked = id && (await run(context, revokeShare, { id }))
    return revoked ? context.redirect('/settings/links?revoked=1', 303) : badRequest(context, options)
  })
}

function askedIn(form: Form, { timeZone }: Reader) {
  const [kind, target, lasts] = ['kind', 'target', 'lasts'].map((name) => text(form, name))
  if ((kind !== 'story' && kind !== 'brief') || !target) return undefined
  const choice = { ...defined({ lasts: lasts || undefined }), isEmbeddable: text(form, 'embed') === '1' }
  return kind === 'brief' ? ({ kind, target, timeZone, ...choice } as const) : ({ kind, target, ...choice } as const)
}
