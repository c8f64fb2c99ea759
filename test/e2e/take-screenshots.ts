import { mkdirSync } from 'node:fs'
import { openBrowser, paths, serveExamples } from './browser.ts'

// Pictures of the example pages: `node test/e2e/take-screenshots.ts FOLDER [page…]`.
const [folder = 'docs/screenshots', ...names] = process.argv.slice(2)
const wanted = names.length > 0 ? names : ['today', 'story', 'article', 'feeds', 'add']
mkdirSync(folder, { recursive: true })
const { origin, close } = await serveExamples()
const looks = [
  { suffix: '', viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const, locale: 'en-GB' },
  { suffix: '-dark', viewport: { width: 1280, height: 900 }, colorScheme: 'dark' as const, locale: 'en-GB' },
  { suffix: '-phone', viewport: { width: 375, height: 800 }, colorScheme: 'light' as const, locale: 'en-GB' },
  { suffix: '-arabic', viewport: { width: 1280, height: 900 }, colorScheme: 'light' as const, locale: 'ar' },
]
for (const { suffix, ...look } of looks) {
  const browser = await openBrowser(look)
  const page = await browser.newPage()
  for (const name of wanted) {
    await page.goto(origin + paths[name as keyof typeof paths])
    await page.screenshot({ path: `${folder}/${name}${suffix}.png`, fullPage: true })
  }
  await browser.close()
}
await close()
