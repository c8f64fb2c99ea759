import { type DefaultTreeAdapterMap, parseFragment } from 'parse5'
import { parseComment } from '../../src/discuss/parse-comment.ts'
import { blocksOf } from '../../src/operations/discussion/view-comments.ts'
import { commentText } from '../../src/web/discussion/parts/comment.ts'
import { openBrowser } from '../../test/e2e/browser.ts'
import { exampleReader } from '../../test/examples/reader.ts'
import { findSet, readRecords } from '../eval/read-set.ts'
import type { Proof } from './proof.ts'

/** Payloads on one page of the browser. */
const batch = 250
const tags = new Set('p br b bdi strong em a code pre ul ol li blockquote small'.split(' '))
const attributes = new Set('dir href rel class tabindex start lang'.split(' '))
const own: readonly string[] = [
  '<script>ran()</script>',
  '<img src=x onerror=ran()>',
  '[a](javascript:ran())',
  '<javascript:ran()>',
  '![x](x"onerror="ran())',
  '[a](https://a.example/"onmouseover="ran())',
  '`<svg onload=ran()>`',
  '> <iframe srcdoc="<script>ran()</script>">',
]

/** Every payload of the suites of sanitizers as a comment: none runs in a browser without a policy, none keeps a mark of its own. */
export const prove: Proof = async () => {
  const payloads = readPayloads()
  const reader = exampleReader('en')
  // As it is, and as Markdown would carry it.
  const bodies = payloads.flatMap((payload) => [payload, `[x](${payload})`, `\`\`\`\n${payload}\n\`\`\``])
  const markup = bodies.map((body) =>
    String(commentText(blocksOf({ body: body.slice(0, 10_000), quotes: [] }, [], parseComment), reader)),
  )
  const dangerous = markup.flatMap((html, index) => findings(html).map((found) => `${found} in ${bodies[index]}`))
  const executed = await executedIn(markup)
  return {
    name: 'comments-markup',
    checks: [
      { what: 'payloads', measured: payloads.length, wanted: 'all of the set', isMet: payloads.length > 0 },
      { what: 'comments rendered', measured: markup.length, wanted: 'three for each', isMet: markup.length > 0 },
      {
        what: 'tags and attributes that are not ours',
        measured: dangerous.length === 0 ? 0 : `${dangerous.length}: ${dangerous[0]}`,
        wanted: '0',
        isMet: dangerous.length === 0,
      },
      { what: 'scripts executed in Chromium, no policy', measured: executed, wanted: '0', isMet: executed === 0 },
    ],
  }
}

function readPayloads(): readonly string[] {
  const path = findSet('security/markup-dev.jsonl.zst')
  const records = path === undefined ? [] : readRecords<{ readonly input: string }>(path)
  return [...own, ...new Set(records.map(({ input }) => input))]
}

/** What a parser that follows the standard finds that we do not write. */
function findings(html: string): readonly string[] {
  const found: string[] = []
  const stack: DefaultTreeAdapterMap['node'][] = [parseFragment(html)]
  for (let node = stack.pop(); node; node = stack.pop()) {
    if (node.nodeName === '#comment') found.push('comment')
    if ('tagName' in node) {
      if (!tags.has(node.tagName)) found.push(`<${node.tagName}>`)
      for (const { name, value } of node.attrs) {
        if (!attributes.has(name)) found.push(`${name}=`)
        if (name === 'href' && !/^https?:\/\//.test(value)) found.push(`href ${value}`)
      }
    }
    if ('childNodes' in node) stack.push(...node.childNodes)
  }
  return found
}

/** How many scripts ran, or dialogs opened, with every comment on a page that forbids nothing. */
async function executedIn(markup: readonly string[]): Promise<number> {
  await using stack = new AsyncDisposableStack()
  const context = stack.adopt(await openBrowser({ offline: true }), (one) => one.close())
  let executed = 0
  await context.exposeFunction('ranOnce', () => {
    executed++
  })
  await context.addInitScript(`for (const name of ['alert', 'confirm', 'prompt', 'print', 'ran', 'xss'])
    globalThis[name] = () => globalThis.ranOnce()`)
  const page = await context.newPage()
  page.on('dialog', async (dialog) => {
    executed++
    await dialog.dismiss()
  })
  for (let from = 0; from < markup.length; from += batch) {
    await page.setContent(`<!doctype html><body>${markup.slice(from, from + batch).join('\n<hr>\n')}`)
    executed += await page.locator('script, iframe, object, embed, [onerror], [onload], svg, math, style, form').count()
  }
  return executed
}
