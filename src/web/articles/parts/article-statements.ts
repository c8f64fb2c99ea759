import { defined } from '../../../core/defined.ts'
import type { Span } from '../../../core/span.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { foreign, type Html, html, type Piece } from '../../layout/html.ts'
import { articlePath } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

type Stated = ArticleView['stated']

const shown = 4
/** Longer passages are cut on the page; their link opens all of it. */
const longest = 220

/** What the article promises, denies and counts, in its own words, each linked to its place; empty when nothing was found. */
export function statementsSection(view: ArticleView, reader: Reader): Html {
  const { document, article, isCurrent, stated } = view
  const words = reader.words.stated
  const { promises, denials, figures } = stated
  return html`${group('promises', promises.map(promise))}${group('denials', denials.map(denial))}${group('figures', figures.map(figure))}`

  function group(kind: 'promises' | 'denials' | 'figures', lines: readonly Html[]): Html {
    const rest = lines.slice(shown)
    if (lines.length === 0) return html``
    return section(
      kind,
      kind === 'promises' ? reader.words.commitments : words[kind],
      html`<ul class="stated${kind === 'figures' && ' fig'}">${lines.slice(0, shown)}</ul>${
        rest.length > 0 &&
        html`<details class="rest"><summary>${reader.words.more(rest.length)}</summary>
<ul class="stated">${rest}</ul></details>`
      }`,
    )
  }

  function promise({ span, by, reportedBy }: Stated['promises'][number]): Html {
    const name = by && html`<small>${!by.isSure && html`${reader.words.probably} `}${foreign(by.name)}</small>`
    const reporter = reportedBy && html`<small>${words.saidBy} ${placeOf(reportedBy)}</small>`
    return html`<li>${placeOf(span)}${name && html` ${name}`}${reporter && html` ${reporter}`}</li>
`
  }

  function denial({ span, denied }: Stated['denials'][number]): Html {
    return html`<li>${placeOf(span)}${denied && html` <small>${words.about} ${placeOf(denied)}</small>`}</li>
`
  }

  function figure({ span, number }: Stated['figures'][number]): Html {
    const { text } = document
    const content = html`${text.slice(span.start, number.start)}<b>${text.slice(number.start, number.end)}</b>${text.slice(number.end, span.end)}`
    return html`<li>${link(span, content)}</li>
`
  }

  function placeOf(span: Span): Html {
    const end = Math.min(span.end, span.start + longest)
    return link(span, html`${document.text.slice(span.start, end).toWellFormed()}${end < span.end && '…'}`)
  }

  function link({ start, end }: Span, content: Piece): Html {
    const path = articlePath(article.id, { ...defined({ revision: isCurrent ? undefined : document.id }), start, end })
    return html`<a href="${path}">${foreign(content, document.language)}</a>`
  }
}
