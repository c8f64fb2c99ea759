import type { ArticleView } from '../../../operations/views.ts'
import { backField } from '../../layout/forms.ts'
import { type Html, html, type Piece } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { menu } from '../../layout/menu.ts'
import type { Reader } from '../../reader.ts'
import { chosenLook, type ReadingChoice, type readingChoices } from '../reading-look.ts'
import { isCopied } from './copied-blocks.ts'

/**
 * “Aa”: how articles look on this device. The style sheet reads the checked inputs, so a choice shows at once; a script sends the form,
 * and without script it has a button.
 */
export function lookMenu(reader: Reader): Html {
  const { articlePage, settings, themes, save } = reader.words
  const { look } = articlePage
  const chosen = chosenLook(reader.reading, reader.preferences)
  const sizes = settings.values.textSize
  return menu(
    html`<form method="post" action="/reading-look" data-look>${backField(reader)}
${group('size', look.size, { small: sizes.small, medium: sizes.medium, large: sizes.large, xl: 'XL' })}
${group('width', look.width, look.widths)}
${group('height', look.height, look.heights)}
${group('typeface', look.typeface, settings.values.typeface)}
${group('paper', look.paper, { auto: themes.auto, light: themes.light, sepia: look.sepia, dark: themes.dark })}
<p class="nosc"><button class="btn main">${save}</button></p></form>`,
    { label: 'Aa', name: articlePage.textSettings, look: 'btn aa', isAtEnd: true, also: 'looks' },
  )

  function group<Name extends ReadingChoice>(
    name: Name,
    title: string,
    labels: Readonly<Record<(typeof readingChoices)[Name][number], string>>,
  ): Html {
    const values = Object.keys(labels) as (typeof readingChoices)[Name][number][]
    return html`<fieldset><legend class="ph">${title}</legend><div class="set">${values.map(
      (value) =>
        html`<label${name === 'paper' && html` class="sw ${value}"`}><input type="radio" name="${name}" value="${value}" id="${name}-${value}"${chosen[name] === value && html` checked`}>${labels[value]}</label>`,
    )}</div></fieldset>`
  }
}

/** “Show in text”: marks in the text, all off at first; the style sheet reads the boxes. Absent when there is nothing to mark. */
export function marksMenu(view: ArticleView, reader: Reader): Html {
  const { articlePage, number, changes } = reader.words
  const copied = view.syndications.filter((one) => isCopied(one, view)).flatMap(({ passages }) => passages)
  const quotes = (view.annotations.quotes?.items ?? []).filter(({ kind }) => kind !== 'indirect')
  const rows = [
    row('copied', articlePage.copied, copied.filter(({ isQuotation }) => !isQuotation).length),
    row('quotes', articlePage.quotations, quotes.length),
    row('changes', changes, view.changes?.rows?.length ?? 0),
  ].filter((one) => one !== undefined)
  if (rows.length === 0) return html``
  return menu(rows, { label: labeled('eye', articlePage.showInText), look: 'btn', isAtEnd: true })

  function row(name: string, label: string, count: number): Html | undefined {
    if (count === 0) return undefined
    return html`<label class="row"><input type="checkbox" id="show-${name}" autocomplete="off">${label}<span class="n">${number(count)}</span></label>`
  }
}

/** An icon with its words, which a phone leaves to screen readers. */
export function labeled(name: Parameters<typeof icon>[0], words: Piece): Html {
  return html`${icon(name)}<span class="lb">${words}</span>`
}
