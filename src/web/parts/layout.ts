import type { FeedSubject } from '../../core/feed-subject.ts'
import { plainLine } from '../../core/plain-line.ts'
import { assetPath, sheetsFor } from '../assets.ts'
import { interfaceLanguages, type Reader, type Theme } from '../reader.ts'
import { appHead, type ShareCard } from './app-head.ts'
import { offlineLine, printLine, troubleLine } from './app-lines.ts'
import { doneLine } from './done-line.ts'
import { feedHead } from './feed-links.ts'
import { hidden } from './forms.ts'
import { type Html, html, type Piece } from './html.ts'
import { keyList } from './key-list.ts'
import { lookAttributes } from './look.ts'
import { navigation } from './navigation.ts'
import { needsOfPieces } from './piece-sheets.ts'
import type { Place } from './places.ts'

export type { Place } from './places.ts'

/** A whole page: head, landmarks and the islands around what the page itself has to say. */
export function layout(
  reader: Reader,
  page: {
    readonly title: string
    readonly place?: Place
    readonly body: Piece
    readonly query?: string
    readonly wide?: boolean
    /** What the page says of itself where its address is pasted. */
    readonly card?: ShareCard
    /** What of it other programs can read as a feed. */
    readonly feed?: FeedSubject
    /** For who has not come in yet: without ways to where they may not go. */
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
${/* Our own forms need an Origin to be told from foreign ones; other sites still learn nothing. */ ''}<meta name="referrer" content="same-origin">
<title>${page.title === 'Twosource' ? page.title : `${plainLine(page.title)} · Twosource`}</title>
${sheetsFor(needsOfPieces(page.body)).map(({ path, media }) => html`<link rel="stylesheet" href="${path}"${media && html` media="${media}"`}>`)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${page.feed && feedHead(page.feed, page.title)}${appHead(reader, page.card)}
<script type="module" src="${assetPath('main.js')}"></script>
</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
${offlineLine(reader)}${troubleLine(reader)}<header class="top"><a class="name" href="/">Twosource</a>${
    !page.isBare &&
    html`${navigation(reader, page.place)}
${searchForm(reader, page.query)}`
  }
</header>
<citation-pane data-close="${words.close}" data-loading="${words.loading}" data-label="${words.citation}" data-previous="${words.frame.previousCitation}" data-next="${words.frame.nextCitation}">
<main id="main" tabindex="-1"${page.wide && html` class="wide"`}>
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
  return html`<form role="search" action="/search" class="find">
<input type="search" name="q" value="${query ?? ''}" aria-label="${words.searchLabel}" placeholder="${words.search}" data-search>
<button aria-label="${words.search}"><svg class="icon" viewBox="0 0 24 24" width="18" height="18" aria-hidden="true" focusable="false"><path d="M10.5 4a6.5 6.5 0 1 0 0 13a6.5 6.5 0 1 0 0-13M15.5 15.5L20 20"/></svg></button>
</form>`
}

function footer(reader: Reader): Html {
  const { words } = reader
  const themes: readonly Theme[] = ['auto', 'light', 'dark']
  return html`<footer class="foot">
<p>${words.timesIn(reader.timeZone)} ${words.noTracking} <a href="/about">${words.about}</a>${reader.isModerator && html` · <a href="/labels">${reader.words.labels.title}</a>`} · Twosource ${reader.version}</p>
<theme-switch>
<form method="post" action="/preferences" class="prefs">${hidden('back', reader.path)}
<label>${words.theme} <select name="theme">${themes.map(
    (theme) =>
      html`<option value="${theme}"${theme === reader.theme && html` selected`}>${words.themes[theme]}</option>`,
  )}</select></label> <label>${words.language} <select name="language">${interfaceLanguages.map(
    ({ code, name }) =>
      html`<option value="${code}" lang="${code}"${code === reader.language && html` selected`}>${name}</option>`,
  )}</select></label> <button class="btn ghost">${words.save}</button></form></theme-switch></footer>`
}

function keyboard(reader: Reader): Html {
  const { words } = reader
  return html`<keyboard-nav><dialog class="sheet" aria-labelledby="shortcuts-h">
<h2 id="shortcuts-h">${words.keys}</h2>
${keyList(reader)}
<div class="actions"><label>
<input type="checkbox" checked> ${words.keysOn}</label>
<form method="dialog">
<button class="btn ghost">${words.close}</button>
</form></div></dialog></keyboard-nav>`
}
