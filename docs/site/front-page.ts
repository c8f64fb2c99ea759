import { readFileSync } from 'node:fs'
import { html } from '../../src/web/layout/html.ts'
import { framePage, type LinkTo, type SiteFiles } from './frame.ts'
import { pngSize } from './markdown.ts'

const picture = 'pictures/story.png'

/** The first page, and the one that is shown where a page is missing. */
export function addFrontPage(files: SiteFiles, base: string): void {
  const bytes = readFileSync('docs/screenshots/story.png')
  const size = pngSize(bytes)!
  files.set(picture, bytes)
  const body = (link: LinkTo) => html`<div class="front">
<h1><span>Every story once.</span> <span>Every source.</span> <span>Who said what.</span></h1>
<p class="intro">Twosource is a news reader you run yourself. It reads the feeds you choose, puts what they say about one event in one place, counts who really reported it, and opens the sentence behind every line it shows.</p>
<p class="acts"><a class="btn main" href="${link('live/index.html')}">Look around, nothing to install</a><a class="btn" href="${link('guide/start.html')}">First steps</a></p>
<a href="${link('live/index.html')}"><img src="${link(picture)}" width="${size.width}" height="${size.height}" alt="A story: its headline, a cited sentence, its independent reports, and which outlet published when"></a>
<div class="reasons">
<section><h2>One report is one report</h2><p>The same wire text in twenty outlets counts once. Open the count to see who copied whom, and how we know.</p></section>
<section><h2>Quoted, not written</h2><p>Briefs, quotes and timelines are sentences of the outlets, word for word. Each is one click from its place in the article.</p></section>
<section><h2>A day that ends</h2><p>Today has the stories that most outlets report on their own, and then it stops. A brief of it comes by mail, feed or recording.</p></section>
<section><h2>Yours</h2><p>One small machine, one file of data. No account, no cloud, no tracking, no model needed. Your phone’s reader app works with it.</p></section>
</div>
<section class="run"><h2>Run it</h2>
<pre><code>npm ci
npm start demo</code></pre>
<p>In the folder of the source, with Node 18 or newer. The demo reads invented news; <code>npm start</code> begins with yours.</p></section>
<p class="further"><a href="${link('guide/pages.html')}">What it does, in pictures</a><a href="${link('guide/accuracy.html')}">How accurate it is</a><a href="${link('guide/compared.html')}">Compared with other readers</a></p>
</div>
`
  files.set('index.html', framePage({ path: 'index.html', title: 'Twosource', body }))
  files.set(
    '404.html',
    framePage({
      path: '404.html',
      base,
      title: 'Page not found',
      body: (link) => html`<article class="doc"><h1>Page not found</h1>
<p><a href="${link('index.html')}">Front page</a> · <a href="${link('guide/index.html')}">Guide</a> · <a href="${link('search.html')}">Search</a></p></article>
`,
    }),
  )
}
