import type { Hono } from 'hono'
import { defined } from '../../core/defined.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { checkText } from '../../operations/search/check-text.ts'
import { readForm, text as textIn } from '../form.ts'
import { badRequest, noStore } from '../no-store.ts'
import { type RunIn, readerOf, type WebOptions } from '../request-reader.ts'
import { checkPage } from './pages/check.ts'

/** Checking a text. It is sent in a form, so that it is in no URL and no log; the page with the result is stored nowhere. */
export function checkingRoutes(web: Hono, run: RunIn, options: WebOptions): void {
  web.get('/check', (context) => context.html(checkPage({ text: '' }, readerOf(context, options))))
  web.post('/check', async (context) => {
    const form = await readForm(context)
    const given = form && textIn(form, 'text')
    if (given === undefined) return badRequest(context, options)
    const reader = { ...readerOf(context, options), path: '/check' }
    const text = given.trim()
    // A browser counts a line break as one character and sends two.
    const plain = text.replaceAll('\r\n', '\n')
    if (plain.length > maxLength.checkedText)
      return context.html(checkPage({ text: '', isTooLong: true }, reader), 422, noStore)
    const view = plain === '' ? undefined : await run(context, checkText, { text: plain })
    return context.html(checkPage({ text: view ? '' : plain, ...defined({ view }) }, reader), 200, noStore)
  })
}
