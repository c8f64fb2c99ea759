import type { Random } from './random.ts'

/** What came of one case: whether it was read as what it should be, and what is wrong with that; nothing: absent. */
export type Tried = { readonly isRead: boolean; readonly wrong?: string | undefined }

/** Something that is fuzzed: what its cases are made of, and how one is tried. */
export type Subject = {
  /** Ours, to be changed; what once went wrong stands among them. */
  readonly seeds: readonly string[]
  /** What a change puts in, besides the pieces that all parsers stumble over. */
  readonly tokens: readonly string[]
  grow(random: Random): string
  /** The same case may be tried again; whatever it does then is the same. Its CPU is measured by whoever asks. */
  attempt(bytes: Uint8Array): Tried | Promise<Tried>
}
