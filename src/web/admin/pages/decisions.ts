import type { AdminView, Decision } from '../../../operations/admin/admin.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { articlePath, choicePath, queryOf } from '../../layout/links.ts'
import { settingsPageOf } from '../../layout/settings-frame.ts'
import { when } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { choiceText } from '../../stories/parts/choice-line.ts'

/** What people corrected, moved or merged, latest first. */
export function decisionsPage(view: AdminView, reader: Reader): string {
  const { admin: words, frame } = reader.words
  const parent = { path: '/server', name: frame.places.server }
  return settingsPageOf(reader, {
    in: 'server',
    title: words.sections.decisions,
    parent,
    body: decisions(view, reader),
  })
}

const longest = 140

/** The log of corrections and merges, latest first; each links to where it can be undone. */
function decisions({ decisions }: AdminView, reader: Reader): Html {
  const { admin: words, labels } = reader.words
  if (decisions.length === 0) return html`<p class="note">${words.noDecisions}</p>`
  return html`<ul class="failing">${decisions.map((decision) => html`<li>${line(decision)}<p class="small">${when(decision.at, reader)}</p></li>\n`)}</ul>
<p class="small"><a href="/labels">${labels.title}</a></p>`

  function line(decision: Decision): Html {
    if (decision.kind === 'choice') {
      const { choice } = decision
      return html`<p>${choiceText(choice, reader)}${choice.undoneAt !== undefined && html` <span class="tag plain">${words.undone}</span>`} <a href="${choicePath(choice.id)}">${reader.words.undo}</a></p>`
    }
    const { correction, title, sourceName, language } = decision
    const { exact } = correction.selector
    const short = exact.length > longest ? `${exact.slice(0, longest).toWellFormed()}…` : exact
    return html`<p class="words"${languageAttributes(language)}>${short}</p><p class="small"><b>${words.correctionKinds[correction.verdict.kind]}</b> · <a href="${articlePath(correction.articleId)}">${joined([sourceName && foreign(sourceName), title && foreign(title, language)], ': ')}</a> · <a href="/labels${queryOf({ article: correction.articleId })}">${labels.correctThis}</a></p>`
  }
}
