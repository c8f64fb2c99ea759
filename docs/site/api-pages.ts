import { type Html, html, type Piece } from '../../src/web/layout/html.ts'
import { framePage, type LinkTo, type SiteFiles } from './frame.ts'
import type { SearchEntry } from './search-pages.ts'

type Schema = {
  readonly $ref?: string
  readonly type?: string | readonly string[]
  readonly const?: unknown
  readonly enum?: readonly unknown[]
  readonly anyOf?: readonly Schema[]
  readonly items?: Schema
  readonly properties?: Readonly<Record<string, Schema>>
  readonly additionalProperties?: boolean | Schema
  readonly required?: readonly string[]
  readonly description?: string
  readonly maxLength?: number
  readonly minimum?: number
  readonly maximum?: number
}
type Content = Readonly<Record<string, { readonly schema?: Schema }>>
type Operation = {
  readonly summary: string
  readonly tags: readonly string[]
  readonly security?: readonly Readonly<Record<string, readonly string[]>>[]
  readonly parameters?: readonly {
    readonly name: string
    readonly in: string
    readonly required?: boolean
    readonly description?: string
    readonly schema: Schema
  }[]
  readonly requestBody?: { readonly content: Content }
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>
}
/** What we read of an OpenAPI document, as our own server writes it. */
export type OpenApi = {
  readonly info: { readonly version: string; readonly summary: string; readonly description: string }
  readonly tags: readonly { readonly name: string; readonly description: string }[]
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> }
}
type Route = { readonly id: string; readonly method: string; readonly path: string; readonly operation: Operation }
type Area = { readonly name: string; readonly about: string; readonly routes: readonly Route[] }

/** The reference of the API: an overview, a page for each area with its routes and types, and the types that several areas share. */
export function addApi(files: SiteFiles, api: OpenApi): readonly SearchEntry[] {
  const areas = api.tags.map(({ name, description }) => ({ name, about: description, routes: routesOf(api, name) }))
  const homes = homesOfTypes(api, areas)
  const typeLink = (link: LinkTo) => (type: string) => link(`${homes.get(type) ?? 'api/types.html'}#type-${type}`)
  const typesAt = (path: string) => [...homes].filter(([, home]) => home === path).map(([type]) => type)
  files.set('api/openapi.json', JSON.stringify(api))
  files.set('api/index.html', overview(api, areas))
  for (const area of areas)
    add(pathOf(area), area.name, (link) => [
      html`<p>${area.about}</p>`,
      area.routes.map((route) => routeInFull(route, typeLink(link))),
    ])
  add('api/types.html', 'types', () => html`<p>What several areas answer with.</p>`)
  return areas.flatMap((area) =>
    area.routes.map(({ id, method, path, operation }) => ({
      path: `${pathOf(area)}#${id}`,
      title: `${method} ${path}`,
      page: `API: ${area.name}`,
      text: operation.summary,
    })),
  )

  function add(path: string, name: string, routes: (link: LinkTo) => Piece): void {
    const types = typesAt(path)
    const body = (
      link: LinkTo,
    ) => html`<article class="api single"><div class="crumb"><a class="kick" href="${link('api/index.html')}">API</a></div>
<h1>${capital(name)}</h1>
${routes(link)}
${types.map((type) => typeInFull(type, api.components.schemas[type]!, typeLink(link)))}</article>
`
    files.set(path, framePage({ path, title: `API: ${name}`, place: 'api', body }))
  }
}

const pathOf = ({ name }: Pick<Area, 'name'>) => `api/${name}.html`

function routesOf(api: OpenApi, tag: string): readonly Route[] {
  return Object.entries(api.paths).flatMap(([path, operations]) =>
    Object.entries(operations)
      .filter(([, { tags }]) => tags.includes(tag))
      .map(([method, operation]) => ({
        id: `${method}${path.replaceAll(/[^\w]+/g, '-').replace(/-$/, '')}`,
        method: method.toUpperCase(),
        path,
        operation,
      })),
  )
}

/** The page of each type: that of the one area which uses it, or the page for what several share. */
function homesOfTypes(api: OpenApi, areas: readonly Area[]): ReadonlyMap<string, string> {
  const users = new Map<string, Set<string>>()
  for (const area of areas) {
    const open = namesIn(area.routes.map(({ operation }) => operation))
    for (let type = open.pop(); type !== undefined; type = open.pop()) {
      const known = users.get(type) ?? new Set()
      if (known.has(pathOf(area))) continue
      users.set(type, known.add(pathOf(area)))
      open.push(...namesIn(api.components.schemas[type]))
    }
  }
  return new Map(
    Object.keys(api.components.schemas)
      .sort()
      .map((type) => {
        const [only, ...others] = users.get(type) ?? []
        return [type, only && others.length === 0 ? only : 'api/types.html']
      }),
  )
}

function namesIn(value: unknown): string[] {
  return [...JSON.stringify(value).matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name = '']) => name)
}

