import type { Context } from 'hono'
import { getCookie, setCookie } from 'hono/cookie'
import { preferenceValues } from '../../core/preferences.ts'
import type { Reader } from '../reader.ts'

/** How a device shows the article list; kept in a cookie, since a phone and a desk differ. */
export type FeedsLook = {
  readonly layout: Reader['preferences']['riverLook']
  /** One line each. */
  readonly isCompact: boolean
}

export const lookCookie = 'feeds'
const days = 365

/** The look of the list on this device; where none was chosen, the reader's preference. */
export function feedsLook(context: Context, { preferences }: Pick<Reader, 'preferences'>): FeedsLook {
  const [layout, rows] = getCookie(context, lookCookie)?.split('.') ?? []
  return {
    layout: preferenceValues('riverLook').find((known) => known === layout) ?? preferences.riverLook,
    isCompact: rows === undefined ? preferences.density === 'dense' : rows === 'compact',
  }
}

/** Keeps a layout or a density for this device; anything else is ignored. */
export function keepFeedsLook(
  context: Context,
  now: FeedsLook,
  { layout, rows }: { readonly layout: string | undefined; readonly rows: string | undefined },
): void {
  const chosen = preferenceValues('riverLook').find((known) => known === layout) ?? now.layout
  const isCompact = rows === undefined ? now.isCompact : rows === 'compact'
  const value = `${chosen}.${isCompact ? 'compact' : 'comfortable'}`
  setCookie(context, lookCookie, value, { path: '/', httpOnly: true, sameSite: 'Lax', maxAge: days * 86_400 })
}
