import type { ArticleListView } from '../../../operations/articles/article-list-views.ts'
import type { FeedsLook } from '../../feeds/feeds-look.ts'
import { mayMark } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { dayIn, longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { markAbove, rowsForm } from './article-list-tools.ts'
import { articleRow } from './article-row.ts'

const dayMs = 86_400_000

/** The rows of the article list by day, in pieces: each knows which sheets it needs. */
export function articleRows(view: ArticleListView, { layout, isCompact }: FeedsLook, reader: Reader): readonly Html[] {
  const form = mayMark(reader) && !view.offered ? { form: rowsForm } : {}
  const picture = isCompact && layout === 'list' ? 'none' : layout === 'grid' ? 'card' : 'row'
  const days = [...Map.groupBy(view.entries, ({ publishedAt }) => dayIn(publishedAt, reader))]
  return days.flatMap(([day, entries], index) => [
    html`<h2 class="grp">${dayName(day, reader)}${index > 0 && 'form' in form && markAbove(entries[0]!.id, reader)}</h2><ul class="its">`,
    ...entries.map((entry) => articleRow(entry, reader, { picture, ...form })),
    html`</ul>
`,
  ])
}

/** `Today`, `Yesterday`, then the day in full. */
function dayName(day: string, reader: Reader): string {
  const ago = Math.round((Date.parse(dayIn(reader.now, reader)) - Date.parse(day)) / dayMs)
  if (ago !== 0 && ago !== 1) return longDay(day, reader)
  const name = new Intl.RelativeTimeFormat(reader.locale, { numeric: 'auto' }).format(-ago, 'day')
  return name.charAt(0).toLocaleUpperCase(reader.locale) + name.slice(1)
}
