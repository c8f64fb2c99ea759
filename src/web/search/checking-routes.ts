import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { checkText } from '../../operations/search/check-text.ts'
import { packCheck } from '../../operations/search/pack-check.ts'
import { readForm, text as textIn } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { sendFile } from '../send-file.ts'
import { checkPackPage, checkPage } from './pages/check.ts'

/** Checking a text. It is sent in a form, so that it is in no URL and no log; the page with the result is stored nowhere. */
export function checkingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/check', (context) => context.html(checkPage({ text: '' }, readerOf(context, options))))
  web.post('/check', async (context) => {
    const form = await readForm(context)
    const given = form && textIn(form, 'text')
    if (given === undefined) return badRequest(context, options)
    const reader = { ...readerOf(context, options), path: '/check' }
    const plain = plainText(given)
    if (plain.length > maxLength.checkedText)
      return context.html(checkPage({ text: '', isTooLong: true }, reader), 422, noStore)
    const view = plain === '' ? undefined : await run(context, checkText, { text: plain })
    return context.html(checkPage({ text: plain, ...defined({ view }) }, reader), 200, noStore)
  })
  web.post('/check/pack', async (context) => {
    const form = await readForm(context)
    const asked = readText(form)
    if (asked === undefined) return badRequest(context, options)
    const pack = await run(context, packCheck, { text: asked })
    if (!pack) return context.notFound()
    return context.html(
      checkPackPage(pack, asked, false, { ...readerOf(context, options), path: '/check' }),
      200,
      noStore,
    )
  })
  web.post('/check/pack.zip', async (context) => {
    const form = await readForm(context)
    const asked = readText(form)
    if (!form || asked === undefined) return badRequest(context, options)
    const pack = await run(context, packCheck, { text: asked })
    if (!pack) return context.notFound()
    // Articles came since its fingerprint was shown: a file with another would be mistaken for a forged one.
    if (textIn(form, 'fingerprint') === pack.fingerprint)
      return sendFile(context, { ...pack, contentType: pack.mediaType })
    return context.html(
      checkPackPage(pack, asked, true, { ...readerOf(context, options), path: '/check' }),
      200,
      noStore,
    )
  })
}

/** The text of a form; undefined where there is none that can be checked. */
function readText(form: Awaited<ReturnType<typeof readForm>>): string | undefined {
  const text = plainText((form && textIn(form, 'text')) ?? '')
  return text === '' || text.length > maxLength.checkedText ? undefined : text
}

/** A browser counts a line break as one character and sends two. */
function plainText(given: string): string {
  return given.trim().replaceAll('\r\n', '\n')
}
