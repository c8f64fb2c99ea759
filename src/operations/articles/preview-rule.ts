import { defined } from '../../core/defined.ts'
import type { ArticleRule } from '../../core/feed/page-rule.ts'
import { countWords } from '../../extract/words.ts'
import type { ReportedPage } from '../../store/articles/problem-reports.ts'
import type { OperationContext } from '../operation.ts'
import type { RulePreview } from './text-report-views.ts'

const mostOthers = 5
const mostLines = 12
const longestLine = 200

/** What a rule makes of a page and of up to five others of its site that are kept, one after the other. */
export async function previewsOf(
  context: OperationContext,
  page: ReportedPage,
  rule: ArticleRule,
): Promise<readonly RulePreview[]> {
  const others = await context.store.problemReports.pagesOf(page.host, page.articleId, mostOthers)
  const previews: RulePreview[] = []
  for (const one of [page, ...others]) {
    const preview = await previewOf(context, one, rule)
    if (preview) previews.push(preview)
  }
  return previews
}

/** The same for one page; undefined where it takes too long to read. */
export async function previewOf(
  context: OperationContext,
  page: ReportedPage,
  rule: ArticleRule | undefined,
): Promise<RulePreview | undefined> {
  const before = await textBy(context, page, undefined)
  const after = rule ? await textBy(context, page, rule) : before
  if (!before || !after) return undefined
  return {
    ...{ url: page.url, title: before.title, before: countWords(before.text), after: countWords(after.text) },
    gone: linesOnlyIn(before.text, after.text),
    come: linesOnlyIn(after.text, before.text),
  }
}

async function textBy({ sites }: OperationContext, page: ReportedPage, rule: ArticleRule | undefined) {
  const asked = await sites.readPage({ ...{ of: 'text', page }, ...defined({ rule }) })
  return asked.kind === 'done' && asked.reading.of === 'text' ? asked.reading.extraction : undefined
}

function linesOnlyIn(one: string, other: string): readonly string[] {
  const known = new Set(other.split('\n'))
  const own = one.split('\n').filter((line) => line !== '' && !known.has(line))
  return own.slice(0, mostLines).map((line) => (line.length > longestLine ? `${line.slice(0, longestLine)}…` : line))
}
