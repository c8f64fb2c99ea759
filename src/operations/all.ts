import { makeApiToken, makeAppPassword, revokeApiToken, revokeAppPassword } from './access-keys.ts'
import { addFeed } from './add-feed.ts'
import { addPacks, listPacks } from './add-packs.ts'
import { findBackup, getAdmin, removeBackup, startHouseTask } from './admin.ts'
import { answerProposal } from './answer-proposal.ts'
import { arrangeStory } from './arrange-story.ts'
import { addAccount, disableAccount, setAccountPassword, setAccountRole, setGuests } from './change-account.ts'
import { compareArticles } from './compare-articles.ts'
import { correctName } from './correct-name.ts'
import { correctQuote } from './correct-quote.ts'
import { correctWords } from './correct-words.ts'
import { exportDiscussion } from './export-discussion.ts'
import { exportLabels } from './export-labels.ts'
import { exportMarks } from './export-marks.ts'
import { exportNotes } from './export-notes.ts'
import { exportOwn } from './export-own.ts'
import { exportSaved } from './export-saved.ts'
import { exportStory } from './export-story.ts'
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
import { getEntry } from './get-entry.ts'
import { getFollowing } from './get-following.ts'
import { clearHistory, getHistory } from './get-history.ts'
import { getLabels } from './get-labels.ts'
import { getModerationLog, getModerationQueue } from './get-moderation.ts'
import { getNoteForm, listNotes } from './get-notes.ts'
import { getPicture } from './get-picture.ts'
import { getProgress } from './get-progress.ts'
import { getSettings } from './get-settings.ts'
import { getSource, listSources } from './get-source.ts'
import { getStory } from './get-story.ts'
import { getToday } from './get-today.ts'
import { importFile } from './import-file.ts'
import { importLabels } from './import-labels.ts'
import { importMarks } from './import-marks.ts'
import { exportOpml, importOpml, previewOpml } from './import-opml.ts'
import { makeInvitation, takeBackInvitation } from './invite.ts'
import { removeAccount, removeMyAccount } from './leave-house.ts'
import { leaveStory } from './leave-story.ts'
import { listAccounts } from './list-accounts.ts'
import { appealDecision, listComments, listMentions, reportComment } from './list-comments.ts'
import { listCorrections } from './list-corrections.ts'
import { listDoubtfulQuotes } from './list-doubtful-quotes.ts'
import { listEntities } from './list-entities.ts'
import { listEntries, listFeeds } from './list-entries.ts'
import { listJobs, retryJobs } from './list-jobs.ts'
import { listNews } from './list-news.ts'
import { listQuotes } from './list-quotes.ts'
import { listSaved } from './list-saved.ts'
import { editFeed, refreshFeeds, removeFeed, setFolder } from './manage-feeds.ts'
import { markAllRead, markRead, star, undoMarkAllRead } from './mark-entries.ts'
import { mergeStories } from './merge-stories.ts'
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
import { getPreferences, setPreferences } from './preferences.ts'
import { readSharedPage } from './read-page.ts'
import { recordVisit } from './record-visit.ts'
import { removeCorrection } from './remove-correction.ts'
import { save, unsave } from './save.ts'
import { removeNote, saveNote } from './save-note.ts'
import { listSearches, removeSearch, renameSearch, saveSearch, searchFeed } from './saved-searches.ts'
import { search } from './search.ts'
import { splitStory } from './split-story.ts'
import { undoChoice } from './undo-choice.ts'
import { whatChangedInStory } from './what-changed.ts'
import { deleteComment, editComment, writeComment } from './write-comment.ts'

/** Every operation there is; a face, a guide or a proof that must not leave one out walks this list. */
export const operations = [
  listAccounts,
  setAccountRole,
  disableAccount,
  setGuests,
  addAccount,
  setAccountPassword,
  removeAccount,
  makeInvitation,
  takeBackInvitation,
  getMyAccount,
  renameMyself,
  setMyEmail,
  changePassword,
  endSession,
  makeApiToken,
  revokeApiToken,
  makeAppPassword,
  revokeAppPassword,
  exportOwn,
  removeMyAccount,
  addFeed,
  listPacks,
  addPacks,
  getAdmin,
  startHouseTask,
  findBackup,
  removeBackup,
  answerProposal,
  arrangeStory,
  compareArticles,
  correctName,
  correctQuote,
  correctWords,
  exportLabels,
  exportMarks,
  exportNotes,
  exportSaved,
  exportStory,
  findPage,
  find,
  follow,
  unfollow,
  getArticle,
  getBrief,
  getChoice,
  getCitation,
  getEntity,
  getEntry,
  getFollowing,
  getHistory,
  clearHistory,
  getLabels,
  listNotes,
  getNoteForm,
  getPicture,
  getProgress,
  getSettings,
  getSource,
  listSources,
  getStory,
  getToday,
  importFile,
  importLabels,
  importMarks,
  importOpml,
  previewOpml,
  exportOpml,
  leaveStory,
  listCorrections,
  listDoubtfulQuotes,
  listEntities,
  listEntries,
  listFeeds,
  listJobs,
  retryJobs,
  listNews,
  listQuotes,
  listSaved,
  refreshFeeds,
  removeFeed,
  editFeed,
  setFolder,
  markRead,
  star,
  markAllRead,
  undoMarkAllRead,
  mergeStories,
  mute,
  unmute,
  getPreferences,
  setPreferences,
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
  splitStory,
  undoChoice,
  whatChangedInStory,
  getDiscussion,
  getComment,
  getCommentForm,
  writeComment,
  editComment,
  deleteComment,
  listComments,
  listMentions,
  reportComment,
  appealDecision,
  getModerationQueue,
  getModerationLog,
  moderateComment,
  lockDiscussion,
  blockWriter,
  hasDiscussion,
  getDiscussionSwitch,
  setDiscussionSwitch,
  exportDiscussion,
] as const
