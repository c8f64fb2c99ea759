import type { FeedSubject } from '../../core/feed/feed-subject.ts'
import { assetPath, needsOfPieces, sheetsFor } from '../assets.ts'
import { feedHead } from '../feeds/parts/feed-links.ts'
import { themeColors } from '../manifest.ts'
import type { Reader } from '../reader.ts'
import { readUndo } from '../undo-actions.ts'
import { buttonForm } from './forms.ts'
import { type Html, html, type Piece } from './html.ts'
import { icon } from './icon.ts'
import { keyList, type Link, type Place, placeName, placesFor } from './places.ts'
import { plainLine } from './plain-line.ts'
import { formatter } from './time.ts'

const navigations = new WeakMap<Reader['words'], Map<string, Html>>()

/** The navigation. It is cached by place and by what the reader may open. */
export function navigation(reader: Reader, current: Place | undefined): Html {
  const { words } = reader
  const places = placesFor(reader)
  const known = navigations.get(words) ?? new Map<string, Html>()
  navigations.set(words, known)
  const isGuest = reader.identity?.role === 'guest'
  const as = `${current} ${isGuest} ${places.map(({ id, path }) => id + path).join(' ')}`
  const written = known.get(as) ?? writeNavigation(reader, current, places, isGuest)
  known.set(as, written)
  return written
}

/**
 * Four places and a menu with the others: at the top of a wide window, and at the foot of a phone within reach of the thumb. The menu opens
 * without script.
 */
function writeNavigation(reader: Reader, current: Place | undefined, all: readonly Link[], isGuest: boolean): Html {
  const { frame, mainNavigation, accounts } = reader.words
  const at = (where: Link['at']) => all.filter((place) => place.at === where).map(item)
  const isInMore = all.some(({ id, at }) => id === current && at !== 'bar')
  return html`<nav class="nav" aria-label="${mainNavigation}">${at('bar')}<details class="menu end"><summary${isInMore && html` aria-current="true"`}>${icon('dots')}${frame.more}<i class="i i-chev chev" aria-hidden="true"></i></summary><div class="pop">${at('read')}<hr>${isGuest ? html`<a href="/sign-in">${icon('user')}${accounts.signIn}</a>` : at('manage')}</div></details></nav>`

  function item({ id, path, key, icon: name }: Link): Html {
    return html`<a href="${path}" data-key="${key}"${id === current && html` aria-current="page"`}>${icon(name)}${placeName(id, reader)}</a>`
  }
}

/**
 * Says that a page is a copy. The service worker removes `hidden`, fills in the time and the link, when it shows the page because the
 * server can't be reached.
 */
function offlineLine({ words, locale, timeZone }: Reader): Html {
  return html`<section class="offline" aria-label="${words.app.offline}" data-locale="${locale}" data-zone="${timeZone}" hidden><p>${words.app.offlineSince} <span data-kept></span>. <span data-waiting hidden>${words.app.changesWaiting}${words.colon}<b></b></span></p> <span data-again>${words.app.tryAgain}</span></section>
`
}

const adminPathOf = {
  'disk-full': '/server/backup#storage',
  damaged: '/server/damage',
  'file-gone': undefined,
} as const

/** Says why the server can't save anything now, and tells the owner what to do. */
function troubleLine({ trouble, isOwner, words }: Reader): Html | undefined {
  if (trouble === undefined) return undefined
  const { title, note, whatToDo } = words.room[trouble]
  const path = adminPathOf[trouble]
  return html`<section class="offline full" aria-label="${title}"><p><b>${title}.</b> ${note}</p>${isOwner && (path ? html` <a href="${path}">${whatToDo}</a>` : html` <p>${whatToDo}</p>`)}</section>
`
}

/** The foot of a printed page: its URL and when it was printed. A script makes both exact. */
function printLine(reader: Reader): Html {
  const { words, locale, path, baseUrl, now, timeZone } = reader
  const address = `${baseUrl ?? ''}${path}`
  return html`<p class="printed" data-addresses="${words.app.addresses}" data-locale="${locale}" data-zone="${timeZone}"><bdi data-address>${address}</bdi> · ${words.app.printed} <span data-time>${dayOf(now, reader)}</span></p>
`
}

const printedDay = { dateStyle: 'long' } as const

/** The day alone, so that a page stays the same, and need not be sent again, until the next. */
function dayOf(iso: string, reader: Reader): string {
  return formatter(reader, printedDay).format(Date.parse(iso))
}

/** How a page is previewed where its link is pasted: our own words and the headline, nothing of the text. */
type ShareCard = { readonly title: string; readonly text: string; readonly path: string }

/** The part of the head for the installable app and the link preview. */
function appHead(reader: Reader, card: ShareCard | undefined): Html {
  const colors =
    reader.theme === 'auto'
      ? html`<meta name="theme-color" content="${themeColors.light}" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="${themeColors.dark}" media="(prefers-color-scheme: dark)">`
      : html`<meta name="theme-color" content="${themeColors[reader.theme]}">`
  return html`<link rel="manifest" href="/manifest.webmanifest?language=${reader.language}">
<link rel="apple-touch-icon" href="/icons/touch-180.png">
${colors}${card && cardTags(card, reader)}`
}

