import { nth } from '../../../core/nth.ts'
import type { ApiField, ApiReference, ApiRoute } from '../../../core/reading/api-reference.ts'
import { type Html, html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

type Area = ApiReference['areas'][number]

/** Every API route by area; how programs sign in, and what can go wrong. */
export function apiPage(reference: ApiReference, reader: Reader): string {
  const { api: words } = reader.words
  const body = html`<article class="api single"><header class="pagehead"><h1>${words.title}</h1><p>${words.lead}</p></header>
<p class="acts"><a class="btn" href="/api/v1/openapi.json">OpenAPI 3.1</a><a class="btn" href="/settings/tokens">${words.tokens}</a></p>
<pre dir="ltr">${reference.example}</pre>
<p class="note">${words.limits(reference.perMinute)}</p>
${reference.areas.map((area) => areaInShort(area, reader))}
${section('problems', words.problems, problems(reference))}
</article>
`
  return layout(reader, { title: words.title, body })
}

/** One area: each of its routes with its input and its answer. */
export function apiAreaPage(area: Area, reader: Reader): string {
  const { api: words } = reader.words
  const body = html`<article class="api single"><div class="crumb"><a class="kick" href="/api">${words.title}</a></div>
<h1>${words.areas[area.name as keyof typeof words.areas] ?? area.name}</h1>
<p class="line" lang="en" dir="ltr">${area.about}</p>
${reader.language !== 'en' && html`<p class="note">${words.inEnglish}</p>`}
${area.routes.map((route) => routeInFull(route, reader))}
</article>
`
  return layout(reader, {
    title: `${words.title}${reader.words.colon}${words.areas[area.name as keyof typeof words.areas] ?? area.name}`,
    body,
  })
}

function areaInShort({ name, routes }: Area, reader: Reader): Html {
  const { api: words } = reader.words
  const path = `/api/areas/${name}`
  return section(
    `area-${name}`,
    html`<a href="${path}">${words.areas[name as keyof typeof words.areas] ?? name}</a>`,
    html`<ul class="api-list" lang="en" dir="ltr">${routes.map(
      (
        route,
      ) => html`<li><a href="${path}#${anchorOf(route)}">${route.method} ${route.path}</a> <small>${inShort(route.summary)}</small></li>
`,
    )}</ul>`,
  )
}

/** The first sentence only: its area has the rest. */
function inShort(summary: string): string {
  return nth(summary.split(/[;:] /), 0)
}

/** The end of its link text, so that a long list compresses well. */
function anchorOf({ method, path }: ApiRoute): string {
  return `${method}${path}`
}

function routeInFull(route: ApiRoute, reader: Reader): Html {
  const { api: words } = reader.words
  return section(
    anchorOf(route),
    html`<code dir="ltr"><b>${route.method}</b> ${route.path}</code>`,
    html`<p lang="en" dir="ltr">${route.summary}</p>
<p class="small">${words.needs}${reader.words.colon}${route.scope === undefined ? words.noToken : reader.words.accounts.scopes[route.scope]} · ${words.answers}${reader.words.colon}${route.answer === undefined ? words.nothing : html`<code dir="ltr">${route.answer}</code>`}</p>
${route.fields.length > 0 && html`<dl class="api-fields">${route.fields.map((field) => fieldLine(field, reader))}</dl>`}`,
  )
}

function fieldLine({ name, place, isRequired, values, meaning }: ApiField, reader: Reader): Html {
  const { api: words } = reader.words
  return html`<div><dt dir="ltr"><code><b>${name}</b></code></dt><dd><span class="small">${words.places[place]}${isRequired && html` · ${words.required}`} · <code dir="ltr">${values}</code></span><br><span lang="en" dir="ltr">${meaning}</span></dd></div>
`
}

function problems({ problems: all }: ApiReference): Html {
  return html`<dl class="api-fields">${all.map(
    ({
      id,
      code,
      title,
    }) => html`<div id="${id}"><dt dir="ltr"><code><b>${String(code)}</b> ${id}</code></dt><dd lang="en" dir="ltr">${title}</dd></div>
`,
  )}</dl>`
}
