import type { z } from 'zod'
import { accountFace } from './account-face.ts'
import { alertFace } from './alert-face.ts'
import { apiFace } from './api-face.ts'
import { askingFace } from './asking-face.ts'
import { briefFace } from './brief-face.ts'
import type { ReaderIdentity } from './core/reader-identity.ts'
import { discussionFace } from './discussion-face.ts'
import { feedOutFace } from './feed-out-face.ts'
import { letterFace } from './letter-face.ts'
import { listeningFace } from './listening-face.ts'
import { mineFace } from './mine-face.ts'
import { modelFace } from './model-face.ts'
import { addArticle } from './operations/add-article.ts'
import { addFeed } from './operations/add-feed.ts'
import { addPacks, listPacks } from './operations/add-packs.ts'
import { findBackup, getAdmin, removeBackup, startHouseTask } from './operations/admin.ts'
import { answerProposal } from './operations/answer-proposal.ts'
import { arrangeStory } from './operations/arrange-story.ts'
import { compareArticles } from './operations/compare-articles.ts'
import { compareTexts } from './operations/compare-revisions.ts'
import { correctQuote } from './operations/correct-quote.ts'
import { correctWords } from './operations/correct-words.ts'
import { getEntryRecording, getEntryTranscript } from './operations/entry-recording.ts'
import { exportLabels } from './operations/export-labels.ts'
import { exportOpml } from './operations/export-opml.ts'
import { exportStory } from './operations/export-story.ts'
import { exportStoryAudit } from './operations/export-story-audit.ts'
import { find } from './operations/find.ts'
import { findPage } from './operations/find-page.ts'
import { forReader } from './operations/for-reader.ts'
import { getArticle } from './operations/get-article.ts'
import { getChoice } from './operations/get-choice.ts'
import { getCitation } from './operations/get-citation.ts'
import { getEntity } from './operations/get-entity.ts'
import { getEntry } from './operations/get-entry.ts'
import { getHouseAudit } from './operations/get-house-audit.ts'
import { getLabels } from './operations/get-labels.ts'
import { getPicture } from './operations/get-picture.ts'
import { getProgress } from './operations/get-progress.ts'
import { getSettings } from './operations/get-settings.ts'
import { getSource, listSources } from './operations/get-source.ts'
import { getStory } from './operations/get-story.ts'
import { getStoryAudit } from './operations/get-story-audit.ts'
import { getSummary } from './operations/get-summary.ts'
import { getToday } from './operations/get-today.ts'
import { importFile } from './operations/import-file.ts'
import { importOpml, previewOpml } from './operations/import-opml.ts'
import { importOpmlFrom } from './operations/import-opml-from.ts'
import { leaveStory } from './operations/leave-story.ts'
import { listEntities } from './operations/list-entities.ts'
import { listEntries, listFeeds } from './operations/list-entries.ts'
import { listJobs, retryJobs } from './operations/list-jobs.ts'
import { listNews } from './operations/list-news.ts'
import {
  editFeed,
  refreshFeeds,
  removeFeed,
  removeFeedForAll,
  setFolder,
  subscribeFeeds,
} from './operations/manage-feeds.ts'
import { markAllRead, markRead, star, undoMarkAllRead } from './operations/mark-entries.ts'
import { mergeStories } from './operations/merge-stories.ts'
import type { Operation, OperationContext } from './operations/operation.ts'
import { cancelOpmlImport, getOpmlImport, listOpmlImports } from './operations/opml-imports.ts'
import { addPageFeed, previewPageFeed, suggestPageFeed } from './operations/page-feeds.ts'
import { permit } from './operations/permit.ts'
import { getPreferences, setPreferences } from './operations/preferences.ts'
import { readSharedPage } from './operations/read-page.ts'
import { removeCorrection } from './operations/remove-correction.ts'
import { removeSearch, renameSearch, saveSearch, searchFeed } from './operations/saved-searches.ts'
import { splitStory } from './operations/split-story.ts'
import { undoChoice } from './operations/undo-choice.ts'
import type { AddResult } from './operations/views.ts'
import { sendingFace } from './sending-face.ts'
import { textReportFace } from './text-report-face.ts'
import { translationFace } from './translation-face.ts'
import { waysFace } from './ways-face.ts'
import { watchNews } from './web/watch-news.ts'
import { watchProgress } from './web/watch-progress.ts'
import type { WebOperations } from './web/web-operations.ts'
import { websubFace } from './websub-face.ts'

/** How many readers' pages are kept joined; one more, and all are joined anew. */
const mostJoined = 1_000

/**
 * Joins the pages of each reader to the operations, carried out for that reader alone. What stays open shares its timers
 * with all pages of the same reader, and the progress of the house with everybody's.
 */
export function webFace(context: OperationContext): (reader: ReaderIdentity) => WebOperations {
  const subscribeProgress = watchProgress(() => getProgress.run(context, {}))
  const joined = new Map<string, WebOperations>()
  return (reader) => {
    const key = JSON.stringify([reader.id, reader.role, reader.name, reader.isProgram, reader.isInPublic])
    const known = joined.get(key)
    if (known) return known
    if (joined.size >= mostJoined) joined.clear()
    const operations = { ...webOperations(forReader(context, reader)), subscribeProgress }
    joined.set(key, operations)
    return operations
  }
}

/**
 * What a page asks is checked by the operation's own schema; nonsense finds nothing. Throws NotPermittedError for what the
 * reader's role may not do.
 */
