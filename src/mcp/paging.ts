import { z } from 'zod'

/** The argument that says how many of something an answer has. */
export function limitOf(usual: number, most: number) {
  return z.number().int().min(1).max(most).default(usual)
}

export const pageNumber = z.number().int().min(1).max(1000).default(1)

/** One page of a list, and how many pages there are. */
export function pageOf<Item>(
  items: readonly Item[],
  { page, limit }: { readonly page: number; readonly limit: number },
): { readonly shown: readonly Item[]; readonly page: number; readonly pageCount: number } {
  const pageCount = Math.max(1, Math.ceil(items.length / limit))
  return { shown: items.slice((page - 1) * limit, page * limit), page, pageCount }
}
