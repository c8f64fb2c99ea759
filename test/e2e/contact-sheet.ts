import { html } from '../../src/web/layout/html.ts'

export type Picture = {
  readonly name: string
  readonly path: string
  readonly width: number
  readonly theme: 'light' | 'dark'
  readonly language: string
  readonly file: string
}

/** One page with all pictures, a row for each page and a column for each look. */
export function contactSheet(
  pictures: readonly Picture[],
  looks: {
    readonly widths: readonly number[]
    readonly themes: readonly string[]
    readonly languages: readonly string[]
  },
): string {
  const rows = [...Map.groupBy(pictures, ({ name }) => name)]
  return String(html`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${pictures.length} pictures</title>
<style>
body { margin: 1rem; font: 14px/1.4 sans-serif; background: #777; color: #fff; }
h2 { font-size: 1rem; margin: 1.5rem 0 .4rem; } h2 small { font-weight: 400; } a { color: inherit; }
.row { display: flex; gap: .5rem; overflow-x: auto; align-items: start; } figure { margin: 0; flex: none; }
img { display: block; height: 24rem; width: auto; max-width: none; object-fit: cover; object-position: top; }
nav a { margin-inline-end: .8rem; }
</style></head><body>
<p>${looks.widths.join(', ')} pixels · ${looks.themes.join(', ')} · ${looks.languages.join(', ')}</p>
<nav>${rows.map(([name]) => html`<a href="#${name}">${name}</a> `)}</nav>
${rows.map(
  ([name, taken]) => html`<h2 id="${name}">${name} <small>${taken[0]!.path}</small></h2>
<div class="row">${taken.map(
    ({ file, width, theme, language }) =>
      html`<figure><a href="${file}"><img src="${file}" alt="${name}, ${width} pixels, ${theme}, ${language}" loading="lazy"></a><figcaption>${width} ${theme} ${language}</figcaption></figure>`,
  )}</div>
`,
)}</body></html>
`)
}
