import assert from 'node:assert/strict'
import { test } from 'node:test'
import { createTerminal } from './terminal.ts'

test('what an outlet says moves no cursor and sets no title', () => {
  const written: string[] = []
  const stream = { isTTY: true, write: (text: string) => written.push(text) }
  const terminal = createTerminal(stream, stream, false)
  terminal.line('A \u001b]0;title\u0007 and \u009b2J\rgone\ttab\nline\r\nrow')
  terminal.error('\u001b[31mred')
  assert.deepEqual(written, ['A \ufffd]0;title\ufffd and \ufffd2J\ufffdgone\ttab\nline\r\nrow\n', '\ufffd[31mred\n'])
})
