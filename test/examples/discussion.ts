import type {
  CommentView,
  DiscussedView,
  DiscussionView,
  LogEntryView,
} from '../../src/operations/discussion/discussion-views.ts'
import type { Answers } from './answers.ts'
import * as views from './views.ts'

const { article, document } = views.article
const at = '2026-03-16T09:40:00.000Z'
const span = { start: 141, end: 200 }
const exact = document.text.slice(span.start, span.end)

export const onStory: DiscussedView = {
  kind: 'story',
  id: views.story.id,
  title: views.story.dossier.headline.title,
  language: 'en',
}
export const onArticle: DiscussedView = {
  kind: 'article',
  id: article.id,
  title: document.title,
  language: document.language,
  sourceName: views.article.source.name,
}

export const comment: CommentView = {
  id: 'comment-1',
  on: { kind: 'story', id: views.story.id },
  author: 'Ada <b>"Lind"',
  isOwn: false,
  at,
  editedAt: '2026-03-16T09:45:00.000Z',
  state: 'shown',
  holdReasons: [],
  rootId: 'comment-1',
  depth: 0,
  replyCount: 5,
  mayAppeal: false,
  blocks: [
    {
      kind: 'quote',
      content: [{ kind: 'paragraph', content: [{ kind: 'text', text: exact }] }],
      check: { kind: 'found', documentId: document.id, ...span },
    },
    {
      kind: 'quote',
      content: [{ kind: 'paragraph', content: [{ kind: 'text', text: 'Nobody ever said this' }] }],
      check: { kind: 'not-found' },
    },
    {
      kind: 'paragraph',
      content: [
        { kind: 'mention', name: 'Bo Ek' },
        { kind: 'text', text: ' <script>alert(1)</script> see ' },
        {
          kind: 'link',
          url: 'https://site.example/a?b=1&c=2',
          host: 'site.example',
          content: [{ kind: 'text', text: 'this' }],
        },
        { kind: 'break' },
        {
          kind: 'strong',
          content: [
            { kind: 'text', text: 'and' },
            { kind: 'code', text: 'a < b' },
          ],
        },
      ],
    },
    {
      kind: 'list',
      isOrdered: true,
      start: 3,
      items: [[{ kind: 'paragraph', content: [{ kind: 'emphasis', content: [{ kind: 'text', text: 'third' }] }] }]],
    },
    { kind: 'code', text: 'const x = "</code>"' },
  ],
}

const words = (text: string): CommentView['blocks'] => [{ kind: 'paragraph', content: [{ kind: 'text', text }] }]
const reply = (id: string, depth: number, more: Partial<CommentView> = {}): CommentView => {
  const { editedAt: _, ...rest } = comment
  return { ...rest, id, depth, parentId: 'comment-1', replyCount: 0, blocks: words('I was there.'), ...more }
}
const arabic = reply('comment-2', 1, { author: 'ليلى', blocks: words('سؤال للعمدة: متى يُفتح الجسر؟') })
const own = reply('comment-3', 2, {
  author: '',
  isOwn: true,
  state: 'held',
  holdReasons: ['first-comment', 'many-links'],
  editableUntil: '2026-03-16T10:10:00.000Z',
})
const { author: _, ...nameless } = reply('comment-4', 3, { state: 'removed', blocks: [] })
const sentence = { documentId: document.id, span, exact }

export const discussionOfStory: DiscussionView = {
  on: onStory,
  count: 6,
  threads: [
    { first: comment, replies: [arabic, own, nameless], isLocked: false },
    { first: reply('comment-5', 0, { rootId: 'comment-5' }), replies: [], isLocked: true },
  ],
  next: 'older',
  mayWrite: 'yes',
  articles: [{ id: article.id, title: document.title, sourceName: views.article.source.name, count: 2 }],
}
export const discussionOfArticle: DiscussionView = {
  on: onArticle,
  count: 1,
  threads: [{ first: { ...comment, on: onArticle, sentence, replyCount: 0 }, replies: [], isLocked: false }],
  lock: { reason: 'Too <heated>', at },
  mayWrite: 'locked',
  articles: [],
  story: { id: views.story.id, title: onStory.title, count: 6 },
}

const entries: readonly LogEntryView[] = [
  { id: 'entry-1', kind: 'hold', by: 'rules', commentId: 'comment-3', on: onStory, reason: 'first-comment repeat', at },
  {
    id: 'entry-2',
    kind: 'remove',
    by: 'moderator',
    name: 'Bo Ek',
    commentId: 'comment-4',
    on: onStory,
    reason: 'Insults <b>',
    at,
  },
  { id: 'entry-3', kind: 'block', by: 'moderator', reason: '', at },
]
const titled = (each: CommentView) => ({ ...each, title: onStory.title, language: 'en' })
const queued = reply('comment-6', 0, { state: 'held', holdReasons: ['spam-shape'], isOwn: false })

