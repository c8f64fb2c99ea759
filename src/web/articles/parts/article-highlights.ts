import type { Block } from '../../../core/document.ts'
import { type Highlight, highlightColors } from '../../../core/marks.ts'
import type { ArticleView } from '../../../operations/views.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html, languageAttributes } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'
import type { Mark } from './marked-text.ts'

/** The words of each highlight in its color, with the color's name. */
export function highlightMarks({ marks }: ArticleView, { words }: Reader): readonly Mark[] {
  return (marks?.highlights ?? []).flatMap(({ span, highlight: { color } }) =>
    span
      ? [
          {
            ...span,
            rank: 4,
            wrap: (content) =>
              html`<mark class="highlighted ${color}" title="${words.marking.highlightedIn[color]}">${content}</mark>`,
          },
        ]
      : [],
  )
}

/** The highlights that end in a block, listed under it in words, so that none is shown by its color alone. */
export function highlightsUnder(block: Block, { marks }: ArticleView, reader: Reader): Html {
  const ended = (marks?.highlights ?? []).filter(({ span }) => span && span.end > block.start && span.end <= block.end)
  if (ended.length === 0) return html``
  return html`<ul class="highlights" lang="${reader.language}" dir="${reader.words.direction}">${ended.map(({ highlight }) => html`<li>${highlightTools(highlight, reader)}</li>`)}</ul>`
}

/** Highlights whose words are not in the text shown. */
export function lostHighlights({ marks, document }: ArticleView, reader: Reader): Html {
  const lost = (marks?.highlights ?? []).filter(({ span }) => span === undefined)
  if (lost.length === 0) return html``
  return html`<section class="lost-notes" aria-labelledby="lost-highlights-h"><h2 id="lost-highlights-h">${reader.words.marking.lostHighlights}</h2>${lost.map(
    ({ highlight }) =>
      html`<blockquote${languageAttributes(document.language)}><p>${highlight.selector.exact}</p></blockquote>${highlightTools(highlight, reader)}`,
  )}</section>
`
}

/** The name of a highlight, and the button that removes it. */
export function highlightTools({ id, color, selector }: Highlight, reader: Reader): Html {
  const { marking } = reader.words
  const exact =
    selector.exact.length > 40 ? `${selector.exact.slice(0, 40).replace(/[\ud800-\udbff]$/, '')}…` : selector.exact
  return html`<span class="small"><span class="swatch ${color}" aria-hidden="true"></span> ${marking.highlightedIn[color]}</span> ${buttonForm(
    reader,
    {
      action: '/highlights/remove',
      fields: { id },
      label: marking.unhighlight,
      variant: 'quiet',
      button: html` aria-label="${marking.unhighlight}${reader.words.colon}${exact}"`,
    },
  )}`
}

/** The colors of a highlight: buttons of the form that selects the words. */
export function highlightChoice(reader: Reader): Html {
  const { marking } = reader.words
  return html`<fieldset class="highlight-in"><legend>${marking.highlightIn}</legend>${highlightColors.map(
    (color) =>
      html`<button class="btn" formaction="/highlights" formnovalidate name="color" value="${color}"><span class="swatch ${color}" aria-hidden="true"></span> ${marking.colors[color]}</button> `,
  )}</fieldset>`
}
