import type { BriefStoryView, BriefView } from '../../operations/brief-views.ts'
import { whatIsNew } from '../parts/brief-story.ts'
import { storyPath } from '../parts/links.ts'
import { absolute, longDay } from '../parts/time.ts'
import type { Reader } from '../reader.ts'

/** A brief as plain text: for a terminal, a mail, a printer. `base` is the address of the server, without a slash at its end. */
export function briefText(view: BriefView, reader: Reader, base: string): string {
  const { words } = reader
  const title = `${words.brief.title} · ${longDay(view.day, reader)}`
  const head = [
    title,
    '='.repeat(Math.min(60, title.length)),
    words.brief.facts(words.stories(view.stories.length), words.brief.minutes(view.minutes)),
    `${words.brief.until} ${absolute(view.until, reader)} (${reader.timeZone})`,
  ]
  const stories = view.stories.map((story, index) => storyLines(story, index + 1, reader, base).join('\n'))
  return `${[head.join('\n'), ...(stories.length === 0 ? [words.brief.nothing] : stories), words.brief.thatsAll].join('\n\n')}\n`
}

function storyLines(story: BriefStoryView, place: number, reader: Reader, base: string): readonly string[] {
  const { words } = reader
  const from = (id: string) => story.documents[id]?.sourceName ?? ''
  const reports = words.independentOf(story.reportCount, story.articleCount)
  const { strongest } = story
  return [
    `${place}. ${line(story.title)}`,
    `   ${words.brief.reportedBy(reports, story.outlets.slice(0, 6).join(', '))}`,
    `   ${whatIsNew(story, reader)}`,
    ...(story.isWithheld ? [`   ${words.brief.withheld}`] : []),
    ...story.points.map(({ citation }) => `   - ${line(citation.exact)} [${from(citation.documentId)}]`),
    ...(strongest?.kind === 'quote'
      ? [`   ${strongest.speaker}: “${line(strongest.citation.exact)}” [${from(strongest.citation.documentId)}]`]
      : []),
    ...(strongest?.kind === 'difference'
      ? [
          `   ${words.brief.differ}:`,
          ...[strongest.a, strongest.b].map(
            ({ speaker, citation }) =>
              `   · ${speaker === undefined ? '' : `${speaker}: `}${line(citation.exact)} [${from(citation.documentId)}]`,
          ),
        ]
      : []),
    `   ${base}${storyPath(story.id)}`,
  ]
}

/** A text within a line: the letters stay, line breaks become spaces. */
function line(text: string): string {
  return text.replace(/\s*\n\s*/g, ' ')
}
