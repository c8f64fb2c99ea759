const OPENED = /<(think|thinking|reasoning)>/i
const CLOSED = /<\/(?:think|thinking|reasoning)>/gi

/**
 * A model's text without what it wrote to itself before its answer: all up to the last closing mark of such a block, and all from
 * one that was opened and never closed. Work grows with the length of the text alone.
 */
export function withoutThinking(text: string): string {
  let from = 0
  for (const closed of text.matchAll(CLOSED)) from = closed.index + closed[0].length
  const answer = text.slice(from)
  const opened = OPENED.exec(answer)
  return opened ? answer.slice(0, opened.index) : answer
}
