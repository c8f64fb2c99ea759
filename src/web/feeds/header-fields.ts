import { defined } from '../../core/defined.ts'
import { keptValue, readHeaderLines } from '../../core/feed/own-headers.ts'
import { type Form, text, texts } from '../form.ts'

/** What a form says of cookie, user agent and headers. An empty cookie or user agent stays as it was, unless it is to go. */
export function headersIn(form: Form) {
  const gone = new Set(texts(form, 'drop'))
  const given = (name: string) => (gone.has(name) ? '' : text(form, name)?.trim() || undefined)
  const lines = text(form, 'headers')
  return defined({
    cookie: given('cookie'),
    userAgent: given('userAgent'),
    headers:
      lines === undefined
        ? undefined
        : readHeaderLines(lines).map(({ name, value }) => (value === keptValue ? { name } : { name, value })),
  })
}
