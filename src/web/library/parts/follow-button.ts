import type { FollowKind } from '../../../core/marks.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** Follows a thing, or no longer: the button says what it will do. `label` is what the thing is called. */
export function followButton(
  thing: {
    readonly kind: FollowKind
    readonly target: string
    readonly label: string
    readonly isFollowed: boolean
    /** What following it is called where the bare word would not say enough. */
    readonly names?: { readonly follow: string; readonly unfollow: string }
  },
  reader: Reader,
): Html {
  const { kind, target, label, isFollowed } = thing
  const { mine } = reader.words
  const { follow, unfollow } = thing.names ?? mine
  const [now, other] = isFollowed ? [unfollow, follow] : [follow, unfollow]
  const [said, saidOther] = isFollowed ? [mine.unfollowed, mine.followed] : [mine.followed, mine.unfollowed]
  return buttonForm(reader, {
    action: isFollowed ? '/unfollow' : '/follow',
    fields: { kind, target, label },
    label: html`<span data-label>${now}</span>`,
    variant: 'quiet',
    attributes: html` data-kind="follow" data-undo="${isFollowed ? '/follow' : '/unfollow'}" data-other="${other}" data-said="${said}" data-said-other="${saidOther}"`,
    button: html` aria-pressed="${isFollowed ? 'true' : 'false'}" aria-label="${now}: ${label}"`,
  })
}
