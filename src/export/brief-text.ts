import type { BriefDocument, BriefLine, BriefNote, BriefStory } from '../core/brief-document.ts'

const WIDTH = 74

/** A brief as plain text with numbered sentences and their sources at the end. For a terminal, a mail, a printer. */
export function briefAsText(brief: BriefDocument): string {
  const { title, facts, stories, nothing, notes, ending, labels } = brief
  const head = [title, '='.repeat(Math.min(WIDTH, title.length)), ...facts.map((fact) => wrap(fact, ''))].join('\n')
  const parts = [
    head,
    ...(stories.length === 0 ? [wrap(nothing, '')] : stories.map((story, index) => storyText(story, index + 1))),
    ending.map((line) => wrap(line, '')).join('\n'),
    ...(notes.length === 0 ? [] : [[labels.sources, ...notes.map(noteText)].join('\n')]),
  ]
  return `${parts.join('\n\n')}\n`
}

function storyText({ title, facts, lines, url }: BriefStory, place: number): string {
  const mark = `${place}. `
  return [
    wrap(oneLine(title), mark),
    ...facts.map((fact) => wrap(fact, '   ')),
    ...lines.flatMap(lineText),
    `   ${url}`,
  ].join('\n')
}

function lineText({ heading, speaker, text, isQuote, note }: BriefLine): readonly string[] {
  const words = isQuote ? `“${oneLine(text)}”` : oneLine(text)
  return [
    ...(heading === undefined ? [] : [`   ${heading}:`]),
    wrap(`${speaker === undefined ? '' : `${speaker}: `}${words} [${note}]`, '   - '),
  ]
}

function noteText({ number, outlet, title, url, original }: BriefNote): string {
  const mark = `[${number}] `
  const under = ' '.repeat(mark.length)
  return [
    wrap(`${outlet}: ${oneLine(title)}`, mark),
    `${under}${url}`,
    ...(original === undefined ? [] : [`${under}${original}`]),
  ].join('\n')
}

/** Text for one line: line breaks become spaces. */
function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}

/** Wraps at spaces, with a mark before the first line and the same indentation for the others. */
function wrap(text: string, mark: string): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && mark.length + line.length + 1 + word.length > WIDTH) {
      lines.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  lines.push(line)
  return lines.map((each, index) => `${index === 0 ? mark : ' '.repeat(mark.length)}${each}`).join('\n')
}
