import type { EntryFace } from './earlier-entry.ts'
import { linkKeyOf } from './link-key.ts'

/** Of the words of two titles so many are the same where one was made from the other. */
const LEAST_SHARED = 0.5

/**
 * Whether what a feed delivers under an id it had before is another entry: some give the same id to all, or count anew from the top
 * of each document. It is when it links another page, is of another time, and its title has less than half of its words from the
 * title of before: an outlet that edits its article leaves one of the three.
 */
export function isAnotherEntry(arrived: EntryFace, known: EntryFace): boolean {
  const [here, there] = [linkKeyOf(arrived.url), linkKeyOf(known.url)]
  if (!here || !there || here.path === there.path) return false
  if (arrived.publishedAt !== undefined && arrived.publishedAt === known.publishedAt) return false
  return sharedWords(arrived.title, known.title) < LEAST_SHARED
}

/** Which share of the words of the shorter title stands in the other. */
function sharedWords(one: string, other: string): number {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  const least = Math.min(words.size, others.size)
  return least === 0 ? Number(words.size === others.size) : words.intersection(others).size / least
}

/** Where a script puts no spaces between words, each sign is one. */
function wordsOf(title: string): Set<string> {
  return new Set(title.toLowerCase().match(/[\p{Script=Han}\p{Script=Hiragana}\p{Script=Thai}]|[\p{L}\p{M}\p{N}]+/gu))
}
