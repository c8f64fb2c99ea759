import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { nth } from '../core/nth.ts'
import { silence } from './articles/silence.ts'
import { joinScripts } from './join-scripts.ts'

/** The assets of pages, ready to send. Only strings and lists, so that they can be made once and stored. */
type WrittenAssets = {
  /** The style sheets, by name, in the order in which pages link them. */
  readonly sheets: Readonly<Record<string, string>>
  /** The classes that each sheet of a room has and `style.css` does not: a page with one of them links it. */
  readonly classes: Readonly<Record<string, readonly string[]>>
  /** The scripts of pages, by name. */
  readonly scripts: Readonly<Record<string, string>>
  readonly serviceWorker: string
  /** A hash of all assets. */
  readonly version: string
}

/**
 * The sheets, each with the number of its first part. Every page has the first; the second is for what is read; the others are for rooms, so
 * that a page waits only for its own.
 */
const firstParts = [
  ['style.css', '00'],
  ['article.css', '30'],
  ['feeds.css', '80'],
  ['settings.css', '81'],
  ['lists.css', '82'],
  ['story.css', '83'],
  ['plots.css', '84'],
  ['desk.css', '85'],
  ['texts.css', '90'],
] as const

/** Built when this module is loaded; a packaged program contains what was built when it was packaged. */
export const writtenAssets: WrittenAssets = makeAssets()

function makeAssets(): WrittenAssets {
  const parts = readFolder('styles', '.css')
  const rooms = firstParts.map(([name, first], at) => {
    const next = firstParts[at + 1]?.[1] ?? '~'
    return [name, sheetOf(parts.filter(([part]) => part >= first && part < next))] as const
  })
  // Separate, so that no page waits for what only print needs.
  const print = withoutSpace(readFileSync(new URL('./print.css', import.meta.url), 'utf8'))
  const sheets = { ...Object.fromEntries(rooms), 'print.css': print }
  const scripts = Object.fromEntries(joinScripts(new Map(readFolder('client', '.js')), 'main.js'))
  const worker = joinScripts(new Map(readFolder('worker', '.js')), 'service-worker.js')

  const digest = createHash('sha256')
  for (const [name, body] of Object.entries({ ...sheets, 'silence.wav': silence, ...scripts }))
    digest.update(`${name}\0${body}\0`)
  const [common, article] = rooms.map(([, css]) => new Set(classesOf(css)))
  const known = new Set([...(common ?? []), ...(article ?? [])])
  return {
    sheets,
    // A room adds to what articles look like: it is needed where a class occurs that neither of the first two has.
    classes: Object.fromEntries(
      rooms.slice(1).map(([name, css], at) => [name, neededClasses(css, at === 0 ? (common ?? known) : known)]),
    ),
    scripts,
    serviceWorker: worker.get('service-worker.js') ?? '',
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

/** The classes without which no rule of a room's sheet applies: for each selector those of its first part that no sheet before it knows. */
function neededClasses(css: string, everywhere: ReadonlySet<string>): readonly string[] {
  const outside = (stop: string) => new RegExp(`(?:[^(${stop}]|\\((?:[^()]|\\([^()]*\\))*\\))+`, 'g')
  const found = [...css.matchAll(/([^{}]+)\{[^{}]*\}/g)]
    .flatMap((rule) => nth(rule, 1).match(outside(',')) ?? [])
    .flatMap((selector) => {
      const parts = selector.replace(/:not\([^()]*\)/g, '').match(outside('\\s>+~')) ?? []
      return (
        parts.map((part) => classesOf(part).filter((name) => !everywhere.has(name))).find(({ length }) => length > 0) ??
        []
      )
    })
  return [...new Set(found)]
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
