import { mkdir, writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { interfaceLanguages } from '../../src/web/reader.ts'
import { paths, serveExamples } from './browser.ts'
import { contactSheet, type Picture } from './contact-sheet.ts'
import { placesOf } from './served-places.ts'
import { launchBrowser } from './tabs.ts'

/**
 * Pictures of every page and state, to be looked over by a person: `npm run shots -- FOLDER`. Of the example views, or of
 * a running server with `--origin`. `--only story` takes the pages with this word in their name, `--language de` those of one
 * language or several (`de,fr`), `--widths 375` and `--themes dark` fewer or more looks. index.html in the folder shows them all.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    only: { type: 'string' },
    origin: { type: 'string' },
    language: { type: 'string', default: 'en,ar' },
    widths: { type: 'string', default: '375,768,1280' },
    themes: { type: 'string', default: 'light,dark' },
  },
})
const folder = positionals[0] ?? '/tmp/twosource-shots'
const widths = values.widths.split(',').map(Number)
const themes = values.themes.split(',') as readonly ('light' | 'dark')[]
const languages = values.language.split(',')
const known = interfaceLanguages.map(({ code }) => code)
for (const language of languages)
  if (!known.some((code) => code === language)) {
    console.error(`There is no interface language “${language}”. Choose from ${known.join(', ')}.`)
    process.exit(1)
  }
/** A page longer than this many windows is cut: the rest looks like what is above. */
const windows = 4

const examples = values.origin === undefined ? await serveExamples() : undefined
const origin = (values.origin ?? examples!.origin).replace(/\/$/, '')
const places = Object.entries(values.origin === undefined ? paths : await placesOf(origin)).filter(
  ([name]) => values.only === undefined || values.only.split(',').some((word) => name.includes(word)),
)
const total = places.length * languages.length * widths.length * themes.length
let done = 0

await mkdir(folder, { recursive: true })
const browser = await launchBrowser()
const startedAt = Date.now()
const pictures = (await Promise.all(languages.map((language) => takeAll(browser, language)))).flat()
await browser.close()
await examples?.close()
await writeFile(`${folder}/index.html`, contactSheet(pictures, { widths, themes, languages }))
say(`\r${total} pictures in ${((Date.now() - startedAt) / 1000).toFixed(0)} s: ${folder}/index.html\n`)

/** One tab for each language: a page is loaded once, and looked at in every width and theme. */
async function takeAll(browser: Browser, language: string): Promise<readonly Picture[]> {
  const context = await browser.newContext({ baseURL: origin, locale: language })
  const page = await context.newPage()
  const taken: Picture[] = []
  for (const [name, path] of places) {
    await page.goto(path, { waitUntil: 'load' })
    for (const width of widths)
      for (const theme of themes) {
        const file = `${name}-${width}-${theme}-${language}.png`
        await take(page, width, theme, `${folder}/${file}`)
        taken.push({ name, path, width, theme, language, file })
        done += 1
        say(`\r${done}/${total} ${file}\u001b[K`)
      }
  }
  return taken
}

async function take(page: Page, width: number, colorScheme: 'light' | 'dark', path: string): Promise<void> {
  const height = width < 600 ? 812 : 900
  await page.setViewportSize({ width, height })
  await page.emulateMedia({ colorScheme })
  const whole = Number(await page.evaluate('document.documentElement.scrollHeight'))
  // The window is made as tall as the picture, so that what stays at its foot is at the foot of the picture.
  await page.setViewportSize({ width, height: Math.min(Math.max(whole, height), height * windows) })
  await page.screenshot({ path, animations: 'disabled' })
}

function say(text: string): void {
  process.stdout.write(text)
}
