import { loadEdition } from '../../../src/app/demo/edition.ts'
import { serveEdition } from '../../../src/app/demo/serve-edition.ts'

/** A page as it is fetched. */
export type BenchPage = { readonly url: string; readonly title: string; readonly body: Uint8Array }

/** The pages of the demo edition as of `now`, as its outlets serve them. */
export async function editionPages(now: Date): Promise<BenchPage[]> {
  const served = await serveEdition({ now })
  try {
    const articles = loadEdition(now).articles.map(async ({ path, revisions }) => {
      const url = new URL(path, served.url).href
      return { url, title: revisions[0].title, body: new Uint8Array(await (await fetch(url)).arrayBuffer()) }
    })
    return await Promise.all(articles)
  } finally {
    await served.close()
  }
}
