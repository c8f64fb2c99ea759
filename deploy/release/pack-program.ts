import { readdirSync, readFileSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build, transform } from 'esbuild'
import { commandGroups } from '../../src/app/commands/commands.ts'
import { programFor } from '../../src/app/launch/launch.js'
import { version } from '../../src/app/version.ts'
import { manualPage } from '../../src/cli/manual.ts'
import { writtenAssets } from '../../src/web/written-assets.ts'
import { joinStart } from './join-start.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
/** Where it is in the project and in a package: the files it reads are named from here. */
const usual = join(root, 'dist/program')
/** How a module names the program of a thread that is beside it, or the words of a language. */
const thread = /new URL\('\.\/([\w-]+)\.ts', import\.meta\.url\)/g
/** Libraries that are written for `require` ask for modules of Node by it, where esbuild has put what looks for it. */
const required = `import { createRequire as requireFrom } from 'node:module'\nconst require = requireFrom(import.meta.url)\n`
const asksForRequire = /\btypeof require\b/
const start = {
  first: 'src/main.ts',
  turns: [['src/start.ts', 'src/store/engine/sqlite.ts'], ['src/app/serve/open-web.ts']],
} as const

/**
 * Packs the program and the libraries it runs with into few files of plain JavaScript, `main.js` and its threads in a folder two below
 * this package: they start in half the time of two thousand modules, and run where Node strips no types (below `node_modules`).
 * What is loaded when it is needed stays apart, and so do the threads, which load no more than they need. Files that are no code (the
 * demo) are read from `src` as ever; what pages load is made here.
 */
export async function packProgram(folder = usual): Promise<void> {
  await rm(folder, { recursive: true, force: true })
  const ofThreads = await split([...threads()], 'thread-[name]-[hash]', folder)
  const files = new Map([
    ...ofThreads.outputFiles.map(({ path, text }) => [basename(path), text] as const),
    ...(await joinStart(await split([join(root, start.first)], '[name]-[hash]', folder), start)),
  ])
  await mkdir(folder, { recursive: true })
  await Promise.all([...files].map(async ([name, text]) => writeFile(join(folder, name), inAscii(await small(text)))))
}

/** Packs the program where `npm start` looks for it, unless what is there is made of what `src` is now. Returns its file. */
export async function packWhereStarted(): Promise<string> {
  if (programFor('src/main.ts') === 'src/main.ts') await packProgram()
  return join(usual, 'main.js')
}

function split(entryPoints: string[], chunkNames: string, folder: string) {
  return build({
    absWorkingDir: root,
    write: false,
    metafile: true,
    entryPoints,
    entryNames: '[name]',
    chunkNames,
    outdir: folder,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    charset: 'ascii',
    legalComments: 'inline',
    // `pg` asks for its own where it is there; it never is. What makes pictures smaller is installed only where it can be.
    external: ['pg-native', 'sharp'],
    logLevel: 'warning',
    plugins: [
      {
        // Zod brings what it says in sixty languages, more than half of its code, and what reads the schemas of others: nobody here asks for them.
        name: 'less-of-zod',
        setup: (building) => {
          building.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]locales[\\/]index\.js$/ }, () => ({
            contents: `export { default as en } from './en.js'`,
          }))
          building.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]from-json-schema\.js$/ }, () => ({
            contents: 'export const fromJSONSchema = undefined',
          }))
        },
      },
      {
        // Sheets and scripts of pages are joined from seventy files: once, here, and not at each start.
        name: 'written-assets',
        setup: (building) =>
          building.onLoad({ filter: /[\\/]src[\\/]web[\\/]written-assets\.ts$/ }, () => ({
            contents: `export const writtenAssets = ${JSON.stringify(writtenAssets)}`,
          })),
      },
      {
        name: 'places',
        setup: (building) =>
          building.onLoad({ filter: /\.[cm]?[jt]s$/ }, async ({ path }) => {
            const text = await readFile(path, 'utf8')
            if (!text.includes('import.meta.url')) return undefined
            return { contents: placed(text, path), loader: path.endsWith('ts') ? 'ts' : 'js' }
          }),
      },
    ],
  })
}

/** Code without spaces and comments that nothing needs, a fifth of it; names stay, and lines, for whoever is shown what went wrong. */
async function small(code: string): Promise<string> {
  const how = { minifyWhitespace: true, lineLimit: 200, format: 'esm', target: 'node24', charset: 'ascii' } as const
  return (await transform(withRequire(code), { ...how, legalComments: 'inline' })).code
}

/** Code with a `require` of its own where it asks for one, behind the line that says what runs it. */
function withRequire(code: string): string {
  return asksForRequire.test(code) ? code.replace(/^(#!.*\n)?/, `$1${required}`) : code
}

/**
 * Code with an escape for each letter beyond ASCII that esbuild leaves: in patterns, templates with a tag, and comments. One such letter
 * has V8 hold two bytes for each of a whole file. What `String.raw` is given changes: all of ours become patterns, to which the escape is
 * the letter.
 */
export function inAscii(code: string): string {
  return code.replace(/(\\*)([^\0-\x7f])/g, (_, slashes: string, letter: string) => {
    const escaped = `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`
    // A letter that was escaped already, as any may be, takes that slash for its own.
    return slashes.slice(slashes.length % 2) + escaped
  })
}

/** The programs of threads and the words of languages, wherever one is named. */
function threads(): readonly string[] {
  const src = join(root, 'src')
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
    (name) => name.endsWith('.ts') && !name.endsWith('.test.ts'),
  )
  const found = files.flatMap((name) =>
    [...readFileSync(join(src, name), 'utf8').matchAll(thread)].map(([, program]) =>
      join(src, dirname(name), `${program}.ts`),
    ),
  )
  return [...new Set(found)]
}

/** Where a module is: its threads are beside the packed program, all else where it was, told from there. */
function placed(text: string, path: string): string {
  const from = relative(usual, path).replaceAll('\\', '/')
  return text
    .replace(thread, `new URL('./$1.js', import.meta_url)`)
    .replaceAll('import.meta.url', `new URL('${from}', import.meta.url).href`)
    .replaceAll('import.meta_url', 'import.meta.url')
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await packProgram()
  await writeFile(join(root, 'dist/twosource.1'), manualPage(commandGroups, version))
}
