import type { Entity } from '../../src/core/annotation.ts'
import { type Citation, cite } from '../../src/core/citation.ts'
import {
  type ArticleId,
  asId,
  type DocumentId,
  type EntityId,
  type SourceId,
  type StoryId,
} from '../../src/core/ids.ts'
import type { Dossier, Member, Wording } from '../../src/core/story.ts'
import type { CitedDocument, StoryView } from '../../src/operations/views.ts'
import { keyQuotes } from '../../src/story/people/key-quotes.ts'
import { choice, history, proposals } from './arrange.ts'
import { arabic, copy, type ExampleText, hostile, joinBlocks, namesake, own, spanOf, texts, wire } from './texts.ts'

export const storyId = asId<StoryId>('story-1')
export const articleIdOf = (example: ExampleText): ArticleId => asId<ArticleId>(example.id.replace('doc-', 'article-'))

/** A citation of words that are in an example text. */
export function citeWords(example: ExampleText, words: string): Citation {
  return cite({ id: asId<DocumentId>(example.id), text: joinBlocks(example).text }, spanOf(example, words))
}

export function citedDocument(example: ExampleText): CitedDocument {
  return {
    documentId: asId<DocumentId>(example.id),
    articleId: articleIdOf(example),
    sourceName: example.outlet,
    title: example.title,
    publishedAt: example.at,
    url: `https://${example.id}.example/news`,
    blockStarts: joinBlocks(example).spans.map(({ start }) => start),
    language: example.language,
  }
}

export const ellind = person('mara-ellind', 'Mara Ellind')
export const reyd = person('tomas-reyd', 'Tomas Reyd')

function person(key: string, name: string): Entity {
  return { id: asId<EntityId>(`person:${key}`), kind: 'person', name }
}

function member(example: ExampleText, rest: Partial<Member> & Pick<Member, 'own' | 'group' | 'role'>): Member {
  return {
    articleId: articleIdOf(example),
    documentId: asId<DocumentId>(example.id),
    sourceId: asId<SourceId>(`source-${example.id}`),
    sourceName: example.outlet,
    title: example.title,
    publishedAt: example.at,
    kind: 'article',
    completeness: { kind: 'complete' },
    ...rest,
  }
}

// Twenty small papers that print the wire as it is: what independence has to see through.
const smallPapers = Array.from({ length: 20 }, (_, index) =>
  member(
    {
      ...copy,
      id: `doc-paper-${index + 1}`,
      outlet: `${['Kelby', 'Orsund', 'Varn', 'Tolness', 'Ambly'][index % 5]} ${['Echo', 'Courier', 'Mercury', 'Times'][index % 4]}`,
      at: new Date(Date.parse(copy.at) + index * 21 * 60_000 + (index % 3) * 50 * 60_000).toISOString(),
    },
    { own: 0, group: 0, role: 'copy', copiedFrom: asId<DocumentId>(wire.id) },
  ),
)

export const members: readonly Member[] = [
  member(wire, { own: 1, group: 0, role: 'original' }),
  member(copy, { own: 0.04, group: 0, role: 'copy', copiedFrom: asId<DocumentId>(wire.id) }),
  ...smallPapers,
  member(own, { own: 0.71, group: 1, role: 'partly-own' }),
  member(arabic, { own: 1, group: 2, role: 'original', completeness: { kind: 'blurb', reason: 'two paragraphs' } }),
  member(hostile, { own: 0.9, group: 3, role: 'undecided', kind: 'live' }),
]

export function wording(citation: Citation, rest: Partial<Wording> = {}): Wording {
  return { citation, kind: 'direct', confidence: 0.96, pattern: 'cue-right', ...rest }
}

export const carriers = [wire.outlet, copy.outlet, ...smallPapers.map(({ sourceName }) => sourceName)]

