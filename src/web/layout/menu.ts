import { type Html, html, type Piece } from './html.ts'
import { icon } from './icon.ts'

/**
 * A menu that opens without script: a popover on wide screens, a sheet from below on a phone. A script closes it on Escape and on a click
 * elsewhere. Its content is links, forms of one button, `<hr>` and `<p class="ph">` headings.
 */
export function menu(
  content: Piece,
  options: {
    /** What the button shows; three dots when absent, and then `name` is needed. */
    readonly label?: Piece
    /** The accessible name of a button without words. */
    readonly name?: string
    /** Classes of the button: `ic` (a round icon) for dots, else `btn soft`. */
    readonly look?: string
    /** Opens toward the start of the line: for menus at its end. */
    readonly isAtEnd?: boolean
    /** More classes of the menu, as `cal`. */
    readonly also?: string
    /** Open when the page comes, because a link in it led here. */
    readonly isOpen?: boolean
  },
): Html {
  const { label, name, look, isAtEnd, also, isOpen } = options
  return html`<details class="menu${isAtEnd && html` end`}${also && html` ${also}`}"${isOpen && html` open`}><summary class="${look ?? (label === undefined ? 'ic' : 'btn soft')}"${name !== undefined && html` aria-label="${name}"`}>${label ?? icon('dots')}</summary><div class="pop">${content}</div></details>`
}