/** Open Graph (ogp.me). It needs absolute URLs, so there is none until the public URL is configured. */
function cardTags({ title, text, path }: ShareCard, { baseUrl }: Reader): Html {
  if (baseUrl === undefined) return html``
  const properties = {
    'og:site_name': 'Twosource',
    'og:type': 'article',
    'og:title': title,
    'og:description': text,
    'og:url': `${baseUrl}${path}`,
    'og:image': `${baseUrl}/icons/icon-512.png`,
  }
  return html`${Object.entries(properties).map(
    ([name, content]) => html`
<meta property="${name}" content="${content}">`,
  )}
<meta name="description" content="${text}">
<meta name="twitter:card" content="summary">`
}

/** What a form just did, with a form that undoes it; nothing when the URL names no known action. */
function doneLine(reader: Reader): Html {
  const found = readUndo(reader.done)
  if (!found) return html``
  const { done, value } = found
  return html`<div class="notice done" role="status"><p>${done.said(reader.words, value)}</p> ${buttonForm(reader, {
    action: done.action,
    fields: { ...done.fields, [done.field]: value },
    label: reader.words.undo,
    variant: 'quiet',
  })}</div>
`
}

export type { Place } from './places.ts'

/** A whole page: head, landmarks and live elements around the page's own content. */
export function layout(
  reader: Reader,
  page: {
    readonly title: string
    readonly place?: Place
    readonly body: Piece
    readonly query?: string
    /** How the page is previewed where its link is pasted. */
    readonly card?: ShareCard
    /** The feed of this page for other programs. */
    readonly feed?: FeedSubject
    /** For visitors who are not signed in: without navigation. */
    readonly isBare?: boolean
  },
): string {
  const { words } = reader
  return String(html`<!doctype html>
<html lang="${reader.language}" dir="${words.direction}"${lookAttributes(reader)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
${/* Our own forms need an Origin that distinguishes them from foreign ones; other sites still learn nothing. */ ''}<meta name="referrer" content="same-origin">
<title>${page.title === 'Twosource' ? page.title : `${plainLine(page.title)} · Twosource`}</title>
${sheetsFor(needsOfPieces(page.body)).map(({ path, media }) => html`<link rel="stylesheet" href="${path}"${media && html` media="${media}"`}>`)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${page.feed && feedHead(page.feed, page.title)}${appHead(reader, page.card)}
<script type="module" src="${assetPath('main.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${offlineLine(reader)}${troubleLine(reader)}<header class="top"><div><a class="name" href="/">Twosource</a>${
    !page.isBare &&
    html`${navigation(reader, page.place)}
${searchForm(reader, page.query)}`
  }
</div></header>
<citation-pane data-close="${words.close}" data-loading="${words.loading}" data-label="${words.citation}" data-previous="${words.frame.previousCitation}" data-next="${words.frame.nextCitation}">
<main id="main" class="wrap" tabindex="-1">
${doneLine(reader)}${page.body}</main>
</citation-pane>
<output class="toast" data-undo="${words.undo}" data-failed="${words.failedToSave}"></output>
${printLine(reader)}${
  !page.isBare &&
  html`${footer(reader)}
${keyboard(reader)}`
}
</body>
</html>
`)
}

function searchForm(reader: Reader, query: string | undefined): Html {
  const { words } = reader
  return html`<form role="search" action="/search" class="find">${icon('search')}<input type="search" name="q" value="${query ?? ''}" aria-label="${words.search}" placeholder="${words.searchLabel}" data-search></form>`
}

function footer({ words, preferences, isOwnZone, timeZone }: Reader): Html {
  return html`<footer class="foot"><span>${words.noTracking}</span>${!isOwnZone && html`<span>${words.timesIn(timeZone)}</span>`}<a class="u" href="/about">${words.about}</a>${preferences.keys !== 'off' && html`<a class="u" href="#keys" data-keys-list>${words.keys}</a>`}</footer>`
}

function keyboard(reader: Reader): Html {
  const { words } = reader
  return html`<keyboard-nav id="keys"><dialog class="sheet" aria-labelledby="shortcuts-h">
<h2 id="shortcuts-h">${words.keys}</h2>
${keyList(reader)}
<div class="actions"><label>
<input type="checkbox" checked> ${words.keysOn}</label>
<form method="dialog">
<button class="btn">${words.close}</button>
</form></div></dialog></keyboard-nav>`
}

/** Attributes of the root element that the style sheet reads; defaults are left out. */
export function lookAttributes(reader: Reader): Html {
  const { density, textSize, typeface, keys } = reader.preferences
  return html`${reader.theme !== 'auto' && html` data-theme="${reader.theme}"`}${density === 'dense' && html` data-density="dense"`}${textSize !== 'medium' && html` data-text="${textSize}"`}${typeface === 'sans' && html` data-type="sans"`}${keys === 'off' && html` data-keys="off"`}`
}