export const dossier: Dossier = {
  storyId,
  headline: { documentId: asId<DocumentId>(wire.id), title: wire.title },
  language: 'en',
  members,
  reports: [
    {
      group: 0,
      originName: wire.outlet,
      how: 'credit',
      documentIds: members.filter(({ group }) => group === 0).map(({ documentId }) => documentId),
    },
    { group: 1, originName: own.outlet, how: 'alone', documentIds: [asId<DocumentId>(own.id)] },
    { group: 2, originName: arabic.outlet, how: 'alone', documentIds: [asId<DocumentId>(arabic.id)] },
    { group: 3, originName: hostile.outlet, how: 'undecided', documentIds: [asId<DocumentId>(hostile.id)] },
  ],
  shared: [
    {
      documentId: asId<DocumentId>(copy.id),
      otherId: asId<DocumentId>(wire.id),
      kind: 'cut-copy',
      count: 5,
      passages: [
        { here: citeWords(copy, copy.blocks[0]!), there: citeWords(wire, wire.blocks[0]!) },
        { here: citeWords(copy, copy.blocks[1]!), there: citeWords(wire, wire.blocks[1]!) },
      ],
    },
  ],
  retellings: [
    {
      documentId: asId<DocumentId>(own.id),
      otherId: asId<DocumentId>(wire.id),
      share: 0.31,
      figures: 2,
      pairs: [{ here: citeWords(own, own.blocks[2]!), there: citeWords(wire, wire.blocks[2]!) }],
    },
  ],
  brief: [
    { text: wire.blocks[0]!, citations: [citeWords(wire, wire.blocks[0]!)], outlets: carriers },
    { text: wire.blocks[1]!, citations: [citeWords(wire, wire.blocks[1]!)], outlets: carriers.slice(0, 7) },
    { text: own.blocks[0]!, citations: [citeWords(own, own.blocks[0]!)], outlets: [own.outlet] },
    { text: arabic.blocks[0]!, citations: [citeWords(arabic, arabic.blocks[0]!)], outlets: [arabic.outlet] },
    { text: hostile.blocks[0]!, citations: [citeWords(hostile, hostile.blocks[0]!)], outlets: [hostile.outlet] },
  ],
  ledger: [
    {
      speaker: reyd,
      role: citeWords(wire, 'leads the island council'),
      utterances: [
        {
          wordings: [
            wording(
              citeWords(
                wire,
                'These were the two outcomes that mattered most today. They are good outcomes, and there was a real sense of unity,',
              ),
              {
                cue: citeWords(wire, 'said'),
              },
            ),
            wording(
              citeWords(
                own,
                'These were the two outcomes that mattered most. They are good outcomes, there was a real feeling of unity,',
              ),
              {
                channel: citeWords(own, 'in an interview'),
              },
            ),
          ],
          outlets: [wire.outlet, copy.outlet, own.outlet],
        },
        {
          wordings: [
            wording(
              citeWords(
                own,
                'A toll, he said, would be an insult to the crews who have carried the island through four winters.',
              ),
              {
                kind: 'indirect',
                confidence: 0.52,
                pattern: 'pronoun',
              },
            ),
          ],
          outlets: [own.outlet],
        },
      ],
    },
    {
      speaker: ellind,
      role: citeWords(wire, 'the mayor of Halvik'),
      otherRole: citeWords(namesake, 'the goalkeeper of Halvik United'),
      utterances: [
        {
          wordings: [
            wording(citeWords(wire, 'I don’t think you need a toll on the bridge,'), {
              when: citeWords(wire, 'on Monday'),
            }),
          ],
          outlets: [wire.outlet],
        },
        {
          wordings: [
            wording(citeWords(wire, 'all of us would obviously prefer a fair toll while we work on the ferry'), {
              kind: 'mixed',
              channel: citeWords(wire, 'Harbor Radio'),
              pattern: 'cue-left',
              confidence: 0.91,
            }),
          ],
          outlets: [wire.outlet],
        },
      ],
    },
  ],
  unattributed: [
    {
      wordings: [wording(citeWords(hostile, 'Quoted \u202E<!-- sdrawkcab -->'), { pattern: 'none', confidence: 0.3 })],
      outlets: [hostile.outlet],
    },
    {
      wordings: [wording(citeWords(arabic, 'هذه نتيجة جيدة للجميع'), { pattern: 'none', confidence: 0.4 })],
      outlets: [arabic.outlet],
    },
  ],
  timeline: [
    event('2014', citeWords(wire, 'The first ferry has run since 2014.'), citeWords(wire, 'since 2014'), {
      until: '..',
    }),
    event('2026-03-16', citeWords(wire, wire.blocks[0]!), citeWords(wire, 'on Monday')),
    event('2026-03-17', citeWords(own, own.blocks[0]!), citeWords(own, 'on Tuesday')),
    event(
      '2026-03-17',
      citeWords(wire, 'Engineers will start detailed work on Tuesday.'),
      citeWords(wire, 'on Tuesday'),
      { isPlanned: true },
    ),
    event('2026-03-20', citeWords(wire, wire.blocks[6]!), citeWords(wire, 'by Friday'), { isPlanned: true }),
  ],
  differences: [
    {
      kind: 'reversal',
      a: { speaker: 'Mara Ellind', citation: citeWords(wire, 'I don’t think you need a toll on the bridge,') },
      b: {
        speaker: 'Mara Ellind',
        citation: citeWords(wire, 'all of us would obviously prefer a fair toll while we work on the ferry'),
      },
      why: 'Same speaker, same subject, opposite stance within one day.',
    },
    {
      kind: 'dispute',
      a: { citation: citeWords(wire, 'all of us would obviously prefer a fair toll while we work on the ferry') },
      b: { speaker: 'Tomas Reyd', citation: citeWords(own, 'no toll had been discussed at all') },
      signal: citeWords(own, 'contradicted the mayor'),
      why: 'A reporter says that one contradicts the other.',
    },
  ],
  commitments: [
    {
      by: 'Island crews',
      statement: { text: wire.blocks[6]!, citations: [citeWords(wire, wire.blocks[6]!)] },
      condition: citeWords(wire, 'if the harbor board signs'),
      due: citeWords(wire, 'by Friday'),
    },
  ],
  figures: [
    {
      unit: 'people moved',
      readings: [
        { at: wire.at, value: 140, citation: citeWords(wire, 'Around 140 people') },
        { at: own.at, value: 210, citation: citeWords(own, '210 people') },
      ],
    },
  ],
  droppedCount: 2,
}

