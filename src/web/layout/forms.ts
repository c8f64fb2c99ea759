import { mayActAs } from '../../core/reader-identity.ts'
import { type Reader, readerMark } from '../reader.ts'
import { type Html, html, type Piece } from './html.ts'

/** A form of one button that posts hidden fields and returns to this page. */
export function buttonForm(
  reader: Reader,
  options: {
    readonly action: string
    readonly fields?: Readonly<Record<string, string>>
    readonly label: Piece
    readonly variant?: 'solid' | 'ghost' | 'quiet'
    readonly attributes?: Html
    /** Attributes of the button: `aria-pressed`, a longer `aria-label`. */
    readonly button?: Html
  },
): Html {
  const fields = Object.entries(options.fields ?? {})
  return html`<form method="post" action="${options.action}" class="inline"${options.attributes}>${fields.map(([name, value]) => hidden(name, value))}
${backField(reader)}
<button class="${buttonClass(options.variant)}"${options.button}>${options.label}</button>
</form>`
}

/** Where to return after a POST; the server accepts only a path of its own. */
export function backField(reader: Reader): Html {
  return hidden('back', reader.path)
}

export function hidden(name: string, value: string): Html {
  return html`<input type="hidden" name="${name}" value="${value}">`
}

/** Class of a button: one style for the main action, two quieter ones. */
export function buttonClass(variant: 'solid' | 'ghost' | 'quiet' = 'ghost'): string {
  return variant === 'solid' ? 'btn main' : variant === 'quiet' ? 'btn quiet' : 'btn'
}

/** Records in a form for the reader's own words whose page it is on: somebody else may sign in in another window before it is sent. */
export function writerField({ identity }: Reader): Html {
  return hidden('writer', readerMark(identity))
}

/** True for readers whose marks the server stores: guests get no forms for them. */
export function mayMark({ identity }: Pick<Reader, 'identity'>): boolean {
  return identity === undefined || mayActAs(identity.role, 'reader')
}
