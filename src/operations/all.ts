import { makeApiToken, makeAppPassword, revokeApiToken, revokeAppPassword } from './access-keys.ts'
import { addArticle } from './add-article.ts'
import { findBackup, getAdmin, removeBackup, startHouseTask } from './admin.ts'
import { addAlertChannel, removeAlertChannel, switchAlertChannel, testAlertChannel } from './alert-channels.ts'
import { findAlertMail, getAlertFeed, stopAlertMail } from './alert-doors.ts'
import { chooseAlert, getAlertSettings, listAlerts, setAlertSettings } from './alerts.ts'
import { answerProposal } from './answer-proposal.ts'
import { arrangeStory } from './arrange-story.ts'
import { ask } from './ask.ts'
import { addAccount, disableAccount, setAccountPassword, setAccountRole, setGuests } from './change-account.ts'
import { compareArticles } from './compare-articles.ts'
import { compareTexts } from './compare-revisions.ts'
import { correctName } from './correct-name.ts'
import { correctQuote } from './correct-quote.ts'
import { correctWords } from './correct-words.ts'
import {
  addDestination,
  getDestinations,
  removeDestination,
  renewWebhookSecret,
  setDestination,
  switchDestination,
  testDestination,
} from './destinations.ts'
import { getEntryRecording, getEntryTranscript } from './entry-recording.ts'
import { exportDiscussion } from './export-discussion.ts'
import { exportLabels } from './export-labels.ts'
import { exportMarks } from './export-marks.ts'
import { exportNotes } from './export-notes.ts'
import { exportOwn } from './export-own.ts'
import { exportSaved } from './export-saved.ts'
import { exportStory } from './export-story.ts'
import { exportStoryAudit } from './export-story-audit.ts'
import { feedOperations } from './feed-operations.ts'
import { find } from './find.ts'
import { findPage } from './find-page.ts'
import { follow, unfollow } from './follow.ts'
import { getArticle } from './get-article.ts'
import { getBrief } from './get-brief.ts'
import { getChoice } from './get-choice.ts'
import { getCitation } from './get-citation.ts'
import { getComment } from './get-comment.ts'
import { getCommentForm } from './get-comment-form.ts'
import { getDiscussion } from './get-discussion.ts'
import { getEntity } from './get-entity.ts'
import { getEntries } from './get-entries.ts'
import { getEntry } from './get-entry.ts'
import { getFollowing } from './get-following.ts'
import { clearHistory, getHistory } from './get-history.ts'
import { getHouseAudit } from './get-house-audit.ts'
import { getLabels } from './get-labels.ts'
import { getModerationLog, getModerationQueue } from './get-moderation.ts'
import { getNoteForm, listNotes } from './get-notes.ts'
import { getPicture } from './get-picture.ts'
import { getProgress } from './get-progress.ts'
import { getSettings } from './get-settings.ts'
import { getSource, listSources } from './get-source.ts'
import { getStory } from './get-story.ts'
import { getStoryAudit } from './get-story-audit.ts'
import { getSummary } from './get-summary.ts'
import { getToday } from './get-today.ts'
import { getTranslation } from './get-translation.ts'
import { listHighlights, removeHighlight, saveHighlight } from './highlights.ts'
import { importFile } from './import-file.ts'
import { importLabels } from './import-labels.ts'
import { importMarks } from './import-marks.ts'
import { makeInvitation, takeBackInvitation } from './invite.ts'
import { removeAccount, removeMyAccount } from './leave-house.ts'
import { leaveStory } from './leave-story.ts'
import { listAccounts } from './list-accounts.ts'
import { listArrivals } from './list-arrivals.ts'
import { appealDecision, listComments, listMentions, reportComment } from './list-comments.ts'
import { listCorrections } from './list-corrections.ts'
import { listDoubtfulQuotes } from './list-doubtful-quotes.ts'
import { listEntities } from './list-entities.ts'
import { listEntries } from './list-entries.ts'
import { listJobs, retryJobs } from './list-jobs.ts'
import { listNews } from './list-news.ts'
import { listQuotes } from './list-quotes.ts'
import { listSaved } from './list-saved.ts'
import { beginCodes, confirmCodes, renewRecoveryCodes, stopCodes } from './manage-codes.ts'
import { addPasskey, beginPasskey, removePasskey } from './manage-passkeys.ts'
import { markAllRead, markRead, star, starEntries, undoMarkAllRead } from './mark-entries.ts'
import { listMediaPlaces, setMediaPlace } from './media-places.ts'
import { mergeStories } from './merge-stories.ts'
import { getModelSettings, setModel } from './model-settings.ts'
import {
  blockWriter,
  getDiscussionSwitch,
  hasDiscussion,
  lockDiscussion,
  moderateComment,
  setDiscussionSwitch,
} from './moderate.ts'
import { mute, unmute } from './mute.ts'
import { changePassword, endSession, getMyAccount, renameMyself, setMyEmail } from './my-account.ts'
import {
  endBriefMail,
  findBriefReader,
  findMailEnd,
  getBriefSettings,
  makeBriefAddress,
  removeBriefAddress,
  setBrief,
} from './my-brief.ts'
import { listStoryEntries, pickEntries } from './pick-entries.ts'
import { getPreferences, setPreferences } from './preferences.ts'
import { answerLift, getRanking, resetRanking, setRanking } from './ranking.ts'
import { getRecording, getSpeech, recordAloud, trySpeech } from './read-aloud.ts'
import { readSharedPage } from './read-page.ts'
import { recordVisit } from './record-visit.ts'
import { removeCorrection } from './remove-correction.ts'
import { save, unsave } from './save.ts'
import { removeNote, saveNote } from './save-note.ts'
import { listSearches, removeSearch, renameSearch, saveSearch, searchFeed } from './saved-searches.ts'
import { search } from './search.ts'
import { getSendForm, listSendings, replaySending, sendArticle } from './sendings.ts'
import { setTranslator, testTranslator } from './set-translator.ts'
import { getShared, listShares, revokeShare, share } from './share.ts'
import { getSignInWays, removeIdentity } from './sign-in-ways.ts'
import { splitStory } from './split-story.ts'
import { findStoryItems, listStoryItems, markStoryItems, tellStories } from './story-items.ts'
import { addTags, dropTag, listTags, removeTag, renameTag, tagMany, undoTags, untagMany } from './tags.ts'
import { testModel } from './test-model.ts'
import { textReportOperations } from './text-report-operations.ts'
import { translateArticle } from './translate-article.ts'
import { chooseTranslation, getTranslationSettings } from './translation-settings.ts'
import { undoChoice } from './undo-choice.ts'
import { whatChangedInStory } from './what-changed.ts'
import { cancelAnswer, findWrittenAnswer, writeAnswer } from './write-answer.ts'
import { deleteComment, editComment, writeComment } from './write-comment.ts'

