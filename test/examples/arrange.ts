import { type ArticleId, asId, type ChoiceId, type StoryId } from '../../src/core/ids.ts'
import type { StoryChoice, StoryEvent } from '../../src/core/story-choice.ts'
import type { ArrangeView, ChoiceResult, ChoiceView, ProposalView } from '../../src/operations/stories/choice-views.ts'
import { arabic, copy, type ExampleText, hostile, own, texts, wire } from './texts.ts'

const storyId = asId<StoryId>('story-1')
const otherId = asId<StoryId>('story-2')
const articleIdOf = (example: ExampleText) => asId<ArticleId>(example.id.replace('doc-', 'article-'))
const arranged = (example: ExampleText) => ({
  articleId: articleIdOf(example),
  title: example.title,
  sourceName: example.outlet,
  language: example.language,
  publishedAt: example.at,
})

export const choice: StoryChoice = {
  id: asId<ChoiceId>('choice-1'),
  kind: 'split',
  from: storyId,
  to: otherId,
  fromTitle: wire.title,
  toTitle: 'Storm closes the lower quay',
  articleIds: [articleIdOf(copy), articleIdOf(arabic)],
  at: '2026-03-17T09:20:00.000Z',
}
const merge: StoryChoice = {
  ...choice,
  id: asId<ChoiceId>('choice-2'),
  kind: 'merge',
  from: asId<StoryId>('story-9'),
  to: storyId,
  fromTitle: hostile.title,
  toTitle: wire.title,
  articleIds: [articleIdOf(hostile)],
}

const between = { from: storyId, to: otherId, fromTitle: wire.title, toTitle: choice.toTitle }
const into = { from: otherId, to: storyId, fromTitle: hostile.title, toTitle: wire.title }
const move = (
  kind: 'moved' | 'split' | 'merged' | 'undone',
  by: 'reader' | 'clustering',
  isInto: boolean,
  example: ExampleText,
): StoryEvent => ({
  kind,
  by,
  at: '2026-03-17T08:40:00.000Z',
  ...(isInto ? into : between),
  articleIds: [articleIdOf(example)],
  isInto,
  ...(by === 'reader' ? { choiceId: choice.id } : {}),
})
const arrival = (kind: 'founded' | 'joined', example: ExampleText): StoryEvent => ({
  kind,
  at: example.at,
  articleId: articleIdOf(example),
  title: example.title,
  sourceName: example.outlet,
})

/** Every kind of event, both ways. */
export const history: readonly StoryEvent[] = [
  move('merged', 'reader', true, hostile),
  move('undone', 'reader', false, copy),
  move('split', 'reader', false, copy),
  move('moved', 'clustering', true, arabic),
  move('moved', 'clustering', false, own),
  move('undone', 'reader', true, own),
  move('split', 'clustering', true, own),
  move('merged', 'clustering', false, own),
  arrival('joined', own),
  arrival('joined', copy),
  arrival('founded', wire),
]

export const proposals: readonly ProposalView[] = [
  {
    id: 'proposal-1',
    kind: 'merge',
    at: '2026-03-17T09:00:00.000Z',
    other: { id: otherId, title: 'Storm closes the lower quay', articleCount: 12 },
    articles: [],
    sharedNames: ['Mara Ellind', 'Halvik'],
    sharedWords: ['quay', 'storm'],
  },
  {
    id: 'proposal-2',
    kind: 'split',
    at: '2026-03-17T09:00:00.000Z',
    articles: [arranged(own), arranged(hostile)],
    sharedNames: [],
    sharedWords: [],
  },
  {
    id: 'proposal-3',
    kind: 'split',
    at: '2026-03-17T09:00:00.000Z',
    other: { id: otherId, title: hostile.title, articleCount: 1 },
    articles: [arranged(arabic)],
    sharedNames: [],
    sharedWords: [],
  },
]

const candidates = [wire, arabic, hostile].map(({ title, language, at }, index) => ({
  id: asId<StoryId>(`story-${index + 2}`),
  title,
  language,
  articleCount: index + 1,
  lastAt: at,
  sharedNames: index === 0 ? ['Mara Ellind'] : [],
}))

/** A story to arrange, with an article that is to leave it. */
export const arrange: ArrangeView = {
  id: storyId,
  title: wire.title,
  language: 'en',
  articles: texts.map(arranged),
  leaving: { articleId: articleIdOf(arabic), candidates, reportCount: 2 },
  mergeable: candidates,
  query: '',
  choices: [choice, merge],
}

/** Nothing to choose from: a story of one article, a search that found nothing. */
export const arrangeAlone: ArrangeView = {
  id: storyId,
  title: hostile.title,
  language: 'en',
  articles: [arranged(hostile)],
  mergeable: [],
  query: 'nothing "at" <all>',
  choices: [],
}

export const choiceView: ChoiceView = { choice, articles: [copy, arabic].map(arranged), fromId: storyId, toId: otherId }
export const undoneView: ChoiceView = {
  ...choiceView,
  choice: { ...merge, undoneAt: '2026-03-17T09:40:00.000Z' },
  articles: [arranged(hostile)],
}

export const refusedLater: Extract<ChoiceResult, { kind: 'refused' }> = {
  kind: 'refused',
  why: 'later',
  message: 'A later choice moved some of these articles.',
  later: merge,
}
