import type { Heard } from '../../core/reading/heard.ts'
import { clock } from '../../core/time/clock.ts'
import type { Reader } from '../reader.ts'
import { type Html, html } from './html.ts'
import { outLink } from './links.ts'

/** Beside words of a recording: when they are heard there, as a link that opens it at that second. Nothing for words of a text. */
export function heardLink(heard: Heard | undefined, reader: Reader): Html {
  if (!heard) return html``
  const at = clock(heard.seconds)
  const { recordings } = reader.words
  return html` ${momentLink(heard, recordings.heardAt(at), reader)}`
}

/** The time alone: beside a paragraph of a transcript. */
export function momentLink({ seconds, url }: Heard, label: string, reader: Reader): Html {
  const title = reader.words.recordings.openAt(clock(seconds))
  return url ? outLink(url, label, html` class="hear" title="${title}"`) : html`<span class="hear">${label}</span>`
}
