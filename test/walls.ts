/** A folder of `src/`, what it may import beside itself and `core`, and the packages that have their home there. */
export type Wall = {
  readonly folder: string
  readonly below?: readonly string[]
  readonly packages?: readonly string[]
  /** No `node:`, no network, no environment, no timers. */
  readonly isPure?: boolean
  /** Files that the wall does not stand around, beside tests. */
  readonly apart?: readonly string[]
}

const station = (folder: string, ...packages: readonly string[]): Wall => ({ folder, packages, isPure: true })
const edge = (folder: string, ...packages: readonly string[]): Wall => ({ folder, packages })
const face = (folder: string, ...packages: readonly string[]): Wall => ({ folder, packages, below: ['operations'] })

const stations: readonly Wall[] = [
  station('feeds', 'htmlparser2', 'entities', 'iconv-lite', 'jschardet', 'postal-mime'),
  station('extract', '@mozilla/readability', 'parse5', 'sanitize-html', 'htmlparser2', 'entities', 'css-select'),
  station('analyze', 'eld'),
  station('syndicate'),
  station('cluster'),
  { ...station('story'), apart: ['src/story/story-fixture.ts'] },
  station('check'),
  station('ask'),
  station('discuss', 'markdown-it'),
  station('export', 'fflate'),
]
const edges: readonly Wall[] = [
  edge('http'),
  edge('credentials', '@passwordless-id/webauthn', 'openid-client', 'otpauth'),
  edge('delivery', 'nodemailer'),
  edge('letters', 'smtp-server'),
  edge('providers', 'ai', '@ai-sdk'),
  edge('store', 'kysely', 'pg'),
  edge('watch'),
]
const named = (walls: readonly Wall[]) => walls.map(({ folder }) => folder)
const beneath = [...named(stations), ...named(edges)]

/** The layers from below, as docs/notes/walls.md tells them. A folder added is a line added here, and `npm run walls`. */
export const walls: readonly Wall[] = [
  ...stations,
  ...edges,
  { folder: 'pipeline', below: beneath },
  { folder: 'operations', below: [...beneath, 'pipeline'], packages: ['zod'] },
  face('rest', 'hono', '@hono/node-server', 'zod'),
  face('greader', 'hono', '@hono/node-server'),
  face('fever', 'hono', '@hono/node-server'),
  face('miniflux', 'hono', '@hono/node-server'),
  face('mcp', '@modelcontextprotocol', 'zod'),
  face('cli', 'zod'),
  { ...face('web', 'hono', '@hono/node-server'), below: ['operations', 'export'] },
]

/** The composition root, which imports everything and is imported by nothing. */
const root = ['config.ts', 'context.ts', 'main.ts']
const globals = 'fetch process setTimeout setInterval setImmediate Buffer XMLHttpRequest WebSocket'.split(' ')
const noGlobals = {
  level: 'error',
  options: {
    deniedGlobals: Object.fromEntries(globals.map((name) => [name, 'A station is pure: take it as an argument.'])),
  },
}

/** The walls as `overrides` of Biome (`noRestrictedImports`, `noRestrictedGlobals`). */
export function wallRules(): readonly object[] {
  const core = [{ group: ['**', '!./*.ts', '!../core/*.ts'], message: 'core imports nothing outside core.' }]
  return [ruleOf('core', [], core, true), ...walls.map(wallRule)]
}

function wallRule({ folder, below = [], packages = [], isPure = false, apart = [] }: Wall): object {
  const folders = named(walls).filter((other) => other !== folder && !below.includes(other))
  const homes = [...new Set(walls.flatMap((wall) => wall.packages ?? []))].filter((name) => !packages.includes(name))
  return ruleOf(
    folder,
    apart,
    [
      {
        group: [
          ...folders.flatMap((name) => [`../${name}/**`, `../../${name}/**`]),
          ...root.flatMap((file) => [`../${file}`, `../../${file}`]),
        ],
        message: `${folder}/ may import from itself and lower layers only (see docs/notes/walls.md).`,
      },
      ...(isPure ? [{ group: ['node:*', 'node:*/**'], message: 'A station is pure: no node: modules.' }] : []),
      {
        group: homes.flatMap((name) => [name, `${name}/**`]),
        message: 'This package has another home folder (see docs/notes/walls.md).',
      },
    ],
    isPure,
  )
}

function ruleOf(folder: string, apart: readonly string[], patterns: readonly object[], isPure: boolean): object {
  const style = {
    noRestrictedImports: { level: 'error', options: { patterns } },
    ...(isPure && { noRestrictedGlobals: noGlobals }),
  }
  const includes = [`src/${folder}/**/*.ts`, ...[`src/${folder}/**/*.test.ts`, ...apart].map((file) => `!${file}`)]
  return { includes, linter: { rules: { style } } }
}
