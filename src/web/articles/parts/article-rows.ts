import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedsLook } from '../../feeds/feeds-look.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { dayIn, nearDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { markAbove, rowsForm } from './article-list-tools.ts'
import { articleRow } from './article-row.ts'

/** The rows of the article list by day, in pieces: each knows which sheets it needs. */
export function articleRows(view: ArticleListView, { layout, isCompact }: FeedsLook, reader: Reader): readonly Html[] {
  const form = mayMark(reader) && !view.offered ? { form: rowsForm } : {}
  const picture = isCompact && layout === 'list' ? 'none' : layout === 'grid' ? 'card' : 'row'
  const days = [...Map.groupBy(view.entries, ({ publishedAt }) => dayIn(publishedAt, reader))]
  return days.flatMap(([day, entries], index) => [
    html`<h2 class="grp">${nearDay(day, reader)}${index > 0 && 'form' in form && markAbove(entries[0]!.id, reader)}</h2><ul class="its">`,
    ...entries.map((entry) => articleRow(entry, reader, { picture, ...form })),
    html`</ul>
`,
  ])
}
