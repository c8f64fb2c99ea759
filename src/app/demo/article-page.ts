import { readFileSync } from 'node:fs'
import { type Edition, type EditionArticle, type EditionRevision, revisionAt } from './edition.ts'
import { escaped, fillTemplate } from './markup.ts'
import type { Outlet } from './outlets.ts'
import { descriptionOf, pageMetadata } from './page-metadata.ts'
import { picturePathOf, pictureSet } from './pictures.ts'

type Step = 0 | 1 | 2

const templates = new Map<string, string>()

/** The whole page of an article as its outlet publishes it at a step, navigation and ads included. `base`: URL of the server. */
export function articlePage(article: EditionArticle, edition: Edition, base: string, step: Step): string {
  const { outlet } = article
  const revision = revisionAt(article, step)
  return fillTemplate(templateOf(outlet), {
    title: escaped(revision.title),
    description: escaped(descriptionOf(article)),
    url: `${base}${article.path}`,
    home: `/${outlet.id}/`,
    'feed-link': feedLink(outlet),
    metadata: pageMetadata(article, revision, base),
    section: escaped(article.section),
    byline: escaped(article.byline),
    published: escaped(stamp(article.publishedAt, outlet)),
    'published-iso': article.publishedAt,
    updated: updatedLine(article, revision),
    figure: article.kind === 'video' ? videoPlayer(article) : figureOf(article),
    body: bodyOf(revision),
    related: teasers(relatedTo(article, edition), step),
    latest: headlines(latestOf(outlet, edition), step),
    paywall: article.isPaywalled ? PAYWALL : '',
  })
}

/** The front page of an outlet: a list of headlines, and the link that lets readers find its feed. */
export function frontPage(outlet: Outlet, edition: Edition, step: Step): string {
  const articles = edition.articles.filter((article) => article.outlet.id === outlet.id)
  return [
    `<!DOCTYPE html>\n<html lang="${outlet.language}"${outlet.language === 'ar' ? ' dir="rtl"' : ''}>`,
    `<head><meta charset="utf-8"><title>${escaped(outlet.name)}</title>`,
    `<meta name="description" content="${escaped(outlet.tagline)}">${feedLink(outlet)}${iconLink(outlet)}</head>`,
    `<body><h1>${escaped(outlet.name)}</h1><p>${escaped(outlet.tagline)}</p>`,
    teasers(articles, step),
    '</body></html>\n',
  ].join('\n')
}

/** The body as HTML: paragraphs and headings. Feeds with full text have the same. */
export function bodyOf(revision: EditionRevision): string {
  return revision.blocks
    .map((block) => (block.kind === 'heading' ? `<h2>${escaped(block.text)}</h2>` : `<p>${escaped(block.text)}</p>`))
    .join('\n')
}

function templateOf(outlet: Outlet): string {
  const kept = templates.get(outlet.id)
  if (kept) return kept
  const template = readFileSync(new URL(`./edition/${outlet.id}/page.html`, import.meta.url), 'utf8')
  templates.set(outlet.id, template)
  return template
}

const FEED_TYPES = {
  'rss with full text': 'application/rss+xml',
  'rss with summaries': 'application/rss+xml',
  rdf: 'application/rdf+xml',
  'atom with full text': 'application/atom+xml',
  'atom with summaries': 'application/atom+xml',
  'json feed': 'application/feed+json',
} as const

/** The media type an outlet's feed is served and announced with. */
export function feedTypeOf(outlet: Outlet): string {
  return FEED_TYPES[outlet.feed.kind]
}

function feedLink(outlet: Outlet): string {
  const href = `/${outlet.id}/${outlet.feed.path}`
  return `<link rel="alternate" type="${feedTypeOf(outlet)}" title="${escaped(outlet.name)}" href="${href}">`
}

function iconLink(outlet: Outlet): string {
  return `<link rel="icon" type="image/png" sizes="64x64" href="/${outlet.id}/icon.png">`
}

function stamp(at: string, outlet: Outlet): string {
  const locale =
    outlet.language === 'ar' ? 'ar-u-nu-latn' : outlet.dates.order === 'month-day' ? 'en-US' : outlet.language
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'UTC',
  }).format(new Date(at))
}

const UPDATED = { en: 'Updated', fr: 'Mis à jour le', ar: 'حُدّث في' } as const

function updatedLine(article: EditionArticle, revision: EditionRevision): string {
  if (revision.step === 0) return ''
  const words = `${UPDATED[article.outlet.language]} ${stamp(revision.at, article.outlet)}`
  return ` <span class="updated"><time datetime="${revision.at}">${escaped(words)}</time></span>`
}

function figureOf(article: EditionArticle): string {
  const { picture, outlet } = article
  if (!picture) return ''
  const caption = escaped(picture.caption)
  const credit = escaped(picture.credit)
  const image = `<img src="${picturePathOf(picture.name)}" srcset="${pictureSet(picture.name)}" alt="${escaped(picture.alt)}" width="960" height="540">`
  switch (outlet.figure) {
    case 'credit in a span':
      return `<figure>${image}<figcaption>${caption} <span class="credit">${credit}</span></figcaption></figure>`
    case 'credit in brackets':
      return `<figure>${image}<figcaption>${caption} (${credit})</figcaption></figure>`
    case 'photo div':
      return `<div class="photo">${image}<p class="caption">${caption}</p><p class="credit">Photo: ${credit}</p></div>`
  }
}

function videoPlayer(article: EditionArticle): string {
  const poster = picturePathOf(article.picture?.name ?? '')
  return `<div class="player"><video controls poster="${poster}"><source src="/videos/dam-from-above.mp4" type="video/mp4"></video></div>`
}

const PAYWALL =
  '<div class="paywall"><h2>Subscribe to read on</h2><p>This article is for subscribers. The first month costs 1 crown.</p>' +
  '<button>Subscribe</button><p>Already a subscriber? <a href="#log-in">Log in</a></p></div>'

/** First the outlet's articles on the same story, then its other news of the time. */
function relatedTo(article: EditionArticle, edition: Edition): readonly EditionArticle[] {
  const own = edition.articles.filter((other) => other.outlet.id === article.outlet.id && other.id !== article.id)
  const same = own.filter((other) => article.story !== undefined && other.story === article.story)
  return [...same, ...own.filter((other) => !same.includes(other))].slice(0, 3)
}

function latestOf(outlet: Outlet, edition: Edition): readonly EditionArticle[] {
  return edition.articles.filter((article) => article.outlet.id === outlet.id).slice(0, 5)
}

function teasers(articles: readonly EditionArticle[], step: Step): string {
  const items = articles.map(
    (article) =>
      `<li><a href="${article.path}">${titleOf(article, step)}</a> <p>${escaped(descriptionOf(article))}</p></li>`,
  )
  return `<ul>${items.join('\n')}</ul>`
}

function headlines(articles: readonly EditionArticle[], step: Step): string {
  const items = articles.map((article) => `<li><a href="${article.path}">${titleOf(article, step)}</a></li>`)
  return `<ol>${items.join('\n')}</ol>`
}

function titleOf(article: EditionArticle, step: Step): string {
  return escaped(revisionAt(article, step).title)
}
