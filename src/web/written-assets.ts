import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { nth } from '../core/nth.ts'
import { silence } from './articles/silence.ts'
import { joinScripts } from './join-scripts.ts'

/** The assets of pages, ready to send. Only strings and lists, so that they can be made once and stored. */
type WrittenAssets = {
  readonly sheet: string
  readonly desk: string
  readonly texts: string
  readonly print: string
  /** The scripts of pages, by name. */
  readonly scripts: Readonly<Record<string, string>>
  readonly serviceWorker: string
  /** Classes that only the second sheet has, and those that only the third has. */
  readonly deskClasses: readonly string[]
  readonly textClasses: readonly string[]
  /** A hash of all assets. */
  readonly version: string
}

/** Built when this module is loaded; a packaged program contains what was built when it was packaged. */
export const writtenAssets: WrittenAssets = makeAssets()

function makeAssets(): WrittenAssets {
  // Written in parts, in the order of their names. Every page has the first sheet; the parts from 80 on, for pages with settings and lists,
  // make up the second, and those from 90 on, for extraction and discussion, the third, so that reading pages wait for neither.
  const parts = readFolder('styles', '.css')
  const sheet = sheetOf(parts.filter(([name]) => name < '80'))
  const lists = sheetOf(parts.filter(([name]) => name >= '80' && name < '90'))
  const texts = sheetOf(parts.filter(([name]) => name >= '90'))
  // Separate, so that no page waits for what only print needs.
  const print = withoutSpace(readFileSync(new URL('./print.css', import.meta.url), 'utf8'))
  const desk = `${lists}@media print{${print}}`
  const scripts = Object.fromEntries(joinScripts(new Map(readFolder('client', '.js')), 'main.js'))
  const worker = joinScripts(new Map(readFolder('worker', '.js')), 'service-worker.js')

  const digest = createHash('sha256')
  const sheets = { 'style.css': sheet, 'desk.css': desk, 'texts.css': texts, 'print.css': print }
  for (const [name, body] of Object.entries({ ...sheets, 'silence.wav': silence, ...scripts }))
    digest.update(`${name}\0${body}\0`)
  return {
    sheet,
    desk,
    texts,
    print,
    scripts,
    serviceWorker: worker.get('service-worker.js') ?? '',
    deskClasses: without(classesOf(lists), sheet),
    textClasses: without(classesOf(texts), sheet + lists),
    version: digest.digest('base64url').slice(0, 12),
  }
}

function readFolder(folder: string, extension: string): readonly (readonly [string, string])[] {
  const url = new URL(`./${folder}/`, import.meta.url)
  return readdirSync(url)
    .filter((name) => name.endsWith(extension) && !name.endsWith(`.test${extension}`))
    .sort()
    .map((name) => [name, readFileSync(new URL(name, url), 'utf8')] as const)
}

function sheetOf(parts: readonly (readonly [string, string])[]): string {
  return withoutSpace(parts.map(([, text]) => text).join('\n'))
}

function classesOf(css: string): readonly string[] {
  return [...css.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-zA-Z][\w-]*)/g)].map((match) => nth(match, 1))
}

function without(names: readonly string[], known: string): readonly string[] {
  return [...new Set(names).difference(new Set(classesOf(known)))]
}

/** A style sheet without comments and insignificant whitespace; quoted strings are unchanged. */
function withoutSpace(css: string): string {
  return css
    .replace(/\/\*[\s\S]*?\*\//g, '')
    .split(/("[^"]*"|'[^']*')/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part
            .replace(/\s+/g, ' ')
            .replace(/ ?([{};,]) ?/g, '$1')
            .replace(/: /g, ':')
            .replaceAll(';}', '}'),
    )
    .join('')
}
