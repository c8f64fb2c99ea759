import { z } from 'zod'
import { defined } from '../../core/defined.ts'
import { siteHost } from '../../core/feed/site-block.ts'
import { textProblems } from '../../core/reading/text-account.ts'
import { maxLength } from '../../core/text/max-length.ts'
import { newId } from '../../credentials/token.ts'
import type { ReportedPage } from '../../store/articles/problem-reports.ts'
import type { StoredArticle } from '../../store/store.ts'
import { articleId } from '../input.ts'
import { oneByOne } from '../one-by-one.ts'
import { defineOperation, type OperationContext } from '../operation.ts'
import { problemReportView } from './get-text-report.ts'
import type { ReportResult } from './text-report-views.ts'

const DAY_MS = 86_400_000
/** Reports per day: by one reader, and by all. */
const MOST_BY_READER = 20
const MOST_BY_ALL = 200
/** Largest page stored, in bytes as fetched, and the limit for all of them, compressed. */
const MOST_BYTES = 6_000_000
const MOST_KEPT_BYTES = 200_000_000

export const reportText = defineOperation({
  name: 'report_text',
  minRole: 'reader',
  summary: 'Reports a problem with an article’s text; its page is kept for the server’s owner',
  input: z.strictObject({
    id: articleId,
    wrong: z.enum(textProblems),
    words: z.string().trim().max(maxLength.wrongText).default(''),
  }),
  run: (context, { id, wrong, words }): Promise<ReportResult | undefined> =>
    oneByOne(`told ${context.reader.id}`, async (): Promise<ReportResult | undefined> => {
      const { store, reader, now } = context
      const known = await store.articles.find(id)
      if (!known) return undefined
      const at = now().toISOString()
      const [mine] = await store.problemReports.listOf(reader.id, id)
      const { own, all } = await store.problemReports.countSince(
        reader.id,
        new Date(now().getTime() - DAY_MS).toISOString(),
      )
      // Changing an existing report takes no more space.
      if (!mine && (own >= MOST_BY_READER || all >= MOST_BY_ALL)) return { kind: 'too-many' }
      const found = await pageOf(context, known)
      const report = {
        ...{ id: newId(), readerId: reader.id, articleId: id, documentId: known.document.id, wrong, words, at },
        ...{ host: siteHost(known.article.url) ?? '', state: 'open' as const },
      }
      await store.problemReports.add(report, found.kind === 'fetched' ? found.page : undefined)
      return {
        ...{ kind: 'told', told: problemReportView(report), isPageKept: found.kind !== 'none' },
        ...defined({ why: found.kind === 'none' ? found.why : undefined }),
      }
    }),
})

export const withdrawTextReport = defineOperation({
  name: 'withdraw_text_report',
  minRole: 'reader',
  summary: 'Withdraws the reader’s report of a text; its page is deleted if nobody else reported it',
  input: z.strictObject({ id: z.string().min(1).max(100) }),
  run: ({ store, reader }, { id }): Promise<true | undefined> => store.problemReports.remove(reader.id, id),
})

type Found =
  | { readonly kind: 'held' }
  | { readonly kind: 'fetched'; readonly page: ReportedPage }
  | { readonly kind: 'none'; readonly why: string }

/** The page as already stored, or fetched again if the site's robots.txt allows it. */
async function pageOf({ store, sites, now }: OperationContext, { article }: StoredArticle): Promise<Found> {
  if (await store.problemReports.page(article.id)) return { kind: 'held' }
  if (siteHost(article.url) === undefined) return { kind: 'none', why: 'The article has no URL.' }
  if ((await store.problemReports.pageBytes()) >= MOST_KEPT_BYTES)
    return { kind: 'none', why: 'The space for saved pages is full.' }
  const fetched = await sites.fetchPage(article.url)
  if (fetched.kind === 'none') return { kind: 'none', why: fetched.reason }
  const { body, contentType, url } = fetched
  if (body.length > MOST_BYTES) return { kind: 'none', why: 'The page is too large to save.' }
  const host = siteHost(url) ?? ''
  return { kind: 'fetched', page: { articleId: article.id, host, url, contentType, body, at: now().toISOString() } }
}
