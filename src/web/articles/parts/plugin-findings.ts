import { defined } from '../../../core/defined.ts'
import type { PluginFinding } from '../../../core/layers.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

const shown = 6
/** Longer passages are cut on the page; their link opens all of it. */
const longest = 220

/** What plugins found in an article, each with its place; empty when they found nothing. */
export function pluginFindings({ annotations, article, document, isCurrent }: ArticleView, reader: Reader): Html {
  const found = Object.entries(annotations).flatMap(([layer, made]) => {
    const name = /^plugin:(.+)$/.exec(layer)?.[1]
    return name !== undefined && made && made.items.length > 0
      ? [{ name, items: made.items as readonly PluginFinding[] }]
      : []
  })
  if (found.length === 0) return html``
  const { plugins: words } = reader.words
  return section(
    'plugins',
    words.title,
    html`<p class="note">${words.note}</p>${found.map(
      ({ name, items }) => html`<h3><bdi>${name}</bdi></h3>
<ul class="stated">${items.slice(0, shown).map(line)}</ul>${
        items.length > shown &&
        html`<details class="rest"><summary>${reader.words.more(items.length - shown)}</summary>
<ul class="stated">${items.slice(shown).map(line)}</ul></details>`
      }`,
    )}`,
  )

  function line({ span: { start, end }, label }: PluginFinding): Html {
    const path = articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), start, end })
    const cut = Math.min(end, start + longest)
    const words = html`${document.text.slice(start, cut).toWellFormed()}${cut < end && '…'}`
    return html`<li><a href="${path}">${foreign(words, document.language)}</a> <small><bdi>${label}</bdi></small></li>
`
  }
}
