import { listFeeds } from '../articles/list-entries.ts'
import { addFeed, discoverFeedsAt } from './add-feed.ts'
import { addPacks } from './add-packs.ts'
import { changeFeedAddress, findFeedAddress } from './change-address.ts'
import { setEmbargo } from './embargo.ts'
import { exportOpml } from './export-opml.ts'
import {
  announceFeedAddress,
  listFeedAddresses,
  makeFeedAddress,
  openFeedAddress,
  revokeFeedAddress,
} from './feed-addresses.ts'
import { getFeedIcon, listFeedIcons } from './feed-icons.ts'
import { addFolder, listFolders } from './folders.ts'
import { getOutletIcon } from './get-outlet-icon.ts'
import { confirmHub, denyHub, findHub, takeHubPush } from './hub-callback.ts'
import { importOpml, importOpmlFrom, previewOpml } from './import-opml.ts'
import { getInstanceName } from './instance-name.ts'
import { listPacks } from './list-packs.ts'
import {
  addMailbox,
  changeMailbox,
  fetchMailboxNow,
  listMailboxes,
  removeMailbox,
  takeSenderAgain,
} from './mailboxes.ts'
import {
  copyFeedSettings,
  countFeeds,
  editFeed,
  refreshFeeds,
  removeFeed,
  removeFeedForAll,
  renameFolder,
  setFolder,
  subscribeFeeds,
  sumUpFeeds,
} from './manage-feeds.ts'
import { addNewsletterAddress, listNewsletterAddresses, removeNewsletterAddress } from './newsletter-addresses.ts'
import { cancelOpmlImport, getOpmlImport, listOpmlImports } from './opml-imports.ts'
import { getFeedHeaders, setFeedHeaders } from './own-headers.ts'
import { addPageFeed, previewPageFeed, suggestPageFeed } from './page-feeds.ts'
import { listSilentFeeds, removeFeeds, undoRemoveFeeds } from './troubled-feeds.ts'

/** Operations on feeds and subscriptions, reading and writing. */
export const feedOperations = [
  addFeed,
  discoverFeedsAt,
  suggestPageFeed,
  previewPageFeed,
  addPageFeed,
  listPacks,
  addPacks,
  makeFeedAddress,
  listFeedAddresses,
  revokeFeedAddress,
  announceFeedAddress,
  openFeedAddress,
  addNewsletterAddress,
  listNewsletterAddresses,
  removeNewsletterAddress,
  listMailboxes,
  addMailbox,
  changeMailbox,
  fetchMailboxNow,
  removeMailbox,
  takeSenderAgain,
  getInstanceName,
  getFeedIcon,
  listFeedIcons,
  getOutletIcon,
  listFolders,
  addFolder,
  importOpml,
  importOpmlFrom,
  previewOpml,
  getOpmlImport,
  listOpmlImports,
  cancelOpmlImport,
  exportOpml,
  listFeeds,
  countFeeds,
  refreshFeeds,
  subscribeFeeds,
  sumUpFeeds,
  removeFeed,
  removeFeeds,
  undoRemoveFeeds,
  removeFeedForAll,
  editFeed,
  copyFeedSettings,
  listSilentFeeds,
  findFeedAddress,
  changeFeedAddress,
  getFeedHeaders,
  setFeedHeaders,
  setEmbargo,
  setFolder,
  renameFolder,
  confirmHub,
  denyHub,
  findHub,
  takeHubPush,
] as const