function webOperations(context: OperationContext): Omit<WebOperations, 'subscribeProgress'> {
  const ask =
    <Input extends z.ZodType, View>(operation: Operation<string, Input, View>) =>
    async (input: unknown): Promise<View | undefined> => {
      permit(context, operation)
      const parsed = operation.input.safeParse(input)
      return parsed.success ? operation.run(context, parsed.data) : undefined
    }
  const need =
    <Input extends z.ZodType, View>(operation: Operation<string, Input, View>) =>
    async (input: unknown = {}): Promise<View> => {
      permit(context, operation)
      return operation.run(context, operation.input.parse(input))
    }
  /** For forms: what cannot be used is refused in words instead of failing. */
  const add =
    <Input extends z.ZodType, View>(operation: Operation<string, Input, View>) =>
    async (input: unknown): Promise<View | Extract<AddResult, { kind: 'refused' }>> =>
      (await ask(operation)(input)) ?? {
        kind: 'refused',
        reason: 'unknown',
        message: 'Nothing was given, or more than can be taken.',
      }
  return {
    ...accountFace(context, ask, need),
    ...alertFace(ask, need),
    ...briefFace(context, ask, need),
    ...discussionFace(ask, need),
    ...mineFace(ask, need),
    ...waysFace(context, ask, need),
    ...askingFace(ask),
    ...apiFace(context),
    ...feedOutFace(ask, need),
    ...websubFace(ask),
    ...letterFace(ask, need),
    ...textReportFace(ask, need),
    ...listeningFace(context, ask, need),
    ...modelFace(ask, need),
    ...sendingFace(ask, need),
    ...translationFace(ask, need),
    today: ask(getToday),
    story: ask(getStory),
    article: ask(getArticle),
    citation: ask(getCitation),
    compareArticles: ask(compareArticles),
    compareTexts: ask(compareTexts),
    summary: ask(getSummary),
    entry: ask(getEntry),
    entryRecording: ask(getEntryRecording),
    entryTranscript: ask(getEntryTranscript),
    picture: ask(getPicture),
    findPage: ask(findPage),
    readPage: ask(readSharedPage),
    addArticle: ask(addArticle),
    importFile: ask(importFile),
    suggestPageFeed: ask(suggestPageFeed),
    previewPageFeed: ask(previewPageFeed),
    addPageFeed: ask(addPageFeed),
    river: ask(listEntries),
    source: ask(getSource),
    sources: need(listSources),
    find: ask(find),
    searchFeed: ask(searchFeed),
    saveSearch: ask(saveSearch),
    renameSearch: ask(renameSearch),
    removeSearch: ask(removeSearch),
    entities: ask(listEntities),
    entity: ask(getEntity),
    add: need(listPacks),
    jobs: need(listJobs),
    labels: ask(getLabels),
    exportLabels: async () => ({
      body: (await need(exportLabels)()).text,
      contentType: 'application/jsonl; charset=utf-8',
      fileName: 'twosource-labels.jsonl',
    }),
    exportOpml: async () => ({
      body: await need(exportOpml)(),
      contentType: 'text/x-opml; charset=utf-8',
      fileName: 'twosource.opml',
    }),
    async exportStory({ id, format }) {
      const file = await ask(exportStory)({ id, format })
      return file && { body: file.text, contentType: file.mediaType, fileName: file.fileName }
    },
    storyAudit: ask(getStoryAudit),
    houseAudit: ask(getHouseAudit),
    async exportStoryAudit({ id, format }) {
      const file = await ask(exportStoryAudit)({ id, format })
      return file && { body: file.text, contentType: file.mediaType, fileName: file.fileName }
    },
    addByUrl: add(addFeed),
    importOpml: add(importOpml),
    importOpmlFrom: add(importOpmlFrom),
    opmlImport: ask(getOpmlImport),
    opmlImports: need(listOpmlImports),
    cancelOpmlImport: ask(cancelOpmlImport),
    addPacks: add(addPacks),
    retryJobs: ask(retryJobs),
    refreshAll: () => need(refreshFeeds)({ ids: 'all' }),
    refreshFeed: ({ feedId }) => ask(refreshFeeds)({ ids: [feedId] }),
    removeFeed: ({ feedId }) => ask(removeFeed)({ id: feedId }),
    setFolder: ({ feedId, folder }) => ask(setFolder)({ id: feedId, folder }),
    markRead: ask(markRead),
    star: ask(star),
    markAllRead: ask(markAllRead),
    correctQuote: ask(correctQuote),
    correctWords: ask(correctWords),
    removeCorrection: ask(removeCorrection),
    arrange: ask(arrangeStory),
    choice: ask(getChoice),
    leaveStory: ask(leaveStory),
    splitStory: ask(splitStory),
    mergeStories: ask(mergeStories),
    answerProposal: ask(answerProposal),
    undoChoice: ask(undoChoice),
    preferences: need(getPreferences),
    setPreferences: ask(setPreferences),
    settings: need(getSettings),
    feeds: need(listFeeds),
    admin: need(getAdmin),
    startHouseTask: ask(startHouseTask),
    findBackup: ask(findBackup),
    removeBackup: ask(removeBackup),
    previewOpml: ask(previewOpml),
    undoMarkAllRead: ask(undoMarkAllRead),
    editFeed: ask(editFeed),
    subscribeFeeds: ask(subscribeFeeds),
    removeFeedForAll: ({ feedId }) => ask(removeFeedForAll)({ id: feedId }),
    progress: need(getProgress),
    news: need(listNews),
    subscribeNews: watchNews(need(listNews)),
  }
}