/** Every operation there is; a face, a guide or a proof that must not leave one out walks this list. */
export const operations = [
  ...feedOperations,
  ...textReportOperations,
  makeApiToken,
  revokeApiToken,
  makeAppPassword,
  revokeAppPassword,
  addArticle,
  getAdmin,
  startHouseTask,
  findBackup,
  removeBackup,
  addAlertChannel,
  removeAlertChannel,
  switchAlertChannel,
  testAlertChannel,
  getAlertFeed,
  findAlertMail,
  stopAlertMail,
  listAlerts,
  getAlertSettings,
  setAlertSettings,
  chooseAlert,
  getDestinations,
  addDestination,
  setDestination,
  switchDestination,
  removeDestination,
  renewWebhookSecret,
  testDestination,
  listSendings,
  replaySending,
  getSendForm,
  sendArticle,
  answerProposal,
  arrangeStory,
  setAccountRole,
  disableAccount,
  setGuests,
  addAccount,
  setAccountPassword,
  compareArticles,
  compareTexts,
  correctName,
  correctQuote,
  correctWords,
  exportDiscussion,
  exportLabels,
  exportMarks,
  exportNotes,
  exportOwn,
  exportSaved,
  exportStory,
  exportStoryAudit,
  findPage,
  find,
  follow,
  unfollow,
  getArticle,
  getBrief,
  getChoice,
  getCitation,
  getCommentForm,
  getComment,
  getDiscussion,
  getEntity,
  getEntry,
  getEntryRecording,
  getEntryTranscript,
  getEntries,
  pickEntries,
  listStoryEntries,
  getFollowing,
  getHistory,
  clearHistory,
  getHouseAudit,
  getLabels,
  getModerationQueue,
  getModerationLog,
  listNotes,
  getNoteForm,
  getPicture,
  getProgress,
  getSettings,
  getSource,
  listSources,
  getStory,
  getStoryAudit,
  getSummary,
  getToday,
  saveHighlight,
  removeHighlight,
  listHighlights,
  importFile,
  importLabels,
  importMarks,
  makeInvitation,
  takeBackInvitation,
  removeMyAccount,
  removeAccount,
  leaveStory,
  listAccounts,
  listArrivals,
  listComments,
  listMentions,
  reportComment,
  appealDecision,
  listCorrections,
  listDoubtfulQuotes,
  listEntities,
  listEntries,
  listJobs,
  retryJobs,
  listNews,
  listQuotes,
  listSaved,
  beginCodes,
  confirmCodes,
  renewRecoveryCodes,
  stopCodes,
  beginPasskey,
  addPasskey,
  removePasskey,
  markRead,
  star,
  starEntries,
  markAllRead,
  undoMarkAllRead,
  listMediaPlaces,
  setMediaPlace,
  mergeStories,
  moderateComment,
  lockDiscussion,
  blockWriter,
  getDiscussionSwitch,
  setDiscussionSwitch,
  hasDiscussion,
  getModelSettings,
  setModel,
  testModel,
  mute,
  unmute,
  getMyAccount,
  renameMyself,
  setMyEmail,
  changePassword,
  endSession,
  getBriefSettings,
  setBrief,
  makeBriefAddress,
  removeBriefAddress,
  findBriefReader,
  findMailEnd,
  endBriefMail,
  getPreferences,
  setPreferences,
  getRanking,
  setRanking,
  resetRanking,
  answerLift,
  recordAloud,
  getRecording,
  getSpeech,
  trySpeech,
  readSharedPage,
  recordVisit,
  removeCorrection,
  saveNote,
  removeNote,
  save,
  unsave,
  saveSearch,
  renameSearch,
  removeSearch,
  listSearches,
  searchFeed,
  search,
  share,
  listShares,
  revokeShare,
  getShared,
  getSignInWays,
  removeIdentity,
  splitStory,
  listStoryItems,
  findStoryItems,
  tellStories,
  markStoryItems,
  addTags,
  tagMany,
  untagMany,
  removeTag,
  listTags,
  renameTag,
  dropTag,
  undoTags,
  getTranslation,
  translateArticle,
  getTranslationSettings,
  chooseTranslation,
  setTranslator,
  testTranslator,
  undoChoice,
  whatChangedInStory,
  writeAnswer,
  findWrittenAnswer,
  cancelAnswer,
  writeComment,
  editComment,
  deleteComment,
  ask,
] as const
