import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

const colors = 6

/** The icon of an outlet beside its name, else the first letter of its name on one of six colors. Decoration: its name is written beside it. */
export function outletMark(
  { id, name }: { readonly id?: string | undefined; readonly name: string },
  { pictures, preferences }: Reader,
): Html {
  const version = id === undefined || preferences.images === 'off' ? undefined : pictures?.iconOf(id)
  if (id !== undefined && version !== undefined)
    return html`<img class="fav" src="/favicons/${encodeURIComponent(id)}?v=${version}" width="18" height="18" alt="" loading="lazy" decoding="async">`
  return html`<i class="fav f${colorOf(name)}" aria-hidden="true">${firstLetter(name)}</i>`
}

function firstLetter(name: string): string {
  return /[\p{L}\p{N}]/u.exec(name)?.[0].toUpperCase() ?? '·'
}

/** The same outlet has the same color everywhere (FNV-1a). */
function colorOf(name: string): number {
  let hash = 0x811c9dc5
  for (const letter of name) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return ((hash >>> 0) % colors) + 1
}
