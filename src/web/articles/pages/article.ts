import type { ArticleView } from '../../../operations/views.ts'
import { html } from '../../layout/html.ts'
import { layout } from '../../layout/layout.ts'
import { articlePath } from '../../layout/links.ts'
import { absolute } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { articleAfter } from '../parts/article-after.ts'
import { articleHead, articleNotices } from '../parts/article-head.ts'
import { lostHighlights } from '../parts/article-highlights.ts'
import { lostNotes } from '../parts/article-notes.ts'
import { postList } from '../parts/article-posts.ts'
import { articleText } from '../parts/article-text.ts'
import { articleTools, focusExit } from '../parts/article-tools.ts'
import { alwaysTranslatedLine } from '../parts/translation-link.ts'

/** One article: its text as extracted, and after it the story, people, versions and figures it belongs to. */
export function articlePage(view: ArticleView, reader: Reader): string {
  const { article, document, source } = view
  const body = html`${focusExit(reader)}<article class="art" data-item>
${articleHead(view, reader)}${articleTools(view, reader)}${articleNotices(view, reader)}${alwaysTranslatedLine(view, reader)}${postList(view, reader)}
${articleText(view, reader)}${lostNotes(view, reader)}${lostHighlights(view, reader)}
${articleAfter(view, reader)}</article>
`
  // Distinguishes it from the story of the same headline in tabs and bookmarks.
  const text = `${source.name} · ${absolute(article.publishedAt, reader)}`
  const card = { title: document.title, text, path: articlePath(article.id) }
  return layout(reader, { title: `${document.title} · ${source.name}`, body, card })
}
