import PostalMime from 'postal-mime'

/** Where a letter comes from, by a few of its headers. */
export type LetterOrigin = {
  /** An address in lower case; empty if it names none. */
  readonly sender: string
  readonly name: string
  readonly title: string
  /** It says how to unsubscribe, as newsletters do and people don't. */
  readonly isNewsletter: boolean
}

const LONGEST = 200

/** Reads the headers of a letter. Those that can't be read name nobody. */
export async function readLetterHead(headers: Uint8Array): Promise<LetterOrigin> {
  const head = await PostalMime.parse(headers, { maxNestingDepth: 1 }).catch(() => undefined)
  const from = head?.from
  const mailbox = from?.group === undefined ? from : from.group[0]
  const sender = tidy(mailbox?.address ?? '').toLowerCase()
  const isAddress = /^[^\s@]+@[^\s@]+$/.test(sender)
  return {
    sender: isAddress ? sender : '',
    name: tidy(mailbox?.name ?? '') || sender,
    title: tidy(head?.subject ?? ''),
    isNewsletter: head?.headers.some(({ key }) => key === 'list-unsubscribe') ?? false,
  }
}

function tidy(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
    .trim()
    .slice(0, LONGEST)
    .toWellFormed()
}
