import { assetPath } from '../../assets.ts'
import { type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/**
 * An empty place for the control that reads aloud the elements a selector matches. Only a browser with script and a voice for the language
 * puts buttons there. With `tellsQuotes` the beginning and end of a quotation are announced.
 */
export function readAloud(selector: string, { words }: Reader, tellsQuotes = false): Html {
  const { listen, pause, goOn, stop, speed } = words.frame
  const { previous, next, voice, hint } = words.listening
  const { said, endOfQuote } = words.ownBrief.labels
  return html`<read-aloud hidden data-of="${selector}" data-listen="${listen}" data-pause="${pause}" data-go-on="${goOn}" data-stop="${stop}" data-speed="${speed}" data-previous="${previous}" data-next="${next}" data-voice="${voice}" data-hint="${hint}" data-silence="${assetPath('silence.wav')}"${tellsQuotes && html` data-said="${said}" data-ended="${endOfQuote}"`}></read-aloud>`
}
