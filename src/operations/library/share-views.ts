import type { SharedBody } from '../../core/text/public-link-body.ts'
import type { Share } from '../../store/library/shares.ts'

export type { Share } from '../../store/library/shares.ts'

/** How long a link can open, in the order it is offered; the last is for good. */
export const shareLasts = ['week', 'month', 'year', 'always'] as const

/** A link just made. Its token is the secret part of the address: nobody can look it up again. */
export type ShareMade =
  | { readonly kind: 'made'; readonly share: Share; readonly token: string }
  | { readonly kind: 'refused'; readonly most: number }

export type SharesView = { readonly shares: readonly Share[] }

/** What a public link shows: nothing in it says whose it is. */
export type SharedView = Pick<Share, 'kind' | 'target' | 'title' | 'moment' | 'isEmbeddable' | 'expiresAt'> & {
  readonly body: SharedBody
}
