import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'

/**
 * A place for the control that reads aloud what a selector finds on the page. It is empty: only a browser with script and
 * with a voice of its own for the language puts buttons there.
 */
export function readAloud(selector: string, { words }: Reader): Html {
  const { listen, pause, goOn, stop, speed } = words.frame
  return html`<read-aloud hidden data-of="${selector}" data-listen="${listen}" data-pause="${pause}" data-go-on="${goOn}" data-stop="${stop}" data-speed="${speed}"></read-aloud>`
}
