import { posix } from 'node:path'
import { version } from '../../src/app/version.ts'
import { type Html, html } from '../../src/web/layout/html.ts'
import { icon } from '../../src/web/layout/icon.ts'

/** The files of the site by their path below its root, ready to write. */
export type SiteFiles = Map<string, string | Uint8Array>

/** Gives the link from one page to a path of the site; the path may end in a fragment. */
export type LinkTo = (path: string) => string

type SitePage = {
  /** Below the root of the site. */
  readonly path: string
  readonly title: string
  readonly place?: 'guide' | 'live' | 'api' | 'changes'
  readonly body: (link: LinkTo) => Html
  /** A script of this page; it works without. */
  readonly script?: string
  /** The path of the site where it is published: for a page that is shown at any path. */
  readonly base?: string
}

const places = [
  { id: 'guide', path: 'guide/index.html', icon: 'book', label: 'Guide' },
  { id: 'live', path: 'live/index.html', icon: 'today', label: 'Look inside' },
  { id: 'api', path: 'api/index.html', icon: 'server', label: 'API' },
  { id: 'changes', path: 'changes.html', icon: 'clock', label: 'Changes' },
] as const

/** What a page of the site may load: files of the site alone. */
export const contentPolicy = (script: "'self'" | "'none'") =>
  `default-src 'none'; style-src 'self'; img-src 'self' data:; script-src ${script}; connect-src 'self'; form-action 'self'; base-uri 'none'`

/** A link that works wherever the site is published, since it starts at the page it is on. */
export function relativeLink(from: string, to: string): string {
  const [path = '', fragment] = to.split('#')
  const link = path === from && fragment !== undefined ? '' : posix.relative(posix.dirname(from), path)
  return fragment === undefined ? link : `${link}#${fragment}`
}

/** A whole page of the site: the product's frame and style around its own content. */
export function framePage({ path, title, place, body, script, base }: SitePage): string {
  const link: LinkTo = base === undefined ? (to) => relativeLink(path, to) : (to) => base + to
  return String(html`<!doctype html>
<html lang="en" dir="ltr">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="${contentPolicy(script ? "'self'" : "'none'")}">
<meta name="referrer" content="no-referrer">
<title>${title === 'Twosource' ? 'Twosource: every story once, with every source' : `${title} · Twosource`}</title>
<meta name="description" content="A news reader you run yourself. It shows every story once, with every source, who really reported it, and what each person really said.">
<link rel="stylesheet" href="${link('style.css')}">
<link rel="stylesheet" href="${link('site.css')}">
<link rel="icon" href="${link('favicon.svg')}" type="image/svg+xml">
${script && html`<script type="module" src="${link(script)}"></script>`}</head>
<body>
<a class="skip" href="#main">Skip to content</a>
<header class="top"><div><a class="name" href="${link('index.html')}">Twosource</a><nav class="nav" aria-label="Main">${places.map(
    (one) =>
      html`<a href="${link(one.path)}"${one.id === place && html` aria-current="page"`}>${icon(one.icon)}${one.label}</a>`,
  )}</nav>
<form role="search" action="${link('search.html')}" class="find">${icon('search')}<input type="search" name="q" aria-label="Search the guide" placeholder="Search the guide"></form></div></header>
<main id="main" class="wrap" tabindex="-1">
${body(link)}</main>
<footer class="foot"><span>Twosource ${version}</span><span>AGPL-3.0-or-later</span><span>No tracking. Nothing loads from other sites.</span></footer>
</body>
</html>
`)
}
