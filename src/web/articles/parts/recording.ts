import type { RecordingState } from '../../../core/feed/recording.ts'
import { clock } from '../../../core/time/clock.ts'
import { buttonForm, mayMark } from '../../layout/forms.ts'
import { foreign, type Html, html } from '../../layout/html.ts'
import type { Reader } from '../../reader.ts'

/** The URL of a recording (`/articles/x/audio`), its query, and the part of the page it reads. */
type RecordedPlace = { readonly path: string; readonly query?: string; readonly of: string }

/**
 * The recording of a page by the voice of this server: the player once it is made, else a button that requests it. Nothing without a voice.
 * It works without script; with script, the current sentence is marked.
 */
export function recordingPart(state: RecordingState | undefined, place: RecordedPlace, reader: Reader): Html {
  const inside = state && insideOf(state, place, reader)
  if (inside === undefined) return html``
  return html`<await-work id="listen" data-every="1500"${state?.kind === 'making' && html` data-busy`}>${inside}</await-work>`
}

function insideOf(state: RecordingState, place: RecordedPlace, reader: Reader): Html | undefined {
  const { listening: words } = reader.words
  switch (state.kind) {
    case 'none':
      return mayMark(reader) ? begin(words.make, place, reader) : undefined
    case 'failed':
      return html`<p class="notice warn" role="alert"><b>${words.states.failed}</b> <span class="small">${foreign(state.message)}</span></p>${mayMark(reader) && begin(reader.words.app.tryAgain, place, reader)}`
    case 'making':
      return html`<p class="small" role="status">${words.states.making}${reader.words.colon}${reader.words.percent(state.share)} <progress max="100" value="${Math.round(state.share * 100)}" aria-label="${words.states.making}"></progress> <a href="${reader.path}#listen">${reader.words.refresh}</a></p>`
    case 'recorded':
      return player(state, place, reader)
  }
}

function begin(label: string, { path, query = '' }: RecordedPlace, reader: Reader): Html {
  return buttonForm(reader, { action: `${path}${query}`, label, variant: 'quiet' })
}

function player(
  { seconds, bytes }: Extract<RecordingState, { readonly kind: 'recorded' }>,
  { path, query = '', of }: RecordedPlace,
  { words }: Reader,
): Html {
  return html`<listen-along data-of="${of}"><audio controls preload="none" aria-label="${words.listening.recording}" src="${path}${query}"><track kind="metadata" src="${path}.vtt${query}"></audio> <small>${clock(seconds)} · ${words.admin.bytes(bytes)}</small></listen-along>`
}
