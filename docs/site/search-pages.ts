import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import MiniSearch from 'minisearch'
import { html } from '../../src/web/layout/html.ts'
import { searchOptions } from './client/search-options.js'
import { framePage, type LinkTo, type SiteFiles } from './frame.ts'

/** A part of a page that search finds. */
export type SearchEntry = {
  /** With its fragment. */
  readonly path: string
  readonly title: string
  /** The title of the page it is on. */
  readonly page: string
  readonly text: string
}

/** The page that searches in the browser, its script and its index. Without script it lists all that can be found. */
export async function addSearch(files: SiteFiles, entries: readonly SearchEntry[]): Promise<void> {
  const index = new MiniSearch(searchOptions)
  index.addAll(entries.map((entry, id) => ({ id, ...entry, start: startOf(entry.text) })))
  files.set('search-index.json', JSON.stringify(index))
  const license = readFileSync('node_modules/minisearch/LICENSE.txt', 'utf8').trim()
  const [script] = (
    await build({
      entryPoints: [fileURLToPath(new URL('./client/search.js', import.meta.url))],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      banner: { js: `/* MiniSearch\n\n${license}\n*/` },
      write: false,
    })
  ).outputFiles
  files.set('search.js', script!.text)
  const pages = Map.groupBy(entries, ({ page }) => page)
  const body = (link: LinkTo) => html`<article class="doc"><h1>Search</h1>
<form class="ask" role="search" aria-label="Guide and API" action="${link('search.html')}"><input class="in" type="search" name="q" aria-label="Words" autocomplete="off"><button class="btn main">Search</button></form>
<noscript><p class="note">Search needs script. This list has every heading: your browser finds words in it.</p></noscript>
<p id="count" class="note" role="status"></p>
<ol id="found" data-index="${link('search-index.json')}"></ol>
<div id="all">${[...pages].map(
    ([page, parts]) =>
      html`<section><h2>${page}</h2><ul>${parts.map(
        ({ path, title }) => html`<li><a href="${link(path)}">${title}</a></li>`,
      )}</ul></section>`,
  )}</div></article>
`
  files.set('search.html', framePage({ path: 'search.html', title: 'Search', body, script: 'search.js' }))
}

const startLength = 180

/** The first words of a text, to show with what was found. */
function startOf(text: string): string {
  if (text.length <= startLength) return text
  return `${text.slice(0, text.lastIndexOf(' ', startLength))} …`
}
