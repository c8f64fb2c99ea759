import { identifyLanguage } from '../../../src/analyze/language.ts'
import type { Extraction } from '../../../src/core/article.ts'
import { articlePage } from '../../../src/web/articles/pages/article.ts'
import { feedHtml } from '../../../src/web/feeds/parts/feed-html.ts'
import { exampleReader } from '../../../test/examples/reader.ts'
import { article, entryView } from '../../../test/examples/views.ts'

const reader = exampleReader('en', '/articles/a')

// Without what belongs to the text of the example.
const { changes, cited, marks, retelling, story, reading, ...plainView } = article

/** What an article made of an extraction looks like to its reader, from the first label to the last line beside the text. */
export function articleMarkup(extraction: Extraction): string {
  const { title, text, blocks, authors, section, credit, leadPicture, pictures, kind, completeness, removals } =
    extraction
  const page = articlePage(
    {
      ...plainView,
      source: { ...article.source, name: extraction.siteName ?? 'Paper' },
      article: {
        ...withoutPicture(article.article),
        title,
        authors,
        pictures,
        kind,
        completeness,
        removals,
        ...(section !== undefined && { section }),
        ...(credit !== undefined && { credit }),
        ...(leadPicture !== undefined && { leadPicture }),
        url: extraction.canonicalUrl ?? article.article.url,
      },
      document: { ...article.document, title, text, blocks, language: identifyLanguage(text, extraction.language) },
      annotations: {},
      topics: [],
      stated: { promises: [], denials: [], figures: [] },
      syndications: [],
      notRead: [],
    },
    reader,
  )
  return page.slice(page.indexOf('<article class="article"'), page.lastIndexOf('</aside></div>'))
}

function withoutPicture({ leadPicture, section, credit, ...rest }: typeof article.article) {
  return rest
}

/** What the text of a feed looks like to its reader, when the sanitizer made this of it. */
export function feedMarkup(html: string): string {
  return String(feedHtml({ entry: entryView.entry, html }, reader))
}
