import type { SharedBody } from '../../core/text/public-link-body.ts'
import type { Share } from '../../store/library/shares.ts'

export type { Share } from '../../store/library/shares.ts'

/** How long a link is valid, in the order offered; the last never expires. */
export const shareLasts = ['week', 'month', 'year', 'always'] as const

/** A new link. Its token is the secret part of the URL and can't be looked up again. */
export type ShareMade =
  | { readonly kind: 'made'; readonly share: Share; readonly token: string }
  | { readonly kind: 'refused'; readonly most: number }

export type SharesView = { readonly shares: readonly Share[] }

/** The contents of a public link; nothing in it identifies its owner. */
export type SharedView = Pick<Share, 'kind' | 'target' | 'title' | 'moment' | 'isEmbeddable' | 'expiresAt'> & {
  readonly body: SharedBody
}
