import type { SharedView } from '../../../operations/library/share-views.ts'
import { sheetNeeds, sheetsFor } from '../../assets.ts'
import { foreign, type Html, html, languageAttributes } from '../../layout/html.ts'
import { lookAttributes } from '../../layout/layout.ts'
import { outLink } from '../../layout/links.ts'
import { plainLine } from '../../layout/plain-line.ts'
import { absolute } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { sharedAsOf, sharedSection, sharedTitle } from '../../stories/parts/frozen-story.ts'

/** What a public link shows to anybody: no navigation, no script, nothing about its author. */
export function sharedPage(
  view: SharedView,
  reader: Reader,
  links: { readonly oembed?: string; readonly frame?: string } = {},
): string {
  const { words } = reader
  const { body } = view
  const title = sharedTitle(view, reader)
  const stories = body.stories.map((story) => {
    const listed = story.articles.flatMap((index) => body.sources[index] ?? [])
    return html`<article class="linked">${
      view.kind === 'brief' && html`<h2${languageAttributes(story.language)}>${story.title}</h2>`
    }
<p class="facts"><b>${words.independentOf(story.reportCount, story.articleCount)}</b></p>
${story.sections.map((section) => sharedSection(section, body, reader, view.kind === 'brief' ? 'h3' : 'h2'))}
${
  listed.length > 0 &&
  html`<section><h2>${words.articlesHeading}</h2>${story.articleCount > listed.length && html`<p class="small">${words.sharing.shownOf(listed.length, story.articleCount)}</p>`}
<ul class="plain">${listed.map(
    ({
      sourceName,
      title: name,
      url,
      publishedAt,
      language,
    }) => html`<li>${outLink(url, html`<b>${foreign(sourceName)}</b>: ${foreign(name, language)}`)} <span class="small">${absolute(publishedAt, reader)}</span></li>
`,
  )}</ul></section>`
}</article>
`
  })
  const language = view.kind === 'story' ? body.stories[0]?.language : undefined
  return bare(
    reader,
    // Distinguishes it from the story itself in tabs and bookmarks.
    `${title} · ${absolute(view.moment, reader)}`,
    html`<header class="pagehead"><h1${language !== undefined && languageAttributes(language)}>${title}</h1>
<p class="note as-of">${sharedAsOf(view, reader)} ${words.sharing.frozen}</p></header>
${stories}
${
  links.frame !== undefined &&
  html`<section class="embed-code"><h2 id="embed-h">${words.sharing.embedCode}</h2>
<textarea readonly rows="3" dir="ltr" aria-labelledby="embed-h">${links.frame}</textarea></section>`
}`,
    links.oembed === undefined
      ? html``
      : html`<link rel="alternate" type="application/json+oembed" href="${links.oembed}" title="${title}">
`,
  )
}

/** The one answer for every link that does not work, whatever the reason. */
export function sharedGonePage(reader: Reader): string {
  const { closed: gone } = reader.words.accounts
  const { goneNote } = reader.words.sharing
  return bare(reader, gone, html`<div class="empty"><h1>${gone}</h1><p>${goneNote}</p></div>`)
}

function bare(reader: Reader, title: string, body: Html, head: Html = html``): string {
  const { words } = reader
  return String(html`<!doctype html>
<html lang="${reader.language}" dir="${words.direction}"${lookAttributes(reader)}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta name="robots" content="noindex, nofollow, noarchive">
<meta name="referrer" content="no-referrer">
<title>${plainLine(title)} · Twosource</title>
${sheetsFor(sheetNeeds(String(body))).map(({ path, media }) => html`<link rel="stylesheet" href="${path}"${media && html` media="${media}"`}>`)}
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
${head}</head>
<body>
<a class="skip" href="#main">${words.skip}</a>
<header class="top"><div><span class="name">Twosource</span></div></header>
<main id="main" class="wrap" tabindex="-1"><div class="single">${body}</div></main>
${!reader.isOwnZone && html`<footer class="foot"><p>${words.timesIn(reader.timeZone)}</p></footer>`}
</body>
</html>
`)
}
