import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/**
 * Says that a page is a copy. The service worker takes `hidden` away, writes the time and makes the link, when it shows
 * the page because the server cannot be reached.
 */
export function offlineLine({ words, timeZone }: Reader): Html {
  return html`<section class="offline" aria-label="${words.app.offline}" data-locale="${words.locale}" data-zone="${timeZone}" hidden><p>${words.app.offlineSince} <span data-kept></span>. <span data-waiting hidden>${words.app.changesWaiting}${words.colon}<b></b></span></p> <span data-again>${words.app.tryAgain}</span></section>
`
}

const deskOf = { 'disk-full': '/admin#storage', damaged: '/admin/damage', 'file-gone': undefined } as const

/** Says why the server keeps nothing now, and to who runs the house what to do. */
export function troubleLine({ trouble, isOwner, words }: Reader): Html | undefined {
  if (trouble === undefined) return undefined
  const { title, note, whatToDo } = words.room[trouble]
  const desk = deskOf[trouble]
  return html`<section class="offline full" aria-label="${title}"><p><b>${title}.</b> ${note}</p>${isOwner && (desk ? html` <a href="${desk}">${whatToDo}</a>` : html` <p>${whatToDo}</p>`)}</section>
`
}

/** The foot of a printed page: where it is and when it was printed. A script makes both exact. */
export function printLine(reader: Reader): Html {
  const { words, path, baseUrl, now, timeZone } = reader
  const address = baseUrl === undefined ? path : new URL(path, baseUrl).href
  return html`<p class="printed" data-addresses="${words.app.addresses}" data-locale="${words.locale}" data-zone="${timeZone}"><bdi data-address>${address}</bdi> · ${words.app.printed} <span data-time>${dayOf(now, reader)}</span></p>
`
}

const formatters = new Map<string, Intl.DateTimeFormat>()

/** The day alone, so that a page stays the same, and need not be sent again, until the next. */
function dayOf(iso: string, { words, timeZone }: Reader): string {
  const key = `${words.locale}|${timeZone}`
  const known = formatters.get(key) ?? new Intl.DateTimeFormat(words.locale, { dateStyle: 'long', timeZone })
  formatters.set(key, known)
  return known.format(Date.parse(iso))
}
