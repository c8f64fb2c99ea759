import type { EntryId } from '../../src/core/ids.ts'
import type { ChoiceResult } from '../../src/operations/stories/choice-views.ts'
import { storyFormats } from '../../src/operations/stories/export-story.ts'
import type { AddResult, ProgressView } from '../../src/operations/views.ts'
import { apiReference } from '../../src/rest/api-reference.ts'
import { createWeb } from '../../src/web/routes.ts'
import type { SubscribeProgress } from '../../src/web/watch-live.ts'
import { accountOperations } from './accounts.ts'
import { alertExamples } from './alerts.ts'
import { type Answers, runAnswers } from './answers.ts'
import { appExamples } from './app.ts'
import * as arrange from './arrange.ts'
import { askingOperations } from './asking.ts'
import { auditOperations } from './audit.ts'
import { bigStory } from './big-story.ts'
import { briefOperations } from './brief.ts'
import { changed } from './changes.ts'
import { checkingOperations } from './checking.ts'
import { compareOperations } from './compare.ts'
import { dayOperations } from './day.ts'
import { deskExamples } from './desk.ts'
import { discussionOperations } from './discussion.ts'
import { underEmbargo } from './embargo.ts'
import { feedOutOperations } from './feeds-out.ts'
import { findOperations } from './find.ts'
import { importingOperations } from './importing.ts'
import * as instance from './instance.ts'
import * as labels from './labels.ts'
import { letterEntry, letterOperations } from './letters.ts'
import { articleInMaking, heardArticle, listeningOperations, unheardStory } from './listening.ts'
import { liveOperations } from './live.ts'
import { liveArticle } from './live-page.ts'
import { mineOperations, notedArabicArticle, notedArticle, readStory } from './mine.ts'
import { modelOperations } from './models.ts'
import { comparedOutlets } from './outlets-compared.ts'
import { pageFeedOperations } from './page-feeds.ts'
import { peopleOperations } from './people.ts'
import { recordedEntry, recordedEntryId, recordingOperations } from './recordings.ts'
import { revisionOperations } from './revisions.ts'
import { sendingExamples } from './sending.ts'
import { sharingOperations } from './sharing.ts'
import { summaryOperations } from './summary.ts'
import { tagOperations } from './tags.ts'
import { textReportOperations } from './text-reports.ts'
import { offer, translationOperations } from './translations.ts'
import * as views from './views.ts'
import { waysOperations } from './ways.ts'
import { exampleWebsub } from './websub.ts'

