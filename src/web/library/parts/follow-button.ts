import type { Follow, FollowKind, Mute } from '../../../core/marks.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import { followedPath } from '../../layout/links.ts'
import type { Reader } from '../../reader.ts'

/** Follows or unfollows a subject: the button says what it will do. `label`: the name of the subject. */
export function followButton(
  thing: {
    readonly kind: FollowKind
    readonly target: string
    readonly label: string
    readonly isFollowed: boolean
    /** Labels where the bare verb would be unclear. */
    readonly names?: { readonly follow: string; readonly unfollow: string }
    /** As a labeled button with an icon, in the actions of a page. */
    readonly look?: 'solid' | 'ghost'
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
    label: html`${thing.look && icon('heart')}<span data-label>${now}</span>`,
    variant: thing.look ? (isFollowed ? 'ghost' : thing.look) : 'quiet',
    attributes: html` data-kind="follow" data-undo="${isFollowed ? '/follow' : '/unfollow'}" data-other="${other}" data-said="${said}" data-said-other="${saidOther}"`,
    button: html` aria-pressed="${isFollowed ? 'true' : 'false'}" aria-label="${now}: ${label}"`,
  })
}

/** The page of a followed or muted subject; undefined for a word, which has none. */
export function placeOfMark({ kind, target }: Pick<Follow | Mute, 'kind' | 'target'>): string | undefined {
  return kind === 'word' ? undefined : followedPath(kind, target)
}

/** The kind of a subject: ids distinguish persons from places. */
export function kindOfMark({ kind, target }: Pick<Follow | Mute, 'kind' | 'target'>, reader: Reader): string {
  const { kinds } = reader.words.mine
  if (kind !== 'entity') return kinds[kind]
  const named = target.slice(0, target.indexOf(':'))
  return named === 'organization' || named === 'place' ? kinds[named] : kinds.person
}
