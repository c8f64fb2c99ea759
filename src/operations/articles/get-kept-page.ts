import { gzipSync } from 'node:zlib'
import { z } from 'zod'
import type { ArticleId } from '../../core/ids.ts'
import type { ServedPage } from '../../core/reading/served-page.ts'
import { pageRecord, pagesWarcHead } from '../../export/page-warc.ts'
import { articleId } from '../input.ts'
import { defineOperation, type OperationContext } from '../operation.ts'

/** The kept pages of an article as a file, each record compressed by itself, as WARC files are. */
export type KeptPageFile = {
  readonly body: ReadableStream<Uint8Array<ArrayBuffer>>
  readonly mediaType: string
  readonly fileName: string
}

export const getKeptPage = defineOperation({
  name: 'get_kept_page',
  minRole: 'guest',
  leaves: true,
  summary: 'The pages of an article as the outlet’s server sent them, as compressed WARC, where they were kept',
  input: z.strictObject({ id: articleId }),
  async run({ store }, { id }): Promise<KeptPageFile | undefined> {
    const stored = await store.articles.find(id)
    const pages = stored ? await store.servedPages.list(stored.article.id) : []
    if (!stored || pages.length === 0) return undefined
    return {
      body: ReadableStream.from(recordsOf(store, stored.article.id, pages)),
      mediaType: 'application/warc',
      fileName: `article-${id}.warc.gz`,
    }
  },
})

async function* recordsOf(
  { servedPages }: OperationContext['store'],
  id: ArticleId,
  pages: readonly ServedPage[],
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield new Uint8Array(gzipSync(pagesWarcHead(pages)))
  for (const page of pages) {
    const body = await servedPages.body(id, page.digest)
    if (body) yield new Uint8Array(gzipSync(pageRecord(page, body)))
  }
}
