import { makeApiToken, makeAppPassword, revokeApiToken, revokeAppPassword } from './accounts/access-keys.ts'
import { addAccount, disableAccount, setAccountPassword, setAccountRole, setGuests } from './accounts/change-account.ts'
import { answerConsent, endProgram, getConsent } from './accounts/consent.ts'
import { exportOwn } from './accounts/export-own.ts'
import { makeInvitation, takeBackInvitation } from './accounts/invitations.ts'
import { listAccounts } from './accounts/list-accounts.ts'
import { beginCodes, confirmCodes, renewRecoveryCodes, stopCodes } from './accounts/manage-codes.ts'
import { addPasskey, beginPasskey, removePasskey } from './accounts/manage-passkeys.ts'
import { changePassword, endSession, getMyAccount, renameMyself, setMyEmail } from './accounts/my-account.ts'
import { getPreferences, getSettings, setPreferences } from './accounts/preferences.ts'
import { removeAccount, removeMyAccount } from './accounts/remove-account.ts'
import { getSignInWays, removeIdentity } from './accounts/sign-in-methods.ts'
import { findBackup, getAdmin, removeBackup, startServerTask } from './admin/admin.ts'
import { getProgress } from './admin/get-progress.ts'
import { setKeptPages } from './admin/kept-pages.ts'
import { listJobs, retryJobs } from './admin/list-jobs.ts'
import { getMailServer, sendTestMail, setMailServer } from './admin/mail-server.ts'
import { getModelSettings, listModels, setModel } from './admin/model-settings.ts'
import { testModel } from './admin/test-model.ts'
import { addArticle } from './articles/add-article.ts'
import { checkQuotation } from './articles/check-quotation.ts'
import { compareTexts } from './articles/compare-revisions.ts'
import { correctName } from './articles/correct-name.ts'
import { correctQuote, removeCorrection } from './articles/correct-quote.ts'
import { correctWords } from './articles/correct-words.ts'
import { getEntryRecording, getEntryTranscript } from './articles/entry-recording.ts'
import { getArticle } from './articles/get-article.ts'
import { getCitation } from './articles/get-citation.ts'
import { getEntries } from './articles/get-entries.ts'
import { getEntry } from './articles/get-entry.ts'
import { getKeptPage } from './articles/get-kept-page.ts'
import { getPicture } from './articles/get-picture.ts'
import { exportLabels, importLabels } from './articles/label-records.ts'
import { listArrivals } from './articles/list-arrivals.ts'
import { getLabels, listCorrections } from './articles/list-corrections.ts'
import { listDoubtfulQuotes } from './articles/list-doubtful-quotes.ts'
import { listEntries } from './articles/list-entries.ts'
import { setListOrder } from './articles/list-order.ts'
import { listQuotes } from './articles/list-quotes.ts'
import { markAllRead, markOlderRead, markRead, star, starEntries, undoMarkAllRead } from './articles/mark-entries.ts'
import { markStoriesRead, markStoryRead } from './articles/mark-opened.ts'
import { listMediaPlaces, setMediaPlace } from './articles/media-places.ts'
import { listStoryEntries, pickEntries } from './articles/pick-entries.ts'
import { getRecording, getSpeech, recordAloud, trySpeech } from './articles/read-aloud.ts'
import { readSharedPage } from './articles/read-page.ts'
import { textReportOperations } from './articles/text-report-operations.ts'
import { getTranslation } from './articles/translation/get-translation.ts'
import { setTranslator, testTranslator } from './articles/translation/set-translator.ts'
import { translateArticle } from './articles/translation/translate-article.ts'
import { chooseTranslation, getTranslationSettings } from './articles/translation/translation-settings.ts'
import { getBrief } from './day/get-brief.ts'
import { getToday, recordVisit } from './day/get-today.ts'
import { listNews } from './day/list-news.ts'
import {
  endBriefMail,
  findBriefReader,
  findMailEnd,
  getBriefSettings,
  makeBriefAddress,
  removeBriefAddress,
  setBrief,
} from './day/my-brief.ts'
import { answerLift, getRanking, resetRanking, setRanking } from './day/ranking.ts'
import { deskOperations } from './desk/desk.ts'
import { exportDiscussion } from './discussion/export-discussion.ts'
import { getComment, getCommentForm } from './discussion/get-comment.ts'
import { getDiscussion } from './discussion/get-discussion.ts'
import { getModerationLog, getModerationQueue } from './discussion/get-moderation.ts'
import { hasDiscussion } from './discussion/has-discussion.ts'
import { appealDecision, listComments, listMentions, reportComment } from './discussion/list-comments.ts'
import {
  blockWriter,
  getDiscussionSwitch,
  lockDiscussion,
  moderateComment,
  setDiscussionSwitch,
} from './discussion/moderate.ts'
import { deleteComment, editComment, writeComment } from './discussion/write-comment.ts'
import { compareOutlets } from './feeds/compare-outlets.ts'
import { feedOperations } from './feeds/feed-operations.ts'
import { getSource, listSources } from './feeds/get-source.ts'
import { applyRule, getRuleLog, previewRule, undoRule } from './library/apply-rules.ts'
import { exportMarks } from './library/export-marks.ts'
import { exportNotes } from './library/export-notes.ts'
import { exportSaved } from './library/export-saved.ts'
import { findPage } from './library/find-page.ts'
import { follow, unfollow } from './library/follow.ts'
import { getFollowing } from './library/get-following.ts'
import { clearHistory, getHistory } from './library/get-history.ts'
import { getMutes } from './library/get-mutes.ts'
import { getNoteForm, listNotes } from './library/get-notes.ts'
import { getRuleForm } from './library/get-rule-form.ts'
import { listHighlights, removeHighlight, saveHighlight } from './library/highlights.ts'
import { importFile } from './library/import-file.ts'
import { importMarks } from './library/import-marks.ts'
import { listSaved } from './library/list-saved.ts'
import { getMove, startMove, stopMove } from './library/move.ts'
import { mute, unmute } from './library/mute.ts'
import { getRules, moveRule, removeRule, saveRule, switchRule } from './library/rules.ts'
import { save, unsave } from './library/save.ts'
import { removeNote, saveNote } from './library/save-note.ts'
import { getShared, listShares, revokeShare, share } from './library/share.ts'
import { addTags, dropTag, listTags, removeTag, renameTag, tagMany, undoTags, untagMany } from './library/tags.ts'
import { addAlertChannel, removeAlertChannel, switchAlertChannel, testAlertChannel } from './notify/alert-channels.ts'
import { findAlertMail, getAlertFeed, stopAlertMail } from './notify/alert-links.ts'
import { chooseAlert, getAlertSettings, listAlerts, setAlertSettings } from './notify/alerts.ts'
import {
  addDestination,
  getDestinations,
  removeDestination,
  renewWebhookSecret,
  setDestination,
  switchDestination,
  testDestination,
} from './notify/destinations.ts'
import { getSendForm, listSendings, replaySending, sendArticle } from './notify/sendings.ts'
import { getWatch, listWatches, removeWatch, saveWatch, takeWatch } from './notify/watches.ts'
import { getEntity } from './people/get-entity.ts'
import { listEntities } from './people/list-entities.ts'
import { listSpeakers } from './people/list-speakers.ts'
import { ask } from './search/ask.ts'
import { checkText } from './search/check-text.ts'
import { find } from './search/find.ts'
import { packCheck } from './search/pack-check.ts'
import { listSearches, removeSearch, renameSearch, saveSearch, searchFeed } from './search/saved-searches.ts'
import { search } from './search/search.ts'
import { cancelAnswer, findWrittenAnswer, writeAnswer } from './search/write-answer.ts'
import { answerProposal } from './stories/answer-proposal.ts'
import { arrangeStory } from './stories/arrange-story.ts'
import { compareArticles } from './stories/compare-articles.ts'
import { exportData } from './stories/export-data.ts'
import { exportStory } from './stories/export-story.ts'
import { getServerAudit } from './stories/get-instance-audit.ts'
import { getStory, whatChangedInStory } from './stories/get-story.ts'
import { exportStoryAudit, getStoryAudit } from './stories/get-story-audit.ts'
import { getSummary } from './stories/get-summary.ts'
import { packStory } from './stories/pack-story.ts'
import { getChoice, leaveStory, mergeStories, splitStory, undoChoice } from './stories/story-choices.ts'
import { findStoryItems, getStoryTexts, listStoryItems, markStoryItems } from './stories/story-items.ts'