function event(
  date: string,
  citation: Citation,
  expression: Citation,
  rest: { until?: string; isPlanned?: boolean } = {},
) {
  return { date, text: citation.exact, citations: [citation] as const, expression, isPlanned: false, ...rest }
}

/** The first sentence of the brief below the headline, the others after it, and the first direct words of each speaker. */
export function overviewOf({ brief, ledger }: Dossier): StoryView['overview'] {
  const [first, ...rest] = brief
  return {
    ...(first && { dek: first.citations[0] }),
    brief: rest.slice(0, 5),
    quotes: keyQuotes(ledger, {}, []),
    continued: {},
  }
}

export const story: StoryView = {
  id: storyId,
  dossier,
  overview: overviewOf(dossier),
  section: 'Region',
  firstAt: wire.at,
  lastAt: hostile.at,
  changedAt: '2026-03-17T09:54:00Z',
  isOnDesk: false,
  documents: Object.fromEntries([...texts, namesake].map((example) => [example.id, citedDocument(example)])),
  reasons: {
    [articleIdOf(copy)]: {
      score: 0.91,
      sharedNames: ['Mara Ellind', 'Halvik'],
      sharedWords: ['ferry', 'harbor'],
      copiedSentences: 5,
    },
    [articleIdOf(own)]: { score: 0.58, sharedNames: ['Tomas Reyd'], sharedWords: ['toll', 'quay'], copiedSentences: 0 },
  },
  pictures: [
    {
      articleId: articleIdOf(wire),
      sourceName: wire.outlet,
      url: 'https://pictures.example/quay.jpg',
      alt: 'Boats at a quay',
      caption: 'The lower quay after the storm.',
      credit: 'Lina Orr / Northern Wire',
    },
    { articleId: articleIdOf(hostile), sourceName: hostile.outlet, url: 'javascript:alert(1)', caption: hostile.title },
  ],
  related: [
    {
      id: asId<StoryId>('story-2'),
      title: 'Storm closes the lower quay',
      articleCount: 12,
      lastAt: '2026-03-15T17:45:00Z',
      changedAt: '2026-03-15T18:00:00Z',
      reason: 'leads to',
      sharedNames: ['Lina Orr'],
      sharedWords: ['quay', 'storm'],
    },
  ],
  storyline: [
    {
      id: asId<StoryId>('story-2'),
      title: 'Storm closes the lower quay',
      firstAt: '2026-03-14T18:00:00Z',
      articleCount: 12,
      isPresent: false,
      from: {
        id: storyId,
        isPresent: true,
        reason: 'leads to',
        sharedNames: ['Lina Orr'],
        sharedWords: ['quay', 'storm'],
      },
    },
    {
      id: asId<StoryId>('story-0'),
      title: 'Boats torn from the lower quay',
      firstAt: '2026-03-14T23:00:00Z',
      articleCount: 3,
      isPresent: false,
      from: {
        id: asId<StoryId>('story-2'),
        isPresent: false,
        reason: 'follows',
        sharedNames: [],
        sharedWords: ['quay'],
      },
    },
    { id: storyId, title: wire.title, firstAt: wire.at, articleCount: 25, isPresent: true },
  ],
  inOtherLanguages: [
    {
      id: asId<StoryId>('story-fr'),
      title: 'Un péage sur le quai : le maire dément',
      language: 'fr',
      articleCount: 2,
      names: ['Tomas Reyd'],
      days: ['2026-03-16'],
      numbers: [5800],
    },
  ],
  badges: ['developing', 'differs'],
  history,
  choices: [choice],
  proposals,
}
