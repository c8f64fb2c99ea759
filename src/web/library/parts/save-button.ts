import type { SavedKind } from '../../../core/marks.ts'
import { buttonForm } from '../../layout/forms.ts'
import { type Html, html } from '../../layout/html.ts'
import { icon } from '../../layout/icon.ts'
import type { Reader } from '../../reader.ts'

/** Saves a story or an article, or removes it: the button says what it will do. */
export function saveButton(
  thing: {
    readonly kind: SavedKind
    readonly target: string
    readonly title: string
    readonly isSaved: boolean
    /** As a labeled button with an icon, in the actions of a page. */
    readonly look?: 'solid' | 'ghost'
  },
  reader: Reader,
): Html {
  const { kind, target, title, isSaved } = thing
  const { mine } = reader.words
  const [now, other] = isSaved ? [mine.unsave, reader.words.save] : [reader.words.save, mine.unsave]
  const [said, saidOther] = isSaved ? [mine.unsaved, mine.saved] : [mine.saved, mine.unsaved]
  return buttonForm(reader, {
    action: isSaved ? '/unsave' : '/save',
    fields: { kind, target },
    label: html`${icon('save')}<span data-label>${now}</span>`,
    variant: thing.look ?? 'quiet',
    attributes: html` data-kind="star" data-undo="${isSaved ? '/save' : '/unsave'}" data-other="${other}" data-said="${said}" data-said-other="${saidOther}"`,
    button: html` aria-pressed="${isSaved ? 'true' : 'false'}" aria-label="${now}: ${title}"`,
  })
}
