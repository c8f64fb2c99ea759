import type { LabelsView } from '../../../operations/articles/label-views.ts'
import { foreign, type Html, html, joined, languageAttributes } from '../../layout/html.ts'
import { labelItem, undoForm, wordsForm } from '../../layout/label-form.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath, queryOf } from '../../layout/links.ts'
import { section } from '../../layout/section.ts'
import type { Reader } from '../../reader.ts'

/** Quotations whose speaker a person can correct: the least certain first, or those of one article; and corrections already made. */
export function labelsPage(view: LabelsView, reader: Reader, problem?: string): string {
  const words = reader.words.labels
  const { article } = view
  const body = html`<header class="pagehead"><h1>${words.title}</h1></header>
<div class="cols"><div>
${problem && html`<p class="notice warn" role="alert"><b>${words.notSaved}</b>${reader.words.colon}<span dir="auto">${problem}</span></p>`}${
  article
    ? html`<p class="small">${foreign(article.sourceName)} · <a href="${articlePath(article.id)}">${foreign(article.title, article.language)}</a> · <a href="/labels">${reader.words.asking.everywhere}</a></p>`
    : ''
}
${section('check', article ? words.ofArticle : words.toCheck, quotes(view, reader), (article ? view.quotes.length : view.doubtfulCount) || undefined)}
${article && section('words', words.otherWords, html`<p class="note">${words.otherWordsNote}</p>${wordsForm(article.id, reader)}`)}
</div>
<aside aria-label="${reader.words.progress}">${section('labeled', reader.words.progress, progress(view, reader))}
${view.corrections.length > 0 && section('corrected', words.corrected, corrected(view, reader))}
</aside></div>
`
  return layout(reader, { title: words.title, place: 'server', body })
}

function quotes({ quotes, article }: LabelsView, reader: Reader): Html {
  const words = reader.words.labels
  if (quotes.length > 0) return html`<ol class="labels">${quotes.map((quote) => labelItem(quote, reader))}</ol>`
  if (article) return html`<p class="note">${words.noQuotes}</p>`
  return html`<p>${words.nothingToCheck}</p>`
}

function progress({ count, article, doubtfulCount }: LabelsView, reader: Reader): Html {
  const words = reader.words.labels
  return html`<p role="status"><b>${words.labeled(count)}</b>${!article && html` · ${words.left(doubtfulCount)}`}</p>${
    count > 0 &&
    html`
<p class="actions"><a class="btn" href="/labels.jsonl" download>${words.download}</a></p>`
  }`
}

function corrected({ corrections, article, next }: LabelsView, reader: Reader): Html {
  const older = queryOf({ article: article?.id, cursor: next })
  return html`<ul class="jobs">${corrections.map((row) => correctedItem(row, reader))}
</ul>${next && html`<p class="older"><a rel="next" href="/labels${older}">${reader.words.olderEntries}</a></p>`}`
}

function correctedItem(
  { correction, doesApply, title, sourceName, language }: LabelsView['corrections'][number],
  reader: Reader,
): Html {
  const words = reader.words.labels
  const { selector, verdict, articleId } = correction
  const short = selector.exact.length > 120 ? `${selector.exact.slice(0, 120).toWellFormed()}…` : selector.exact
  return html`<li>
<p class="words"${languageAttributes(language)}>${short}</p>
<p class="small"><b>${verdictWords(verdict)}</b>${!doesApply && html` · <span class="bad">${words.waits}</span>`}
${title && html` · <a href="${articlePath(articleId)}">${joined([sourceName && foreign(sourceName), foreign(title, language)], ': ')}</a>`}</p>
${undoForm(correction.id, selector.exact, reader)}
</li>
`

  function verdictWords(given: typeof verdict): Html | string {
    switch (given.kind) {
      case 'speaker':
      case 'quote':
        return given.speaker ? html`${reader.words.find.saidBy} ${foreign(given.speaker.name)}` : words.nobody
      case 'not-a-quote':
        return words.notAQuote
      case 'name':
        return given.entity ? html`${words.nameIs}${reader.words.colon}${foreign(given.entity.name)}` : words.noName
    }
  }
}
