import { textOf } from '../../core/document.ts'
import type { ArticleView } from '../../operations/views.ts'
import type { Reader } from '../reader.ts'
import { wordsNotIn } from './diff-words.ts'
import { type Html, html } from './html.ts'
import { languageAttributes } from './language.ts'
import { markedText } from './marked-text.ts'
import { section } from './section.ts'

const rowsShown = 40

/** What a revision changed, before and after side by side with the words marked; on narrow pages one under the other. */
export function changedPart({ changes, document }: ArticleView, reader: Reader): Html {
  const { before: wasLabel, after: isLabel, none, more } = reader.words.articlePage.changed
  const rows = changes?.rows ?? []
  if (rows.length === 0) return html``
  const language = languageAttributes(document.language)
  const side = (label: string, text: string | undefined, other: string | undefined, tag: 'del' | 'ins') =>
    html`<div><p class="who">${label}</p>${
      text === undefined
        ? html`<p class="small">${none}</p>`
        : html`<p class="words"${language}>${marked(text, other, tag)}</p>`
    }</div>`
  return section(
    'changed',
    reader.words.changes,
    html`${rows.slice(0, rowsShown).map((row) => {
      const after = row.after && textOf(document, row.after)
      return html`<div class="clash">${side(wasLabel, row.before, after, 'del')}
${side(isLabel, after, row.before, 'ins')}</div>
`
    })}${rows.length > rowsShown && html`<p class="note">${more(rows.length - rowsShown)}</p>`}`,
  )
}

/** Words that the other side has not; all of them where there is no other side. */
function marked(text: string, other: string | undefined, tag: 'del' | 'ins'): Html {
  const spans = other === undefined ? [{ start: 0, end: text.length }] : wordsNotIn(other, text)
  return markedText(
    text,
    { start: 0, end: text.length },
    spans.map((span) => ({
      ...span,
      rank: 0,
      wrap: (content) => (tag === 'del' ? html`<del>${content}</del>` : html`<ins>${content}</ins>`),
    })),
  )
}
