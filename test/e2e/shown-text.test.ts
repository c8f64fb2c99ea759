import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import { blocksOf } from '../../src/extract/blocks/page-blocks.ts'
import { parsePage } from '../../src/extract/markup/page-tree.ts'
import { dropInvisible } from '../../src/extract/markup/visible-text.ts'
import { openBrowser } from './browser.ts'

/** Markup in which words are easily glued, split, lost or doubled. */
const cases: readonly string[] = [
  '<p>“<a href="/x">peace</a>”, <em>he</em>said <a href=y>it</a>.</p>',
  '<p><span class="dropcap">T</span>he harbor <b>re</b>opened.</p>',
  '<p>H<sub>2</sub>O on the 4<sup>th</sup>, 10<sup>6</sup> of them.</p>',
  '<p>co\u00adoper\u00adation zero\u200bwidth word\u2060joiner no\u00a0break 10\u202f000</p>',
  '<p>word<wbr>break in<br>line and<br/>other</p>',
  '<p>A line.<br><br>Another line.<br>Third.</p>',
  '<p>text <span>one</span><span>two</span> <span> three</span></p>',
  '<div>plain <p>paragraph</p> after</div>',
  '<ul><li>One<ul><li>Nested a</li><li>Nested b</li></ul></li><li>Two <p>with paragraph</p></li></ul>',
  '<ol start=3><li>Three</li><li value=7>Seven</li></ol>',
  '<dl><dt>Term</dt><dd>Definition</dd></dl>',
  '<table><caption>Rain</caption><thead><tr><th>Year</th><th>Rain</th></tr></thead><tr><td>2025</td><td><p>280 mm</p></td></tr></table>',
  '<blockquote><p>Said <q>it</q>.</p><cite>Ann Lee</cite><footer>— Ann Lee</footer></blockquote>',
  '<pre><code>if (a) {\n  b()\n}</code></pre><pre>a <span>b</span>\n\tc</pre>',
  '<p>Use <code>npm   test</code> or <kbd>Ctrl</kbd>+<kbd>C</kbd>.</p>',
  '<p>before <img alt="x" src="data:,">after<!-- c -->wards</p>',
  '<p>he said<script>1</script> so <style>p{}</style>then</p>',
  '<p>a<div>b</div>c</p><p><ins>new</ins><del>old</del></p>',
  '<p>ﬁne ligature e\u0301tude Å</p><ruby>漢<rp>(</rp><rt>kan</rt><rp>)</rp></ruby>',
  '<h2>Head<small>small</small></h2><p>x <span hidden>no</span>y <span style="display:none">no</span>z</p>',
  '<p>left<span style="display:block">block</span>right and<span style="display:inline-block">inline</span>so</p>',
  '<address>At home<br>Street 1</address><center>mid</center><details open><summary>More</summary>Inside.</details>',
  '<p>‏عربي <bdi>123</bdi> نص</p><p>क्‍ष family 👨‍👩‍👧 ok « mot » fin&nbsp;!</p>',
  '<noscript>no</noscript><p>v<video controls>fallback</video>w</p><textarea>ta</textarea>',
  '<p>one<span style="position:absolute">apart</span>two</p><fieldset><legend>Legend</legend>Field</fieldset>',
]

let browser: BrowserContext

before(async () => {
  browser = await openBrowser()
})

after(() => browser.close())

/** What is between white space, without what shows nothing. */
function wordsIn(text: string): string[] {
  return dropInvisible(text)
    .normalize('NFC')
    .split(/\s+/)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
}

test('the words of blocks are those that a browser shows, in order', async () => {
  const page = await browser.newPage()
  for (const markup of cases) {
    await page.setContent(`<!doctype html><html><body>${markup}</body></html>`)
    // biome-ignore lint/performance/useDomNodeTextContent: the words as laid out are what is compared with
    const shown = await page.locator('body').innerText()
    const ours = blocksOf(parsePage(markup).root).map(({ text }) => text)
    assert.deepEqual(wordsIn(ours.join('\n')), wordsIn(shown), markup)
  }
  await page.close()
})
