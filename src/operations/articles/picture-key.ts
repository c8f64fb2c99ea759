import { createHash } from 'node:crypto'

/** What a picture stands in. */
export type PictureHome = { readonly articleId: string } | { readonly entryId: string } | { readonly feedId: string }

/**
 * Name of a picture in our own addresses and our folder: it follows from where the picture is and what it stands in, and cannot be
 * turned back into either. The same picture in a letter of one reader and in an entry of another's are two, so that nobody finds out
 * whether somebody else has seen it by naming it themselves.
 */
export function pictureKey(url: string, home: PictureHome): string {
  return homeKey(home) + hashed(JSON.stringify([home, url])).slice(0, 16)
}

/** Whether the key is one of a picture that stands there. */
export function isOfHome(key: string, home: PictureHome): boolean {
  return key.startsWith(homeKey(home))
}

function homeKey(home: PictureHome): string {
  return hashed(JSON.stringify(home)).slice(0, 8)
}

function hashed(text: string): string {
  return createHash('sha256').update(text).digest('base64url')
}
