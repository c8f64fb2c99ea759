const OPENED = /<(think|thinking|reasoning)>/i
const CLOSED = /<\/(?:think|thinking|reasoning)>/gi

/**
 * A model's text without its reasoning: removes everything up to the last closing tag of a reasoning block, and everything after
 * one that is never closed. Linear time.
 */
export function withoutThinking(text: string): string {
  let from = 0
  for (const closed of text.matchAll(CLOSED)) from = closed.index + closed[0].length
  const answer = text.slice(from)
  const opened = OPENED.exec(answer)
  return opened ? answer.slice(0, opened.index) : answer
}
