/** A search a reader keeps, in the words it is asked with. Times are ISO 8601, UTC. */
export type SavedSearch = {
  readonly id: string
  readonly name: string
  readonly query: string
  readonly at: string
  /** When its results were looked at last. */
  readonly seenAt?: string
}

export type SavedSearchStore = {
  /** One of the same id gives way; a second one in the same words is the first, under its name. Answers the one that is kept. */
  save(readerId: string, search: SavedSearch): Promise<SavedSearch>
  rename(readerId: string, id: string, name: string): Promise<void>
  /** What was taken away, so that it can be put back. */
  remove(readerId: string, id: string): Promise<SavedSearch | undefined>
  see(readerId: string, id: string, at: string): Promise<void>
  find(readerId: string, id: string): Promise<SavedSearch | undefined>
  /** The latest first. */
  list(readerId: string): Promise<readonly SavedSearch[]>
}
