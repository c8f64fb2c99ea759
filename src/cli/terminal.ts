import type { Quote } from '../core/quote.ts' /** Where a command writes: results to standard output, messages and progress to standard error. */
export type Terminal = {
  readonly isJson: boolean
  /** A line of the result for people; nothing with --json. */
  line(text?: string): void
  /** The result for programs; nothing without --json. */
  json(value: unknown): void
  /** What is wrong and what to do. */
  error(text: string): void
  /** Draws or redraws one progress line, only on a terminal. With `total` 0 there is no bar, only the words. */
  progress(label: string, done: number, total: number): void
  progressEnd(): void
}

type Stream = { readonly isTTY?: boolean; readonly columns?: number; write(text: string): unknown }

const BAR_WIDTH = 24

/** A terminal on two streams, for people or, with `isJson`, for programs. */
export function createTerminal(out: Stream, err: Stream, isJson: boolean): Terminal {
  let isDrawing = false
  let lastDrawn = ''
  const clear = () => {
    if (isDrawing && err.isTTY) err.write('\r\u001b[K')
    isDrawing = false
  }
  return {
    isJson,
    line(text = '') {
      if (isJson) return
      clear()
      out.write(`${shown(text)}\n`)
    },
    json(value) {
      if (isJson) out.write(`${JSON.stringify(value, null, 2)}\n`)
    },
    error(text) {
      clear()
      err.write(`${shown(text)}\n`)
    },
    progress(label, done, total) {
      if (isJson || !err.isTTY) return
      const drawn = drawBar(shown(label), done, total).slice(0, (err.columns ?? 80) - 1)
      if (drawn === lastDrawn && isDrawing) return
      lastDrawn = drawn
      isDrawing = true
      err.write(`\r\u001b[K${drawn}`)
    },
    progressEnd: clear,
  }
}

/**
 * Removes control characters, so that text from outside can't move the cursor, set a title or inject input. Line feeds and tabs
 * stay, as does the CR that ends CSV lines (RFC 4180).
 */
function shown(text: string): string {
  return text.replace(/(?!\r\n)[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '\ufffd')
}

export function drawBar(label: string, done: number, total: number): string {
  if (total <= 0) return `${label} ${done > 0 ? done : ''}`.trimEnd()
  const filled = Math.round((Math.min(done, total) / total) * BAR_WIDTH)
  return `${label.padEnd(9)} ${'█'.repeat(filled)}${'─'.repeat(BAR_WIDTH - filled)}  ${done} of ${total}`
}

/** A count with its noun: `1 story`, `2 stories`. The default plural adds an s. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`
}

/** A statement for the terminal, in quotation marks only where its article has them. */
export function inQuotationMarks(kind: Quote['kind'], words: string): string {
  return kind === 'direct' ? `“${words}”` : words
}
