import type { Context } from 'hono'
import { getCookie } from 'hono/cookie'
import { arrivalOf, isOwner } from './owner.ts'
import { chooseLanguage, chooseTheme, type Reader, wordsIn } from './reader.ts'

export type WebOptions = {
  readonly version: string
  /** Public address of the server, when it stands behind a proxy. */
  readonly baseUrl?: string
  /** IANA zone in which times are shown; UTC when absent. */
  readonly timeZone?: string
  /** The clock, ISO 8601; a test holds it still. */
  readonly now?: () => string
}

/** Who asks: language and look from their cookies or browser, the clock, and the path to come back to. */
export function readerOf(context: Context, options: WebOptions): Reader {
  const language = chooseLanguage(getCookie(context, 'language'), context.req.header('accept-language'))
  const url = new URL(context.req.url)
  const done = url.searchParams.get('done')
  // Only once: a page that a form comes back to later does not say it again.
  if (done !== null) url.searchParams.delete('done')
  return {
    language,
    words: wordsIn(language),
    theme: chooseTheme(getCookie(context, 'theme')),
    now: options.now?.() ?? new Date().toISOString(),
    timeZone: options.timeZone ?? 'UTC',
    path: url.pathname + url.search,
    ...(done !== null && { done }),
    version: options.version,
    isOwner: isOwner(arrivalOf(context)),
  }
}
