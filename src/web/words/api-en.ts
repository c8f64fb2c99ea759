import { grouped } from './counts-en.ts'

/** The words of the pages about the interface for programs. What operations and fields mean stays English, as in the code. */
export type ApiWords = {
  readonly title: string
  readonly lead: string
  readonly openApiNote: string
  readonly tokens: string
  readonly tokensNote: string
  readonly limits: (count: number) => string
  readonly inEnglish: string
  readonly needs: string
  readonly noToken: string
  readonly answers: string
  readonly nothing: string
  readonly required: string
  readonly places: Readonly<Record<'path' | 'query' | 'body', string>>
  readonly problems: string
  readonly problemsNote: string
  readonly link: string
  readonly areas: Readonly<
    Record<
      | 'day'
      | 'stories'
      | 'articles'
      | 'search'
      | 'feeds'
      | 'marks'
      | 'discussion'
      | 'alerts'
      | 'sending'
      | 'settings'
      | 'house',
      string
    >
  >
}

export const apiEn: ApiWords = {
  title: 'Interface for programs',
  lead: 'Everything on these pages can also be asked for by a program with a token, and answers in JSON.',
  openApiNote: 'The whole interface for machines: every route, what it takes and what it answers.',
  tokens: 'Tokens for programs',
  tokensNote: 'Each may read, also mark, or do all that your role may.',
  limits: (count) => `A program may ask ${grouped.format(count)} times a minute.`,
  inEnglish: 'What routes and fields mean is told in English.',
  needs: 'The token may',
  noToken: 'no token needed',
  answers: 'Answer',
  nothing: 'nothing (204)',
  required: 'required',
  places: { path: 'in the path', query: 'in the query', body: 'in the JSON body' },
  problems: 'What can go wrong',
  problemsNote: 'Every refusal is a problem document (RFC 9457); its type leads to one of these lines.',
  link: 'How programs use a token',
  areas: {
    day: 'Day and brief',
    stories: 'Stories',
    articles: 'Articles',
    search: 'Search, questions, people',
    feeds: 'Feeds and entries',
    marks: 'Marks',
    discussion: 'Discussion',
    alerts: 'Alerts',
    sending: 'Sending outside',
    settings: 'Settings',
    house: 'Server',
  },
}