/** Every operation. An adapter, guide page or proof that must cover them all iterates over this list. */
export const operations = [
  ...feedOperations,
  ...textReportOperations,
  makeApiToken,
  revokeApiToken,
  getConsent,
  answerConsent,
  endProgram,
  makeAppPassword,
  revokeAppPassword,
  addArticle,
  getAdmin,
  startServerTask,
  setKeptPages,
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
  listWatches,
  getWatch,
  saveWatch,
  removeWatch,
  takeWatch,
  ...deskOperations,
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
  checkQuotation,
  checkText,
  packCheck,
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
  exportData,
  packStory,
  exportStoryAudit,
  findPage,
  find,
  follow,
  unfollow,
  getArticle,
  getBrief,
  getChoice,
  getCitation,
  getKeptPage,
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
  getServerAudit,
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
  compareOutlets,
  getStory,
  getStoryAudit,
  getSummary,
  getToday,
  saveHighlight,
  removeHighlight,
  listHighlights,
  importFile,
  startMove,
  getMove,
  stopMove,
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
  listSpeakers,
  listEntries,
  setListOrder,
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
  markOlderRead,
  undoMarkAllRead,
  markStoriesRead,
  markStoryRead,
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
  getMutes,
  getRules,
  getRuleForm,
  saveRule,
  switchRule,
  moveRule,
  removeRule,
  previewRule,
  applyRule,
  undoRule,
  getRuleLog,
  getMyAccount,
  renameMyself,
  setMyEmail,
  getMailServer,
  setMailServer,
  sendTestMail,
  listModels,
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
  getStoryTexts,
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