/** The example views as operations, and a record of every change that was asked for: what pages are tested with. */
export function exampleOperations() {
  const { operations: live, subscribeNews, ...watching } = liveOperations()
  const changes: unknown[] = []
  const listeners = new Set<(progress: ProgressView) => void>()
  const record = (name: string) => async (input?: unknown) => {
    changes.push([name, input])
    return undefined
  }
  /** A choice about a story is refused for one that is not there, and was made before for the one that stands alone. */
  const chosen =
    (name: string) =>
    async (input: { readonly story: string }): Promise<ChoiceResult> => {
      if (input.story === 'nowhere')
        return { kind: 'refused', why: 'missing', message: 'That story no longer exists. Nothing was changed.' }
      if (input.story === 'story-alone') return { kind: 'refused', why: 'everything', message: 'That is all of it.' }
      changes.push([name, input])
      return input.story === 'story-again' ? { kind: 'already' } : { kind: 'done', choice: arrange.choice }
    }
  const app = {
    ...live,
    ...dayOperations,
    ...briefOperations(changes),
    ...mineOperations(changes),
    ...sharingOperations(changes),
    ...importingOperations(changes),
    ...exampleWebsub(changes),
    ...pageFeedOperations(changes),
    ...askingOperations(changes),
    ...checkingOperations,
    ...modelOperations(changes),
    ...tagOperations(changes),
    ...textReportOperations(changes),
    ...translationOperations(changes),
    ...accountOperations(changes),
    ...waysOperations(changes),
    ...discussionOperations(changes),
    ...discussionOperations(changes),
    ...accountOperations(changes),
    ...peopleOperations(),
    ...compareOperations,
    ...comparedOutlets,
    ...revisionOperations,
    ...auditOperations,
    ...summaryOperations,
    ...appExamples(record),
    ...listeningOperations(changes),
    ...recordingOperations,
    ...alertExamples(changes),
    ...deskExamples(changes),
    ...sendingExamples(changes),
    get_today: async ({ day, section }) => {
      if (day === '2026-01-01') return views.firstRun
      if (day === '2026-01-02') return views.gathering
      if (day === '2026-01-03') return views.quietDay
      return section === undefined ? views.today : { ...views.today, section }
    },
    // A story that went into another is answered with that one.
    get_story: async ({ id, since }) => {
      if (id === bigStory.id) return bigStory
      if (id !== views.story.id && id !== 'story-merged') return undefined
      return unheardStory(since === undefined ? readStory : changed)
    },
    get_article: async ({ id, start, end }) => {
      if (id === views.arabicArticle.article.id) return articleInMaking(notedArabicArticle)
      if (id === liveArticle.article.id) return liveArticle
      if (id === underEmbargo.article.article.id) return underEmbargo.article
      if (id !== views.article.article.id) return undefined
      const offered = heardArticle({ ...notedArticle, translations: offer })
      return start !== undefined && end !== undefined ? { ...offered, cited: { start, end } } : offered
    },
    get_kept_page: async ({ id }) =>
      id === views.article.article.id
        ? {
            body: ReadableStream.from([new Uint8Array([31, 139])]),
            mediaType: 'application/warc',
            fileName: `article-${id}.warc.gz`,
          }
        : undefined,
    get_citation: async ({ documentId }) => (documentId in views.story.documents ? views.citation : undefined),
    get_entry: async ({ id }) => {
      if (id === letterEntry.entry.id) return letterEntry
      if (id === recordedEntryId) return recordedEntry
      return id.startsWith('entry-') ? views.entryView : undefined
    },
    list_entries: instance.river,
    get_source: async ({ id }) => views.sources.find((source) => source.id === id),
    list_sources: async () => views.sources,
    ...feedOutOperations(changes),
    ...letterOperations(changes),
    ...findOperations(changes),
    list_packs: async () => views.add,
    list_jobs: async () => views.jobs,
    get_labels: async ({ articleId }) => {
      if (articleId === undefined) return labels.doubtful
      if (articleId === 'article-none') return labels.nothing
      return articleId === labels.ofArticle.article?.id ? labels.ofArticle : undefined
    },
    export_labels: async () => ({ text: '{"id":"a"}\n', labels: 1, withoutText: 0 }),
    export_opml: async () => '<opml/>',
    export_story: async ({ id, format }) =>
      id === views.story.id && storyFormats.includes(format)
        ? { text: '# Story', mediaType: 'text/plain; charset=utf-8', fileName: `a "b".${format}` }
        : undefined,
    add_feed: async (input): Promise<AddResult> => {
      changes.push(['addByUrl', input])
      if (input.url.includes('refused'))
        return { kind: 'refused', reason: 'no-feed', message: 'No feed was found at <this> address' }
      const candidates = [
        { url: 'https://site.example/feed', title: 'News' },
        { url: 'https://site.example/sport', title: 'Sport' },
      ]
      if (input.url.includes('several')) return { kind: 'choose', pageUrl: input.url, candidates }
      return { kind: 'added', added: 1, existing: 0, titles: ['News'], ids: [] }
    },
    add_packs: async (input): Promise<AddResult> => {
      changes.push(['addPacks', input])
      return { kind: 'added', added: 16, existing: 0, titles: [], ids: [] }
    },
    retry_jobs: record('retryJobs'),
    refresh_feeds: record('refreshFeeds'),
    remove_feed: record('removeFeed'),
    set_folder: record('setFolder'),
    mark_stories_read: record('markStoriesRead'),
    mark_story_read: record('markStoryRead'),
    mark_read: async (input) => {
      changes.push(['markRead', input])
      return input.entryIds.map((id) => id as EntryId)
    },
    star: record('star'),
    mark_all_read: async (input) => {
      changes.push(['markAllRead', input])
      return 43
    },
    mark_older_read: async (input) => {
      changes.push(['markOlderRead', input])
      return 12
    },
    correct_quote: async (input) => {
      if (input.articleId === 'nothing') return undefined
      if (input.verdict === 'speaker' && input.speaker === '') return { kind: 'refused', message: 'Say who <said> it.' }
      changes.push(['correctQuote', input])
      return { kind: 'saved', correction: labels.correction }
    },
    correct_words: async (input) => {
      if (input.words === 'unknown') return { kind: 'refused', message: '“unknown” isn’t in the article.' }
      changes.push(['correctWords', input])
      return { kind: 'saved', correction: labels.correction }
    },
    remove_correction: record('removeCorrection'),
    arrange_story: async ({ id, article, query }) => {
      if (id === 'story-alone') return arrange.arrangeAlone
      if (id !== views.story.id) return undefined
      const { leaving, ...rest } = arrange.arrange
      return { ...rest, query: query ?? '', ...(article && leaving ? { leaving } : {}) }
    },
    get_choice: async ({ id }) => {
      if (id === 'choice-2') return arrange.undoneView
      return id === arrange.choice.id ? arrange.choiceView : undefined
    },
    leave_story: chosen('leaveStory'),
    split_story: chosen('splitStory'),
    merge_stories: chosen('mergeStories'),
    answer_proposal: async (input) => {
      if (input.proposal === 'nothing') return undefined
      changes.push(['answerProposal', input])
      return input.isAccepted ? { kind: 'done', choice: arrange.choice } : { kind: 'already' }
    },
    undo_choice: async (input) => {
      if (input.id === 'nothing') return undefined
      if (input.id === 'choice-2') return arrange.refusedLater
      changes.push(['undoChoice', input])
      return { kind: 'undone', choice: arrange.choice }
    },
    ...instance.operations(record),
    get_progress: async () => views.busy,
  } satisfies Answers
  const subscribeProgress: SubscribeProgress = (listener) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  const announce = (progress: ProgressView) => {
    for (const listener of listeners) listener(progress)
  }
  return {
    app,
    changes,
    announce,
    listenerCount: () => listeners.size,
    ...watching,
    live: { subscribeProgress, subscribeNews },
  }
}

/** The pages over the examples, or over other answers. */
export function exampleWeb(answers: Answers, options: Parameters<typeof createWeb>[1]) {
  return createWeb(runAnswers(answers), {
    providerName: 'Varn <ID>',
    apiReference: async () => apiReference('/api/v1', 600),
    ...options,
  })
}