function overview(api: OpenApi, areas: readonly Area[]): string {
  const path = 'api/index.html'
  const body = (link: LinkTo) => html`<article class="api single"><h1>API</h1>
<p>${api.info.summary}</p>
<p class="note">${withCode(api.info.description)}</p>
<p class="acts"><a class="btn" href="${link('api/openapi.json')}">OpenAPI 3.1</a><a class="btn" href="${link('guide/api.html')}">How to use it</a></p>
<pre>curl -H &quot;Authorization: Bearer $TOKEN&quot; http://127.0.0.1:7180/api/v1/today</pre>
${areas.map(
  (
    area,
  ) => html`<section><h2 id="${area.name}"><a href="${link(pathOf(area))}">${capital(area.name)}</a></h2><p class="note">${area.about}</p>
<ul class="api-list">${area.routes.map(
    ({ id, method, path, operation }) =>
      html`<li><a href="${link(`${pathOf(area)}#${id}`)}">${method} ${path}</a> <small>${operation.summary}</small></li>
`,
  )}</ul></section>
`,
)}</article>
`
  return framePage({ path, title: 'API', place: 'api', body })
}

type TypeLink = (type: string) => string

function routeInFull({ id, method, path, operation }: Route, typeLink: TypeLink): Html {
  const scopes = (operation.security ?? []).flatMap((one) => Object.values(one).flat())
  const answer = operation.responses['200']?.content
  const bodies = Object.entries(operation.requestBody?.content ?? {})
  return html`<section><h2 id="${id}"><code>${method} ${path}</code></h2>
<p>${operation.summary}</p>
<p class="small">${scopes.length > 0 ? html`Scope: ${scopes.join(', ')}` : 'No token'} · Answer: ${answer ? contentOf(answer, typeLink) : 'nothing'}</p>
${(operation.parameters ?? []).length > 0 && html`<dl class="api-fields">${operation.parameters?.map((one) => field(one.name, one.schema, `in the ${one.in}`, one.required === true, one.description, typeLink))}</dl>`}
${bodies.map(([kind, { schema }]) => html`<p class="small">Body: <code>${kind}</code></p>${schema && members(schema, typeLink)}`)}</section>
`
}

function contentOf(content: Content, typeLink: TypeLink): Piece {
  return Object.entries(content).map(([kind, { schema }]) =>
    kind === 'application/json' && schema
      ? html`<code>${typeOf(schema, typeLink)}</code> `
      : html`<code>${kind}</code> `,
  )
}

function typeInFull(name: string, schema: Schema, typeLink: TypeLink): Html {
  return html`<section><h2 id="type-${name}"><code>${name}</code></h2>
${schema.description && html`<p>${withCode(schema.description)}</p>`}${members(schema, typeLink)}</section>
`
}

/** The fields of an object, or what else a type may be. */
function members(schema: Schema, typeLink: TypeLink): Html {
  const fields = Object.entries(schema.properties ?? {})
  if (fields.length > 0)
    return html`<dl class="api-fields">${fields.map(([name, one]) =>
      field(name, one, undefined, schema.required?.includes(name) === true, one.description, typeLink),
    )}</dl>`
  const forms = schema.anyOf ?? []
  if (forms.some(({ properties }) => properties)) return html`${forms.map((form) => members(form, typeLink))}`
  return html`<p class="small"><code>${typeOf(schema, typeLink)}</code></p>`
}

function field(
  name: string,
  schema: Schema,
  place: string | undefined,
  isRequired: boolean,
  meaning: string | undefined,
  typeLink: TypeLink,
): Html {
  const inner = schema.items?.properties ? schema.items : schema
  const nested = inner.properties && members(inner, typeLink)
  return html`<div><dt><code><b>${name}</b></code> <span class="small">${place && `${place} · `}${!isRequired && 'optional · '}<code>${typeOf(schema, typeLink)}</code></span></dt><dd>${meaning && withCode(meaning)}${nested}</dd></div>
`
}

/** A type in one line. */
function typeOf(schema: Schema, typeLink: TypeLink): Piece {
  const name = schema.$ref?.split('/').at(-1)
  if (name !== undefined) return html`<a href="${typeLink(name)}">${name}</a>`
  if (schema.const !== undefined) return JSON.stringify(schema.const)
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(' | ')
  if (schema.anyOf) return schema.anyOf.map((one, at) => html`${at > 0 && ' | '}${typeOf(one, typeLink)}`)
  if (schema.items) return html`list of ${typeOf(schema.items, typeLink)}`
  if (typeof schema.additionalProperties === 'object')
    return html`{ name: ${typeOf(schema.additionalProperties, typeLink)} }`
  const limits = [
    schema.maxLength !== undefined && `≤ ${schema.maxLength} characters`,
    schema.minimum !== undefined && `≥ ${schema.minimum}`,
    schema.maximum !== undefined && schema.maximum < Number.MAX_SAFE_INTEGER && `≤ ${schema.maximum}`,
  ].filter(Boolean)
  return [[schema.type ?? 'anything'].flat().join(' | '), ...limits].join(' ')
}

/** Words between backquotes are code. */
function withCode(text: string): Piece {
  return text.split('`').map((part, at) => (at % 2 === 0 ? part : html`<code>${part}</code>`))
}

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1)
}
