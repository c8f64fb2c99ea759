import type { BriefDocument, BriefLine, BriefNote, BriefStory } from '../../../core/brief-document.ts'
import type { Citation } from '../../../core/citation.ts'
import { defined } from '../../../core/defined.ts'
import type { BriefStoryView, BriefView } from '../../../operations/day/brief-views.ts'
import { citationPath, isWebUrl, storyPath } from '../../layout/links.ts'
import { absolute, longDay } from '../../layout/time.ts'
import type { Reader } from '../../reader.ts'
import { whatIsNew } from './brief-story.ts'

const outletsNamed = 6

/**
 * A brief as text in the reader's language, for everything but its page: mail, plain text, feed, e-book, speech. `base`: URL of the server
 * without a trailing slash; `ownDay`: the day in the reader's time zone. Each cited place gets one number.
 */
export function briefText(
  view: BriefView,
  reader: Reader,
  base: string,
  { isWeek = false, ownDay = view.day }: { readonly isWeek?: boolean; readonly ownDay?: string } = {},
): BriefDocument {
  const { words, language } = reader
  const notes = numberNotes(base)
  const stories = view.stories.map((story) => storyText(story, reader, base, notes.numberOf))
  const day = longDay(ownDay, reader)
  return {
    day: view.day,
    until: view.until,
    title: isWeek ? words.ownBrief.titleOfWeek(day) : `${words.brief.title} · ${day}`,
    language,
    direction: words.direction,
    url: `${base}/brief/${view.day}`,
    facts: [
      ...(stories.length === 0
        ? []
        : [
            `${words.stories(stories.length)}${words.direction === 'rtl' ? '، ' : ', '}${words.brief.minutes(view.minutes)}`,
          ]),
      words.brief.asOf(absolute(view.until, reader)),
    ],
    stories,
    nothing: words.brief.nothing,
    notes: notes.all(),
    ending: [...leftOut(view, reader), words.brief.thatsAll],
    labels: { ...words.ownBrief.labels, contents: words.find.tabs.stories, sources: words.sources },
  }
}

/** What is left out of a brief and why, in words. */
function leftOut(
  { hidden, unchangedCount, otherLanguageCount }: BriefView,
  { words }: Pick<Reader, 'words'>,
): readonly string[] {
  const { ownBrief, stories } = words
  return [
    ...(hidden && !hidden.isShown
      ? [
          ownBrief.hid(
            stories(hidden.total),
            hidden.counts.map(({ label, count }) => `${label}: ${words.number(count)}`).join(', '),
          ),
        ]
      : []),
    ...(unchangedCount > 0 ? [ownBrief.unchangedOut(stories(unchangedCount))] : []),
    ...(otherLanguageCount > 0 ? [ownBrief.languagesOut(stories(otherLanguageCount))] : []),
  ]
}

type NumberOf = (citation: Citation, story: BriefStoryView) => number

function numberNotes(base: string): { readonly numberOf: NumberOf; readonly all: () => readonly BriefNote[] } {
  const notes = new Map<string, BriefNote>()
  return {
    numberOf(citation, { documents, language }) {
      const url = `${base}${citationPath(citation)}`
      const known = notes.get(url)
      if (known) return known.number
      const document = documents[citation.documentId]
      const note: BriefNote = {
        number: notes.size + 1,
        outlet: document?.sourceName ?? '',
        title: document?.title ?? '',
        language: document?.language ?? language,
        url,
        ...defined({ original: isWebUrl(document?.url) ? document.url : undefined }),
      }
      notes.set(url, note)
      return note.number
    },
    all: () => [...notes.values()],
  }
}

function storyText(story: BriefStoryView, reader: Reader, base: string, numberOf: NumberOf): BriefStory {
  const { words } = reader
  const { strongest } = story
  const comma = words.direction === 'rtl' ? '، ' : ', '
  const line = (citation: Citation, more: Partial<BriefLine> = {}): BriefLine => ({
    text: citation.exact,
    isQuote: false,
    language: story.documents[citation.documentId]?.language ?? story.language,
    note: numberOf(citation, story),
    ...more,
  })
  const reports = words.independentOf(story.reportCount, story.articleCount)
  const outlets = [
    ...story.outlets.slice(0, outletsNamed),
    ...(story.outlets.length > outletsNamed ? [words.more(story.outlets.length - outletsNamed)] : []),
  ]
  return {
    id: story.id,
    title: story.title,
    language: story.language,
    url: `${base}${storyPath(story.id)}`,
    facts: [
      ...(story.followedAs ? [words.ownBrief.followedAs(story.followedAs.join(comma))] : []),
      `${reports}${words.colon}${outlets.join(comma)}`,
      ...whatIsNew(story, reader),
      ...(story.isWithheld ? [words.brief.withheld] : []),
    ],
    lines: [
      ...story.points.map(({ citation }) => line(citation)),
      ...(strongest?.kind === 'quote'
        ? [line(strongest.citation, { speaker: strongest.speaker, isQuote: strongest.isDirect })]
        : []),
      ...(strongest?.kind === 'difference'
        ? [
            line(strongest.a.citation, {
              heading: words.badges.differs,
              isQuote: strongest.a.isDirect,
              ...defined({ speaker: strongest.a.speaker }),
            }),
            line(strongest.b.citation, {
              isQuote: strongest.b.isDirect,
              ...defined({ speaker: strongest.b.speaker }),
            }),
          ]
        : []),
    ],
  }
}
