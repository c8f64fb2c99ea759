import { openBrowser, paths, serveExamples } from '../../test/e2e/browser.ts'
import type { Proof } from './proof.ts'
import { dressHostile } from './unicode/dress-hostile.ts'
import { findBleeding } from './unicode/find-bleeding.ts'

/** Every page with names and titles that end in what turns a line, in Chromium: nothing beside them is turned. */
export const prove: Proof = async () => {
  await using stack = new AsyncDisposableStack()
  const site = stack.adopt(await serveExamples(dressHostile), (one) => one.close())
  const context = stack.adopt(await openBrowser({ locale: 'en', viewport: { width: 375, height: 800 } }), (one) =>
    one.close(),
  )
  const page = await context.newPage()
  const bleeding: string[] = []
  const broken: string[] = []
  let [turnedTitles, shown] = [0, 0]
  for (const [name, path] of Object.entries(paths)) {
    const answer = await page.goto(`${site.origin}${path}`, { waitUntil: 'domcontentloaded' })
    if ((answer?.status() ?? 500) >= 500) broken.push(name)
    const html = await page.content()
    if (html.includes('\u202e')) shown++
    if (/[\u202a-\u202e\u2066-\u2069]/.test(await page.title())) turnedTitles++
    bleeding.push(...(await page.evaluate<readonly string[]>(findBleeding)).map((words) => `${name} ${words}`))
  }
  const pages = Object.keys(paths).length
  return {
    name: 'unicode',
    checks: [
      {
        what: 'pages with names that turn a line',
        measured: `${shown} of ${pages}`,
        wanted: 'most',
        isMet: shown > pages / 2,
      },
      {
        what: 'pages that fail by it',
        measured: broken.length === 0 ? 0 : broken.join(', '),
        wanted: '0',
        isMet: broken.length === 0,
      },
      {
        what: 'places where words of ours are turned',
        measured: bleeding.length === 0 ? 0 : `${bleeding.length}: ${bleeding.slice(0, 3).join('; ')}`,
        wanted: '0',
        cases: pages,
        failures: bleeding.length,
        isMet: bleeding.length === 0,
      },
      {
        what: 'titles of pages with a sign that turns a line',
        measured: turnedTitles,
        wanted: '0',
        isMet: turnedTitles === 0,
      },
    ],
    table: bleeding.map((words) => ({ words })),
  }
}
