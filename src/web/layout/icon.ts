import { type Html, html } from './html.ts'

/** The icons of the interface: CSS masks in `styles/10-base.css`, in the color of the text beside them. */
export type IconName =
  | 'search'
  | 'today'
  | 'feeds'
  | 'heart'
  | 'lib'
  | 'dots'
  | 'save'
  | 'listen'
  | 'share'
  | 'filter'
  | 'cal'
  | 'check'
  | 'x'
  | 'chev'
  | 'next'
  | 'prev'
  | 'ext'
  | 'list'
  | 'cards'
  | 'split'
  | 'copy'
  | 'bell'
  | 'mail'
  | 'gear'
  | 'plug'
  | 'cpu'
  | 'down'
  | 'user'
  | 'server'
  | 'book'
  | 'phone'
  | 'people'
  | 'ask'
  | 'mute'
  | 'plus'
  | 'dot'
  | 'note'
  | 'lang'
  | 'send'
  | 'flag'
  | 'clock'
  | 'eye'
  | 'up'

const written = new Map<IconName, Html>()

/** A decorative icon. Screen readers skip it: the control it is in needs a name in words. */
export function icon(name: IconName): Html {
  const known = written.get(name) ?? html`<i class="i i-${name}" aria-hidden="true"></i>`
  written.set(name, known)
  return known
}
