import { parentPort } from 'node:worker_threads'
import { contentHash } from '../feeds/content-hash.ts'
import { plainText } from '../feeds/plain-text.ts'
import { readLetter } from '../feeds/read-letter.ts'
import type { ReadLetter } from './letter-reader.ts'

/** A letter as it came, and when. */
export type LetterRequest = { readonly bytes: Uint8Array; readonly receivedAt: string }

/** So much of the text is enough for the first words in lists. */
const EXCERPT_CHARACTERS = 2_000
/** Of so much markup the first words are made: style sheets stand before them. */
const EXCERPT_MARKUP = 400_000

parentPort?.on('message', async ({ bytes, receivedAt }: LetterRequest) => {
  const read = await readLetter(bytes, receivedAt)
  parentPort?.postMessage((read.kind === 'unreadable' ? read : polled(read.entry)) satisfies ReadLetter)
})

function polled(entry: Extract<Awaited<ReturnType<typeof readLetter>>, { kind: 'letter' }>['entry']): ReadLetter {
  const text = plainText((entry.contentHtml ?? '').slice(0, EXCERPT_MARKUP)).slice(0, EXCERPT_CHARACTERS)
  return { kind: 'letter', entry, contentHash: contentHash(entry), text }
}
