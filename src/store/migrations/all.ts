import { first } from './0001-first.ts'
import { corrections } from './0002-corrections.ts'
import { storyChoices } from './0003-story-choices.ts'
import { readerMarks } from './0004-reader-marks.ts'
import { peopleAndOutlets } from './0005-people-and-outlets.ts'
import { readUndo } from './0006-read-undo.ts'
import { accounts } from './0007-accounts.ts'
import { waysToSignIn } from './0008-ways-to-sign-in.ts'
import { readingPerReader } from './0009-reading-per-reader.ts'
import { discussion } from './0010-discussion.ts'
import { alerts } from './0011-alerts.ts'
import { briefs } from './0012-briefs.ts'
import { sharingTagsHighlights } from './0013-sharing-tags-highlights.ts'
import { modelUse } from './0014-model-use.ts'
import { writtenText } from './0015-written-text.ts'
import { translations } from './0016-translations.ts'
import { embeddings } from './0017-embeddings.ts'
import { feedAddresses } from './0018-feed-addresses.ts'
import { clients } from './0019-clients.ts'
import { destinations } from './0020-destinations.ts'
import { intake } from './0021-intake.ts'
import { pace } from './0022-pace.ts'
import { hubs } from './0023-hubs.ts'
import { letterboxes } from './0024-letterboxes.ts'
import { opml } from './0025-opml.ts'
import { textReports } from './0026-text-reports.ts'
import { livePosts } from './0027-live-posts.ts'
import { revisions } from './0028-revisions.ts'
import { manyNodes } from './0029-many-nodes.ts'
import { keeping } from './0030-keeping.ts'
import { lanes } from './0031-lanes.ts'
import { editedTexts } from './0033-edited-texts.ts'
import { nodes } from './0036-nodes.ts'
import { fingerprintSets } from './0037-fingerprint-sets.ts'
import { narrowIndexes } from './0038-narrow-indexes.ts'
import { awaitedReading } from './0039-awaited-reading.ts'
import { starTimes } from './0040-star-times.ts'
import { privateFeeds } from './0041-private-feeds.ts'
import { folderNumbers } from './0042-folder-numbers.ts'
import { entryPictures } from './0043-entry-pictures.ts'
import { savesAndStars } from './0044-saves-and-stars.ts'
import { foldedCopies } from './0045-folded-copies.ts'
import { rules } from './0046-rules.ts'
import { feedSettings } from './0047-feed-settings.ts'
import { feedNotices } from './0048-feed-notices.ts'
import { mailboxes } from './0049-mailboxes.ts'
import { ownHeaders } from './0050-own-headers.ts'
import { listOrder } from './0051-list-order.ts'
import { programGrants } from './0052-program-grants.ts'
import { watches } from './0053-watches.ts'
import { cues } from './0054-cues.ts'
import { desk } from './0055-desk.ts'
import { servedPages } from './0056-served-pages.ts'
import { embargo } from './0057-embargo.ts'
import type { Migration } from './migrate.ts'

/** In order. A released migration never changes: add the next one. */
export const migrations: readonly Migration[] = [
  first,
  corrections,
  storyChoices,
  readerMarks,
  peopleAndOutlets,
  readUndo,
  accounts,
  waysToSignIn,
  readingPerReader,
  discussion,
  alerts,
  briefs,
  sharingTagsHighlights,
  modelUse,
  writtenText,
  translations,
  embeddings,
  feedAddresses,
  clients,
  destinations,
  intake,
  pace,
  hubs,
  letterboxes,
  opml,
  textReports,
  livePosts,
  revisions,
  manyNodes,
  keeping,
  lanes,
  editedTexts,
  nodes,
  fingerprintSets,
  narrowIndexes,
  awaitedReading,
  starTimes,
  privateFeeds,
  folderNumbers,
  entryPictures,
  savesAndStars,
  foldedCopies,
  rules,
  feedSettings,
  feedNotices,
  mailboxes,
  ownHeaders,
  listOrder,
  programGrants,
  watches,
  cues,
  desk,
  servedPages,
  embargo,
]
