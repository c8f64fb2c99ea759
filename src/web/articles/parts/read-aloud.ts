import { assetPath } from '../../assets.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/**
 * A place for the control that reads aloud what a selector finds on the page. It is empty: only a browser with script and
 * with a voice of its own for the language puts buttons there. With `tellsQuotes` a quotation (`q`) begins and ends in words.
 */
export function readAloud(selector: string, { words }: Reader, tellsQuotes = false): Html {
  const { listen, pause, goOn, stop, speed } = words.frame
  const { previous, next, voice, hint } = words.listening
  const { said, endOfQuote } = words.ownBrief.labels
  return html`<read-aloud hidden data-of="${selector}" data-listen="${listen}" data-pause="${pause}" data-go-on="${goOn}" data-stop="${stop}" data-speed="${speed}" data-previous="${previous}" data-next="${next}" data-voice="${voice}" data-hint="${hint}" data-silence="${assetPath('silence.wav')}"${tellsQuotes && html` data-said="${said}" data-ended="${endOfQuote}"`}></read-aloud>`
}
