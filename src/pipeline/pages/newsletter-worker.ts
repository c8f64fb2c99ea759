import { contentHash } from '../../feeds/content-hash.ts'
import { readNewsletter } from '../../feeds/newsletters/read-newsletter.ts'
import { plainText } from '../../feeds/plain-text.ts'
import { answerRequests } from '../thread-answers.ts'
import type { ReadNewsletter } from './newsletter-reader.ts'

export type NewsletterRequest = { readonly bytes: Uint8Array; readonly receivedAt: string }

/** Enough of the text for the excerpt in lists. */
const EXCERPT_CHARACTERS = 2_000
/** Only this much markup is read for the excerpt: style sheets come first. */
const EXCERPT_MARKUP = 400_000

/** The invisible characters with which newsletters pad their preview line, so that mail programs show no more of the text. */
const unseen = /[\u00ad\u034f\u061c\u2007\u200b-\u200f\u2060\ufeff]+/gu

answerRequests(async ({ bytes, receivedAt }: NewsletterRequest): Promise<ReadNewsletter> => {
  const read = await readNewsletter(bytes, receivedAt)
  return read.kind === 'unreadable' ? read : polled(read.entry)
})

function polled(
  entry: Extract<Awaited<ReturnType<typeof readNewsletter>>, { kind: 'letter' }>['entry'],
): ReadNewsletter {
  const { contentHtml = '' } = entry
  const body = contentHtml.slice(Math.max(0, contentHtml.search(/<body[\s>]/i)))
  const text = plainText(body.slice(0, EXCERPT_MARKUP)).replace(unseen, ' ').slice(0, EXCERPT_CHARACTERS)
  return { kind: 'letter', entry, contentHash: contentHash(entry), text }
}
