import type { AdminView, Decision } from '../../operations/admin.ts'
import type { Reader } from '../reader.ts'
import { choiceText } from './choice-line.ts'
import { type Html, html, joined } from './html.ts'
import { foreign, languageAttributes } from './language.ts'
import { articlePath, choicePath, queryOf } from './links.ts'
import { when } from './time.ts'

const longest = 140

/** The log of what people corrected and moved, the latest first; each leads to where it can be taken back. */
export function decisions({ decisions }: AdminView, reader: Reader): Html {
  const { admin: words, labels } = reader.words
  if (decisions.length === 0) return html`<p class="note">${words.noDecisions}</p>`
  return html`<ul class="jobs">${decisions.map((decision) => html`<li>${line(decision)}<p class="small">${when(decision.at, reader)}</p></li>\n`)}</ul>
<p class="small"><a href="/labels">${labels.title}</a></p>`

  function line(decision: Decision): Html {
    if (decision.kind === 'choice') {
      const { choice } = decision
      return html`<p>${choiceText(choice, reader)}${choice.undoneAt !== undefined && html` <span class="tag plain">${words.undone}</span>`} <a href="${choicePath(choice.id)}">${reader.words.arranging.takeBack}</a></p>`
    }
    const { correction, title, sourceName, language } = decision
    const { exact } = correction.selector
    const short = exact.length > longest ? `${exact.slice(0, longest).toWellFormed()}…` : exact
    return html`<p class="words"${languageAttributes(language)}>${short}</p><p class="small"><b>${words.correctionKinds[correction.verdict.kind]}</b> · <a href="${articlePath(correction.articleId)}">${joined([sourceName && foreign(sourceName), title && foreign(title, language)], ': ')}</a> · <a href="/labels${queryOf({ article: correction.articleId })}">${labels.correctThis}</a></p>`
  }
}
