import { fileOf, importsOf } from './import-graph.ts'

/** A folder of `src/` with all below it: what it may import beside itself and `core`, and the packages that have their home there. */
export type Wall = {
  readonly folder: string
  readonly below?: readonly string[]
  readonly packages?: readonly string[]
  /** No `node:`; network, environment and timers are refused by `noRestrictedGlobals` in biome.json. */
  readonly isPure?: boolean
}

const station = (folder: string, ...packages: readonly string[]): Wall => ({
  folder,
  packages,
  below: ['languages'],
  isPure: true,
})
const edge = (folder: string, ...packages: readonly string[]): Wall => ({ folder, packages })
const adapter = (folder: string, ...packages: readonly string[]): Wall => ({ folder, packages, below: ['operations'] })

const stations: readonly Wall[] = [
  station('feeds', 'htmlparser2', 'entities', 'iconv-lite', 'jschardet', 'postal-mime'),
  station('extract', '@mozilla/readability', 'parse5', 'sanitize-html', 'htmlparser2', 'entities', 'css-select'),
  station('analyze', 'eld'),
  station('syndicate'),
  station('cluster'),
  station('story'),
  station('check'),
  station('ask'),
  station('discuss', 'markdown-it'),
  station('export', 'fflate', 'hyparquet', 'hyparquet-writer'),
]
const edges: readonly Wall[] = [
  edge('http'),
  edge('credentials', '@passwordless-id/webauthn', 'openid-client', 'otpauth'),
  edge('delivery', 'nodemailer'),
  edge('newsletters', 'smtp-server'),
  edge('providers', 'ai', '@ai-sdk'),
  edge('store', 'kysely', 'pg'),
  edge('watch'),
]
const beneath = ['languages', ...[...stations, ...edges].map(({ folder }) => folder)]

/** The layers from below, as docs/notes/walls.md explains them. A folder of `src/` added is a line added here. */
export const walls: readonly Wall[] = [
  { folder: 'core', isPure: true },
  { folder: 'languages', isPure: true },
  ...stations,
  ...edges,
  { folder: 'pipeline', below: beneath, packages: ['sharp'] },
  { folder: 'operations', below: [...beneath, 'pipeline'], packages: ['zod'] },
  adapter('rest', 'hono', '@hono/node-server', 'zod'),
  adapter('greader', 'hono', '@hono/node-server'),
  adapter('fever', 'hono', '@hono/node-server'),
  adapter('miniflux', 'hono', '@hono/node-server'),
  adapter('mcp', '@modelcontextprotocol', 'zod'),
  adapter('cli', 'zod'),
  { ...adapter('web', 'hono', '@hono/node-server', 'uqr'), below: ['operations', 'export'] },
]

/** The composition root: these folders, and the files in `src/` itself. It imports everything and nothing imports it. */
export const composition: readonly string[] = ['app']

/** Files that no wall surrounds: tests, and what is made for them. */
export const isFree = (file: string) => /\.test\.ts$|\/story-fixture\.ts$/.test(file)

const wallOf = new Map(walls.map((wall) => [wall.folder, wall]))
const homes = new Set(walls.flatMap(({ packages = [] }) => packages))
const homeIn = (names: Iterable<string>, specifier: string) =>
  [...names].some((name) => specifier === name || specifier.startsWith(`${name}/`))

/** The one file of a pure folder that reads the disk: models shipped beside the code, which are code in another form. */
const modelReader = 'src/core/read-model.ts'

/** What a file of `src/` imports and may not, each as a line that says where and why; nothing for a file of the composition root. */
export function wallProblems(file: string, source: string): readonly string[] {
  const folder = /^src\/([^/]+)\//.exec(file)?.[1]
  if (folder === undefined || composition.includes(folder) || isFree(file)) return []
  const wall = wallOf.get(folder)
  if (!wall) return [`${file}: src/${folder} has no wall. Give it a line in test/walls.ts`]
  return importsOf(source).flatMap(({ specifier, line }) => {
    const why = whyRefused(wall, file, specifier)
    return why === undefined ? [] : [`${file}:${line} imports ${specifier}: ${why}`]
  })
}

function whyRefused(wall: Wall, file: string, specifier: string): string | undefined {
  const { folder, below = [], packages = [], isPure = false } = wall
  const path = fileOf(file, specifier)
  if (path !== undefined) {
    const [, other] = /^src\/([^/]+)\//.exec(path) ?? []
    if (other === folder || other === 'core' || (other !== undefined && below.includes(other))) return undefined
    return `${folder}/ may import from itself and lower layers only (see docs/notes/walls.md).`
  }
  if (file === modelReader && specifier === 'node:fs') return undefined
  if (specifier.startsWith('node:')) return isPure ? 'A station is pure: no node: modules.' : undefined
  if (homeIn(packages, specifier)) return undefined
  if (folder === 'core') return 'core imports nothing outside core.'
  return homeIn(homes, specifier)
    ? 'This package has another home folder (see docs/notes/walls.md).'
    : 'This package has no home folder yet: give it one in test/walls.ts.'
}
