import type { BriefDocument } from '../core/brief-document.ts'
import { defined } from '../core/defined.ts'

/** A brief with everything one can have, and with characters that break careless markup. */
export const briefDocument: BriefDocument = {
  day: '2026-03-17',
  until: '2026-03-17T07:00:00.000Z',
  title: 'Daily brief · Tuesday 17 March 2026',
  language: 'en',
  direction: 'ltr',
  url: 'https://news.example.org/brief/2026-03-17',
  facts: ['2 stories, about 1 minute of reading', 'until Tue 17 Mar 2026, 07:00 (UTC)'],
  stories: [
    {
      id: 'story-1',
      title: 'Talks & <tolls>: “Who pays?”',
      language: 'en',
      url: 'https://news.example.org/stories/story-1',
      facts: ['You follow it: Harbor', '2 independent reports in 3 articles: Northern Wire, Echo'],
      lines: [
        { text: 'The council agreed to a second ferry.', isQuote: false, language: 'en', note: 1 },
        { speaker: 'Mara Ellind', text: 'We will build it', isQuote: true, language: 'en', note: 2 },
        {
          heading: 'Accounts differ',
          speaker: 'Tomas Reyd',
          text: 'A < B & “C”',
          isQuote: true,
          language: 'fr',
          note: 3,
        },
        { text: 'Nobody has said so.', isQuote: false, language: 'en', note: 1 },
      ],
    },
    {
      id: 'story-2',
      title: 'الجسر مغلق',
      language: 'ar',
      url: 'https://news.example.org/stories/story-2',
      facts: ['1 independent report in 1 article'],
      lines: [{ text: 'قالت العمدة إن الجسر آمن.', isQuote: false, language: 'ar', note: 4 }],
    },
  ],
  nothing: 'Nothing to tell',
  notes: [
    note(1, 'Northern Wire', 'Second ferry agreed', 'en', 'https://wire.example/1?a=1&b=2'),
    note(2, 'Northern Wire', 'Second ferry agreed', 'en', 'https://wire.example/1?a=1&b=2'),
    note(3, 'Écho <du> Port', 'Qui paie & pourquoi', 'fr'),
    note(4, 'صحيفة المضيق', 'الجسر مغلق', 'ar', 'https://strait.example/4'),
  ],
  ending: ['Hidden by your mutes: 1 story (tram: 1).', 'That’s all.'],
  labels: {
    contents: 'Stories',
    sources: 'Where each sentence is',
    original: 'at the outlet',
    said: 'quote:',
    endOfQuote: 'End of quote',
    from: 'in',
    story: 'The whole story',
  },
}

function note(number: number, outlet: string, title: string, language: string, original?: string) {
  const url = `https://news.example.org/citations/doc-${number}/0-20`
  return { number, outlet, title, language, url, ...defined({ original }) }
}
