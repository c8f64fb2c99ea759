import { escapeHtml } from '../core/escape-html.ts'
import type { Cue } from '../core/recording.ts'

/** When each sentence of a recording is said, as WebVTT (W3C), from seconds. */
export function webVtt(cues: readonly Cue[]): string {
  const blocks = cues.map(({ from, until, text }) => `${timeOf(from)} --> ${timeOf(until)}\n${escaped(text)}\n`)
  return ['WEBVTT\n', ...blocks].join('\n')
}

function timeOf(seconds: number): string {
  const ms = Math.round(seconds * 1000)
  const part = (size: number, of: number, width = 2) => String(Math.floor(ms / size) % of).padStart(width, '0')
  return `${part(3_600_000, Number.POSITIVE_INFINITY)}:${part(60_000, 60)}:${part(1000, 60)}.${part(1, 1000, 3)}`
}

/** No letter of it can end the cue or be read as markup. */
function escaped(text: string): string {
  return escapeHtml(text.replace(/\s+/g, ' ').trim())
}
