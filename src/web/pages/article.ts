import type { ArticleView } from '../../operations/views.ts'
import { articleAside } from '../parts/article-aside.ts'
import { lostNotes } from '../parts/article-notes.ts'
import { articleText } from '../parts/article-text.ts'
import { entryMarks } from '../parts/entry-marks.ts'
import { type Html, html, joined } from '../parts/html.ts'
import { foreign, languageAttributes } from '../parts/language.ts'
import { layout } from '../parts/layout.ts'
import { articlePath, entryPath, hostOf, isWebUrl, outLink, sourcePath } from '../parts/links.ts'
import { alwaysForm, pictureFigure, picturesOf } from '../parts/picture.ts'
import { readAloud } from '../parts/read-aloud.ts'
import { saveButton } from '../parts/save-button.ts'
import { shareButton } from '../parts/share-button.ts'
import { absolute, when } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** One article: its text as extracted, what it is worth, and where its words come from. */
export function articlePage(view: ArticleView, reader: Reader): string {
  const { words } = reader
  const { article, document } = view
  const body = html`<div class="cols"><article class="article" data-item>
${labels(view, reader)}
<h1${languageAttributes(document.language)}>${document.title}</h1>
${byline(view, reader)}
${!view.isCurrent && html`<p class="notice">${words.notCurrent} <a href="${articlePath(article.id)}">${words.seeCurrent}</a></p>`}${completenessNotice(view, reader)}
${leadPicture(view, reader)}
${articleText(view, reader)}${lostNotes(view, reader)}
<p class="footnote">${outLink(article.url, html`${words.readOriginal}: ${foreign(hostOf(article.url))}`)}
${view.entry && html` · <a href="${entryPath(view.entry.id)}">${words.feedText}</a>`}</p>
</article><aside aria-label="${words.sources}">
${articleAside(view, reader)}
</aside></div>
`
  // Told apart from the story of the same headline, in tabs and bookmarks.
  const text = `${view.source.name} · ${absolute(article.publishedAt, reader)}`
  const card = { title: document.title, text, path: articlePath(article.id) }
  return layout(reader, { title: `${document.title} · ${view.source.name}`, body, card })
}

function labels({ article, source }: ArticleView, reader: Reader): Html {
  const { words } = reader
  return html`<p class="kicker">${joined(
    [
      html`<a href="${sourcePath(source.id)}">${foreign(source.name)}</a>`,
      article.section && foreign(article.section),
      article.kind !== 'article' && words.kinds[article.kind],
      words.completeness[article.completeness.kind],
    ],
    ' · ',
  )}</p>`
}

function byline({ article, entry, document, marks }: ArticleView, reader: Reader): Html {
  const { words } = reader
  return html`<ul class="facts">${article.authors.length > 0 && html`<li>${words.by} <b>${foreign(article.authors.join(', '))}</b></li>`}${article.credit && html`<li>${words.credit}: ${foreign(article.credit)}</li>`}
<li>${when(article.publishedAt, reader)}</li>${article.updatedAt && article.updatedAt !== article.publishedAt && html`<li>${words.updated} ${when(article.updatedAt, reader)}</li>`}
</ul>
<div class="actions">${isWebUrl(article.url) && outLink(article.url, words.readOriginal, html` class="btn ghost" data-original`)}
${entry && entryMarks(entry, reader, document.title)}${marks && saveButton({ kind: 'article', target: article.id, title: document.title, isSaved: marks.isSaved }, reader)}
${readAloud('.article h1, .text > :is(p, .sub), .text > :is(ul, ol, blockquote) > *', reader)}
${shareButton(articlePath(article.id), document.title, reader)}
</div>`
}

function leadPicture(view: ArticleView, reader: Reader): Html {
  const { lead, others } = picturesOf(view, reader)
  if (!lead) return html``
  return html`${pictureFigure(lead, view.pictureSizes, reader)}${others.length === 0 && alwaysForm(reader)}`
}

/** Says what is missing of an incomplete text, and why. */
function completenessNotice({ article }: ArticleView, reader: Reader): Html {
  const { completeness } = article
  if (completeness.kind === 'complete') return html``
  return html`<p class="notice warn"><b>${reader.words.completeness[completeness.kind]}</b>: ${foreign(completeness.reason)}</p>`
}
