import { parentFolders } from './parent-folders.ts'

/** Which articles of a list come first. */
export type ListOrder = 'newest' | 'oldest'

/** What a reader chose for lists of articles. */
export type ChosenOrders = {
  /** Of all articles, and of every list without a choice of its own. */
  readonly usual: ListOrder
  readonly ofFolders: ReadonlyMap<string, ListOrder>
}

/** The order of the list of a folder: its own, else that of the nearest folder around it. */
export function orderOfFolder(name: string, { usual, ofFolders }: ChosenOrders): ListOrder {
  const chosen = [name, ...parentFolders(name)].find((one) => ofFolders.has(one))
  return chosen === undefined ? usual : ofFolders.get(chosen)!
}

/** Reads a stored order; undefined for anything else. */
export function readListOrder(value: string | null | undefined): ListOrder | undefined {
  return value === 'newest' || value === 'oldest' ? value : undefined
}
