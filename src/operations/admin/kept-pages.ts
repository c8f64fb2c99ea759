import { z } from 'zod'
import { defineOperation, type OperationContext } from '../operation.ts'

/** The most megabytes of pages that can be kept: a terabyte. */
export const mostKeptMegabytes = 1_000_000

/** What is kept of pages of articles. */
export type KeptPagesView = {
  /** 0: no page is kept from now on. */
  readonly megabytes: number
  readonly count: number
  /** Their stored size. */
  readonly bytes: number
}

export const setKeptPages = defineOperation({
  name: 'set_kept_pages',
  minRole: 'owner',
  summary:
    'Keeps the pages of articles that are saved, or of stories on the desk, as they were served, up to a size; with 0, no new ones',
  input: z.strictObject({ megabytes: z.int().min(0).max(mostKeptMegabytes) }),
  async run(context, { megabytes }): Promise<KeptPagesView> {
    await context.store.servedPages.setLimit(megabytes, context.now().toISOString())
    return keptPagesView(context)
  },
})

export async function keptPagesView({ store }: Pick<OperationContext, 'store'>): Promise<KeptPagesView> {
  const [megabytes, total] = await Promise.all([store.servedPages.limit(), store.servedPages.total()])
  return { megabytes, ...total }
}
