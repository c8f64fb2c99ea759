import type { Access } from '../../core/article.ts'

/** The words of how a page says it may be read. */
export type AccessWords = Readonly<Record<Exclude<Access, 'free'>, string>> & { readonly meaning: string }

export const accessEn: AccessWords = {
  locked: 'Subscription',
  metered: 'Limited free reading',
  meaning: 'As the outlet marks its page. How much of the text stands here is told beside it.',
}