/** The discussion from plain objects; every change is recorded. */
export function discussionOperations(changes: unknown[]) {
  const record = <Answer>(name: string, input: unknown, answer: Answer): Answer => {
    changes.push([name, input])
    return answer
  }
  const known = ({ kind, id }: { readonly kind: string; readonly id: string }) =>
    (kind === 'story' && (id === onStory.id || id === 'story-merged')) || (kind === 'article' && id === onArticle.id)
  return {
    has_discussion: async () => true,
    get_discussion: async (input) => {
      if (!known(input)) return undefined
      if (input.cursor === 'none') return { ...discussionOfStory, threads: [], count: 0, articles: [] }
      if (input.kind === 'story') return discussionOfStory
      if (!input.sentence) return discussionOfArticle
      const { lock: _, ...open } = discussionOfArticle
      return { ...open, sentence: { ...sentence, now: sentence }, mayWrite: 'yes' }
    },
    get_comment: async ({ id }) => {
      const chosen = [comment, arabic, own].find((each) => each.id === id)
      const { threads } = discussionOfStory
      return (
        chosen && {
          on: onStory,
          id,
          first: comment,
          replies: threads[0]!.replies,
          next: 'more',
          isThreadLocked: false,
          mayWrite: 'yes',
          chosen,
          decisions: entries.slice(0, 2),
        }
      )
    },
    get_comment_form: async (input) => {
      if ('changes' in input)
        return input.changes === own.id
          ? { on: onStory, mayWrite: 'yes', changes: { id: own.id, body: 'I was <there>.', until: at } }
          : undefined
      if ('answers' in input)
        return input.answers === comment.id ? { on: onStory, mayWrite: 'yes', answers: comment } : undefined
      if (!known(input)) return undefined
      if (!input.sentence) return { on: input.kind === 'story' ? onStory : onArticle, mayWrite: 'yes' }
      const others = [{ span: { start: 0, end: 40 }, exact: document.text.slice(0, 40) }]
      return { on: onArticle, mayWrite: 'yes', sentence: { documentId: document.id, chosen: span, exact, others } }
    },
    list_comments: async ({ on }) => {
      if (on && !known(on)) return undefined
      return { comments: [comment, arabic].map(titled), next: 'older', ...(on && { on: onStory }) }
    },
    list_mentions: async () => ({
      mentions: { comments: [titled(comment)] },
      own: { comments: [titled(own)], next: 'older' },
      isBlocked: true,
    }),
    get_moderation_queue: async ({ cursor }) =>
      cursor === 'none'
        ? { comments: [] }
        : {
            comments: [
              {
                comment: titled(queued),
                queuedAt: at,
                appeal: 'It was <meant> well.',
                reports: [{ reason: 'insult', words: 'Look at "this"', at }],
                isAuthorBlocked: false,
              },
            ],
            next: 'more',
          },
    get_moderation_log: async ({ cursor }) => ({ entries: cursor === 'none' ? [] : entries }),
    export_discussion: async (input) =>
      known(input)
        ? { text: '{}\n', mediaType: 'application/jsonl; charset=utf-8', fileName: `discussion-story.${input.format}` }
        : undefined,
    get_discussion_switch: async () => ({ isOn: true, chosen: 'auto', waiting: 2 }),
    write_comment: async (input) => {
      if ('kind' in input && !known(input)) return undefined
      if (input.body === '') return { kind: 'refused', reason: 'empty' }
      const isHeld = input.body.includes('casino')
      return record('writeComment', input, { kind: 'written', id: 'comment-1', on: comment.on, isHeld })
    },
    edit_comment: async (input) =>
      input.id === own.id
        ? record('editComment', input, { kind: 'written', id: own.id, on: comment.on, isHeld: false })
        : undefined,
    delete_comment: async (input) =>
      input.id === own.id ? record('deleteComment', input, { on: comment.on, rootId: 'comment-1' }) : undefined,
    report_comment: async (input) => record('reportComment', input, 'done'),
    appeal_decision: async (input) => record('appealDecision', input, 'done'),
    moderate_comment: async (input) => record('moderateComment', input, { id: input.id }),
    lock_discussion: async (input) => record('lockDiscussion', input, { id: input.id }),
    block_writer: async (input) => record('blockWriter', input, 'done'),
    set_discussion_switch: async (input) =>
      record('setDiscussionSwitch', input, { isOn: input.chosen === 'on', chosen: input.chosen, waiting: 0 }),
  } satisfies Answers
}
