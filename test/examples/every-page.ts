import { guest } from '../../src/core/reader-identity.ts'
import { advancedPage } from '../../src/web/accounts/pages/advanced-settings.ts'
import { dataPage } from '../../src/web/accounts/pages/import-export.ts'
import { ownerOnlyPage } from '../../src/web/accounts/pages/owner-only.ts'
import { ruleFormPage } from '../../src/web/accounts/pages/rule-form.ts'
import { rulesPage } from '../../src/web/accounts/pages/rules.ts'
import { listSettingsPage, settingsPage } from '../../src/web/accounts/pages/settings.ts'
import { signedOutPage } from '../../src/web/accounts/pages/sign-in.ts'
import { fieldsOfRule } from '../../src/web/accounts/rule-fields.ts'
import { backupPage } from '../../src/web/admin/pages/backup.ts'
import { decisionsPage } from '../../src/web/admin/pages/decisions.ts'
import { failingFeedsPage } from '../../src/web/admin/pages/failing-feeds.ts'
import { jobsPage } from '../../src/web/admin/pages/jobs.ts'
import { serverPage } from '../../src/web/admin/pages/server.ts'
import { articlePage } from '../../src/web/articles/pages/article.ts'
import { citationPage } from '../../src/web/articles/pages/citation.ts'
import { entryPage } from '../../src/web/articles/pages/entry.ts'
import { labelsPage } from '../../src/web/articles/pages/labels.ts'
import { problemReportPage } from '../../src/web/articles/pages/problem-report.ts'
import { problemReportsPage } from '../../src/web/articles/pages/problem-reports.ts'
import { textReportPage } from '../../src/web/articles/pages/text-report.ts'
import { translatedPage, translationChoicePage } from '../../src/web/articles/pages/translated.ts'
import { translationSettingsPage } from '../../src/web/articles/pages/translation-settings.ts'
import { briefPage } from '../../src/web/day/pages/brief.ts'
import { todayPage, welcomePage } from '../../src/web/day/pages/today.ts'
import { addPage } from '../../src/web/feeds/pages/add.ts'
import { allFeedsPage } from '../../src/web/feeds/pages/all-feeds.ts'
import { embargoPage } from '../../src/web/feeds/pages/embargo.ts'
import { feedAddressesPage } from '../../src/web/feeds/pages/feed-addresses.ts'
import { feedsPage } from '../../src/web/feeds/pages/feeds.ts'
import { importPage } from '../../src/web/feeds/pages/import.ts'
import { listImportPage } from '../../src/web/feeds/pages/list-import.ts'
import { feedAddressPage } from '../../src/web/feeds/pages/new-address.ts'
import { newslettersPage } from '../../src/web/feeds/pages/newsletters.ts'
import { sourcePage, sourcesPage } from '../../src/web/feeds/pages/source.ts'
import { fieldsOf } from '../../src/web/form-fields.ts'
import { aboutPage } from '../../src/web/layout/pages/about.ts'
import { problemPage } from '../../src/web/layout/pages/problem.ts'
import { returnedFormPage } from '../../src/web/layout/pages/returned-form.ts'
import { startPage } from '../../src/web/layout/pages/start.ts'
import { followingPage } from '../../src/web/library/pages/following.ts'
import { historyPage } from '../../src/web/library/pages/history.ts'
import { linkFormPage, linkMadePage, linksPage } from '../../src/web/library/pages/links.ts'
import { movePage } from '../../src/web/library/pages/move.ts'
import { noteFormPage } from '../../src/web/library/pages/note-form.ts'
import { notesPage } from '../../src/web/library/pages/notes.ts'
import { marksRestoredPage } from '../../src/web/library/pages/restored-marks.ts'
import { notSavedPage, savePage } from '../../src/web/library/pages/save-page.ts'
import { savedPage } from '../../src/web/library/pages/saved.ts'
import { tagsPage } from '../../src/web/library/pages/tags.ts'
import { entityPage, sharedNamePage } from '../../src/web/people/pages/entity.ts'
import { peoplePage } from '../../src/web/people/pages/people.ts'
import type { Reader } from '../../src/web/reader.ts'
import { askPage } from '../../src/web/search/pages/ask.ts'
import { searchPage } from '../../src/web/search/pages/search.ts'
import { arrangePage } from '../../src/web/stories/pages/arrange.ts'
import { choicePage } from '../../src/web/stories/pages/choice.ts'
import { coveragePage } from '../../src/web/stories/pages/coverage.ts'
import { downloadTablesPage } from '../../src/web/stories/pages/download-tables.ts'
import { quotesPage } from '../../src/web/stories/pages/quotes.ts'
import { serverAuditPage } from '../../src/web/stories/pages/server-audit.ts'
import { storyPage } from '../../src/web/stories/pages/story.ts'
import { storyAuditPage } from '../../src/web/stories/pages/story-audit.ts'
import { summaryPage } from '../../src/web/stories/pages/summary.ts'
import { changesPage, timelinePage } from '../../src/web/stories/pages/timeline.ts'
import * as admin from './admin.ts'
import { answerPages } from './answer-pages.ts'
import * as arrange from './arrange.ts'
import * as asking from './asking.ts'
import * as audit from './audit.ts'
import * as brief from './brief.ts'
import { checkingPages } from './checking.ts'
import { consentPages } from './consent.ts'
import * as day from './day.ts'
import { deskPages } from './desk-pages.ts'
import { underEmbargo } from './embargo.ts'
import * as feedsOut from './feeds-out.ts'
import * as find from './find.ts'
import * as importing from './importing.ts'
import * as instance from './instance.ts'
import * as labels from './labels.ts'
import * as letters from './letters.ts'
import * as mine from './mine.ts'
import { comparedPages } from './outlets-compared.ts'
import { ownHeaderPages } from './own-headers.ts'
import * as people from './people.ts'
import { busy, idle } from './progress.ts'
import * as rules from './rules.ts'
import { sendingPages } from './sending-pages.ts'
import * as sharing from './sharing.ts'
import * as summary from './summary.ts'
import * as tags from './tags.ts'
import * as textReports from './text-reports.ts'
import * as translations from './translations.ts'
import * as views from './views.ts'

const refused = { kind: 'refused', message: 'No feed' } as const
const choose = {
  kind: 'choose',
  pageUrl: 'https://site.example/',
  candidates: [{ url: 'https://site.example/feed', title: 'News' }],
} as const

export const saveAddress = 'https://t.example/save'
const compact = { layout: 'list', isCompact: true } as const

function again(path: string, sent: Readonly<Record<string, string>>, reader: Reader): string {
  const form = new Map(Object.entries(sent).map(([name, value]) => [name, [value]]))
  return returnedFormPage({ path, form, fields: fieldsOf(path, form)!, back: '/' }, reader)
}

/** Every page over the example views, by name: with each of its states at least once. */
export const everyPage: Readonly<Record<string, (reader: Reader) => string>> = {
  ...consentPages,
  ...deskPages,
  ...sendingPages,
  'audit of a story': (reader) => storyAuditPage(audit.storyAudit, reader),
  'audit of a part': (reader) => storyAuditPage(audit.quietAudit, reader),
  'audit of the house': (reader) => serverAuditPage(audit.instanceAudit, reader),
  'audit of the house, again': (reader) => serverAuditPage(audit.checkedInstance, reader),
  'audit of a house with nothing': (reader) => serverAuditPage(audit.emptyInstanceAudit, reader),
  get_today: (reader) => todayPage(views.today, reader),
  welcome: (reader) => welcomePage(views.add, reader),
  'first stories, none yet': (reader) => startPage({ progress: busy, stories: [] }, reader),
  'first stories': (reader) => startPage({ progress: busy, stories: views.today.stories }, reader),
  'first stories, ready': (reader) => startPage({ progress: idle, stories: views.today.stories }, reader),
  'first stories, nothing came': (reader) =>
    startPage({ progress: instance.nothingCame, stories: [], unreadCount: 12 }, reader),
  'first stories, no feeds': (reader) => startPage({ progress: instance.noFeedsYet, stories: [] }, reader),
  'a file looked into': (reader) =>
    addPage(views.add, reader, { preview: { file: instance.opmlFile, text: '<opml>"x"</opml>' } }),
  'a short summary': (reader) => summaryPage(summary.shortView, reader),
  'a long summary': (reader) => summaryPage(summary.longView, reader),
  'a written summary': (reader) => summaryPage(summary.writtenView, reader, true),
  'a summary refused': (reader) => summaryPage(summary.refusedView, reader, true),
  'nothing to sum up': (reader) => summaryPage(summary.emptyView, reader),
  gathering: (reader) => todayPage(views.gathering, reader),
  'a quiet day': (reader) => todayPage(views.quietDay, reader),
  'a busy day': (reader) => todayPage(day.busyDay, reader),
  'a brief': (reader) => briefPage(brief.brief, reader),
  'the brief of a day past': (reader) => briefPage(brief.earlier, reader),
  'an empty brief': (reader) => briefPage(brief.nothing, reader),
  'its last page': (reader) => todayPage(day.lastPage, reader),
  'a day by section': (reader) => todayPage(day.bySection, reader),
  'nothing chosen': (reader) => todayPage(day.nothingChosen, reader),
  'nothing new': (reader) => todayPage(day.nothingNew, reader),
  get_story: (reader) => storyPage(views.story, reader),
  'story quotes': (reader) => quotesPage(views.story, reader),
  'story timeline': (reader) => timelinePage(views.story, reader),
  'story coverage': (reader) => coveragePage(views.story, reader),
  'story changes': (reader) => changesPage(views.story, reader),
  list_tags: (reader) => tagsPage(tags.tags, reader),
  'no tags': (reader) => tagsPage({ tags: [] }, reader),
  'addresses of feeds': (reader) =>
    feedAddressesPage(feedsOut.feedAddresses, reader, { base: 'https://n.example', hasHub: true }),
  'no addresses of feeds': (reader) =>
    feedAddressesPage(feedsOut.noFeedAddresses, reader, {
      base: 'https://n.example',
      hasHub: false,
      said: { kind: 'revoked' },
    }),
  'too many addresses of feeds': (reader) =>
    feedAddressesPage({ ...feedsOut.feedAddresses, asked: { kind: 'folder', target: '<b>', label: '<b>' } }, reader, {
      base: 'https://n.example',
      hasHub: false,
      said: { kind: 'refused', most: 200 },
    }),
  'why a text': (reader) => textReportPage(textReports.textReport, reader, 'told'),
  'why an older text': (reader) => textReportPage(textReports.oldReport, reader, 'too-many'),
  'texts told wrong': (reader) => problemReportsPage(textReports.toldDesk, reader, 'revised'),
  'no texts told wrong': (reader) => problemReportsPage(textReports.emptyDesk, reader),
  'a text to mend': (reader) => problemReportPage(textReports.toldPage, { id: 'told-1', path: '/news' }, reader),
  'a text to mend, without its page': (reader) =>
    problemReportPage(textReports.toldWithoutPage, { id: 'told-2' }, reader),
  'a rule that is none': (reader) =>
    problemReportPage(textReports.badRule, { id: 'told-1', refused: 'It cannot be read.' }, reader),
  newsletters: (reader) =>
    newslettersPage(letters.letterboxes, letters.mailboxes, reader, { kind: 'made', id: 'letterbox-1' }),
  'newsletters, an address ended': (reader) =>
    newslettersPage(letters.letterboxes, letters.mailboxes, reader, { kind: 'ended' }),
  'newsletters, too many': (reader) =>
    newslettersPage(letters.letterboxes, letters.mailboxes, reader, { kind: 'too-many', most: 500 }),
  'newsletters, a mailbox added': (reader) =>
    newslettersPage(letters.noLetters, letters.mailboxes, reader, { kind: 'mailbox-added', count: 3 }),
  'newsletters, a mailbox not added': (reader) =>
    newslettersPage(letters.noLetters, letters.noMailboxes, reader, letters.refusedMailbox),
  'newsletters, a mailbox not changed': (reader) =>
    newslettersPage(letters.noLetters, letters.mailboxes, reader, { ...letters.refusedMailbox, id: 'mailbox-1' }),
  'newsletters, none yet': (reader) => newslettersPage(letters.noLetterboxes, letters.noMailboxes, reader),
  'newsletters, not switched on': (reader) =>
    newslettersPage(letters.noLetters, letters.noMailboxes, reader, { kind: 'off' }),
  'a letter': (reader) => entryPage(letters.letterEntry, reader),
  links: (reader) => linksPage({ shares: sharing.shares }, reader, true),
  'no links': (reader) => linksPage({ shares: [] }, reader, false),
  'a new link': (reader) => linkFormPage(sharing.share, reader),
  'a link made': (reader) =>
    linkMadePage(reader, {
      kind: 'made',
      share: sharing.share,
      address: 'https://t.example/shared/x',
      path: '/shared/x',
      frame: '<iframe>',
    }),
  'too many links': (reader) => linkMadePage(reader, { kind: 'refused', most: 500 }),
  'what to bring in': (reader) => importPage(reader, { saveAddress }),
  'lists that came in': (reader) => importPage(reader, { saveAddress, lists: importing.lists }),
  'a list coming in': (reader) => listImportPage(importing.lists[0]!, reader),
  'a list that came in': (reader) => listImportPage(importing.lists[1]!, reader),
  'a move from another reader': (reader) => movePage(reader, { move: importing.move }),
  'another reader refuses': (reader) => movePage(reader, { refused: 'There is no such API.' }),
  'links brought in': (reader) => importPage(reader, { saveAddress, result: importing.links }),
  'articles brought in': (reader) => importPage(reader, { saveAddress, result: importing.articles }),
  'marks brought in': (reader) =>
    importPage(reader, { saveAddress, result: { kind: 'marks', counts: { notes: 2, skipped: 1 } } }),
  'a file for the owner': (reader) => importPage(reader, { saveAddress, result: importing.forOwner }),
  'a page to save': (reader) => savePage({ kind: 'unknown', url: 'https://a.example/<b>' }, 'A <title>', reader),
  'a page to save that is here': (reader) =>
    savePage({ kind: 'known', url: 'https://a.example/', articleId: views.article.article.id }, '', reader),
  'no page to save': (reader) => savePage({ kind: 'no-address' }, '', reader),
  'a link kept': (reader) =>
    notSavedPage(
      { kind: 'kept', entryId: views.entryView.entry.id, message: 'It says <no>.' },
      'https://a.example/',
      reader,
    ),
  'no link kept': (reader) => notSavedPage({ kind: 'refused', message: '“x” is none.' }, 'javascript:x', reader),
  get_article: (reader) => articlePage({ ...views.article, cited: { start: 3, end: 40 } }, reader),
  'an Arabic article': (reader) => articlePage(views.arabicArticle, reader),
  get_citation: (reader) => citationPage(views.citation, reader),
  get_entry: (reader) => entryPage(views.entryView, reader),
  list_feeds: (reader) => feedsPage(views.river, reader),
  'feeds to manage that fail': (reader) =>
    allFeedsPage({ folders: views.folders, offered: [] }, reader, '', { only: 'failing' }),
  'silent feeds': (reader) =>
    allFeedsPage({ folders: views.folders, offered: [] }, reader, '', { only: 'silent' }, instance.silentFeeds),
  'no silent feeds': (reader) => allFeedsPage({ folders: [], offered: [] }, reader, '', { only: 'silent' }),
  find_feed_address: (reader) => feedAddressPage(instance.addressesFound, reader),
  'no feed at an address': (reader) =>
    feedAddressPage({ ...instance.addressesFound, candidates: [] }, reader, 'https://quiet.example/<page>'),
  ...ownHeaderPages,
  'one feed': (reader) => feedsPage(views.oneFeed, reader),
  'under embargo': (reader) => articlePage(underEmbargo.article, reader),
  'a newsletter under embargo': (reader) => feedsPage(underEmbargo.letters, reader),
  'embargo passed': (reader) => embargoPage({ id: '1', isMail: false }, '2026-03-10T09:00:00.000Z', reader),
  'no feeds': (reader) => feedsPage(views.noFeeds, reader),
  ...comparedPages,
  list_sources: (reader) => sourcesPage(views.sources, reader),
  'no sources': (reader) => sourcesPage([], reader),
  'no source that fits': (reader) => sourcesPage(views.sources, reader, { isReversed: false, language: 'fi' }),
  'a source with nothing counted': (reader) => sourcePage(views.sources[1]!, reader),
  people: (reader) => peoplePage(people.people, reader, people.speakers),
  'people of a name': (reader) => peoplePage({ ...people.people, query: '<b>', isCut: false }, reader),
  'no places': (reader) =>
    peoplePage({ kind: 'place', days: 7, order: 'stories', page: 1, rows: [], isCut: false }, reader),
  'no name found': (reader) =>
    peoplePage({ kind: 'person', days: 30, query: 'x', order: 'stories', page: 1, rows: [], isCut: false }, reader),
  'a person': (reader) => entityPage(people.person, reader),
  'two of one name': (reader) => entityPage(people.twoOfOneName, reader),
  'older quotations': (reader) => entityPage(people.older, reader),
  'a place': (reader) => entityPage(people.place, reader),
  'a shared name': (reader) => sharedNamePage(people.shared, reader),
  'a source': (reader) => sourcePage(views.sources[0]!, reader),
  'a hostile source': (reader) => sourcePage(views.sources[3]!, reader),
  'found stories': (reader) => searchPage(find.foundAt('stories'), reader),
  'found articles': (reader) => searchPage(find.foundAt('articles'), reader),
  'found quotations': (reader) => searchPage(find.foundAt('quotes'), reader),
  'found people': (reader) => searchPage(find.foundAt('people'), reader),
  'a narrowed search': (reader) => searchPage(find.narrowed, reader),
  'how to search': (reader) => searchPage(find.form, reader, { name: 'The ferry', query: 'ferry' }),
  'nothing found': (reader) => searchPage(find.nothing, reader),
  ...checkingPages,
  'nothing asked': (reader) =>
    askPage(
      { of: {}, examples: [{ question: 'What did <b> say?', story: 'story-1' }] },
      { question: '', follows: [] },
      reader,
    ),
  'nothing asked of a story': (reader) =>
    askPage({ of: asking.narrowOf, examples: [] }, { ...asking.narrowAddress, question: '' }, reader),
  ...answerPages,
  list_packs: (reader) => addPage(views.add, reader, { progress: views.busy }),
  'a refused address': (reader) =>
    addPage(views.add, reader, {
      outcome: refused,
      typed: { url: 'x', folder: '', cookie: '', userAgent: '', headers: '' },
    }),
  'a choice of feeds': (reader) => addPage(views.add, reader, { outcome: choose }),
  get_admin: (reader) => serverPage(admin.admin, reader),
  'a quiet server': (reader) => serverPage(admin.quietAdmin, reader),
  'a troubled server': (reader) => serverPage(admin.troubledAdmin, reader),
  'jobs of the server': (reader) => jobsPage(admin.admin, reader, 1),
  'jobs of a quiet server': (reader) => jobsPage(admin.quietAdmin, reader, 1),
  'failing feeds of the server': (reader) => failingFeedsPage(admin.admin, reader, 1),
  backups: (reader) => backupPage(admin.admin, reader, 1),
  'backups of a quiet server': (reader) => backupPage(admin.quietAdmin, reader, 1),
  'backups of a troubled server': (reader) => backupPage(admin.troubledAdmin, reader, 1),
  'manual corrections': (reader) => decisionsPage(admin.admin, reader),
  'admin for somebody else': (reader) => ownerOnlyPage({ ...reader, isOwner: false, isModerator: false }),
  get_labels: (reader) => labelsPage(labels.doubtful, reader, 'Say who <said> it.'),
  'labels of an article': (reader) => labelsPage(labels.ofArticle, reader),
  'no labels': (reader) => labelsPage(labels.nothing, reader),
  'labels for somebody else': (reader) => ownerOnlyPage({ ...reader, isOwner: false, isModerator: false }),
  'where articles belong': (reader) => arrangePage(arrange.arrange, reader, arrange.refusedLater),
  'where one article belongs': (reader) => arrangePage(arrange.arrangeAlone, reader),
  'a choice': (reader) => choicePage(arrange.choiceView, reader),
  'a choice taken back': (reader) => choicePage(arrange.undoneView, reader, arrange.refusedLater),
  'the river, compact': (reader) => feedsPage(views.river, reader, { look: compact, said: 'They’re unread again.' }),
  'the river as cards': (reader) => feedsPage(views.river, reader, { look: { ...compact, layout: 'grid' } }),
  'the river in two columns': (reader) => feedsPage(views.river, reader, { look: { ...compact, layout: 'split' } }),
  'feeds that fail': (reader) => feedsPage({ ...views.river, entries: [], failingCount: 9 }, reader),
  'a folder of many': (reader) => feedsPage(instance.manyFeeds, reader),
  'nothing unread in a feed': (reader) =>
    feedsPage({ ...views.oneFeed, filter: { ...views.oneFeed.filter, show: 'unread' }, entries: [] }, reader),
  'no stars': (reader) => feedsPage({ ...views.river, filter: { show: 'starred' }, entries: [] }, reader),
  'all feeds': (reader) =>
    allFeedsPage({ folders: views.folders, offered: instance.instanceFeeds }, reader, '', {}, instance.silentFeeds),
  'all feeds, none found': (reader) => allFeedsPage({ folders: views.folders, offered: [] }, reader, 'zzz <b>'),
  'nothing subscribed to': (reader) => feedsPage(instance.newReader, reader),
  'a feed of the house': (reader) => feedsPage(instance.offered, reader),
  'the river to a guest': (reader) => feedsPage(instance.guestRiver, { ...reader, identity: guest, isOwner: false }),
  'an article in another language': (reader) => translatedPage(translations.translations.fr!, reader),
  'beside its original': (reader) => translatedPage(translations.translations.fr!, reader, { isBeside: true }),
  'a translation under way': (reader) => translatedPage(translations.translations.ar!, reader),
  'a translation that stopped': (reader) => translatedPage(translations.translations.de!, reader),
  'a translation nobody asked for': (reader) => translatedPage(translations.translations['pt-BR']!, reader),
  'an Arabic article in English': (reader) => translatedPage(translations.fromArabic, reader),
  'a language to choose': (reader) =>
    translationChoicePage({ ...views.article, translations: translations.offer }, reader, { kind: 'no-pair' }),
  'nothing translates': (reader) =>
    translationChoicePage(translations.withoutTranslator, { ...reader, isOwner: false }),
  'settings of translation': (reader) =>
    translationSettingsPage(translations.settings, reader, {
      tried: { kind: 'wrong', original: 'A <b>', translated: '<i>', flaw: 'form' },
    }),
  'settings of translation, fixed': (reader) =>
    translationSettingsPage(translations.failedSettings, reader, { tried: { kind: 'not-there', reason: '<b>' } }),
  'settings of translation of a reader': (reader) => translationSettingsPage(translations.readersSettings, reader),
  'settings of reading': (reader) => settingsPage(reader, true),
  'settings of a guest': (reader) => settingsPage({ ...reader, identity: guest, isOwner: false }),
  'settings of the list': (reader) => listSettingsPage(reader),
  get_rules: (reader) =>
    rulesPage(
      { rules: rules.rules, mutes: [{ mute: mine.following.mutes[0]!, hidCount: 2 }], names: rules.ruleNames },
      reader,
      true,
    ),
  'no rules, nothing muted': (reader) => rulesPage({ rules: [], mutes: [], names: rules.ruleNames }, reader, false),
  get_rule_form: (reader) =>
    ruleFormPage(
      {
        form: rules.ruleForm,
        fields: fieldsOfRule(rules.ruleForm.rule!),
        log: rules.ruleLog,
        notice: reader.words.settings.saved,
      },
      reader,
    ),
  preview_rule: (reader) =>
    ruleFormPage({ form: rules.ruleForm, fields: { title: 'sponsored' }, preview: rules.rulePreview }, reader),
  'a rule that can’t be saved': (reader) =>
    ruleFormPage(
      { form: rules.ruleForm, fields: { titlePattern: '(a)\\1' }, fault: { why: 'pattern', field: 'titlePattern' } },
      reader,
    ),
  'import and export': (reader) => dataPage(reader),
  export_data: (reader) => downloadTablesPage({ fields: {} }, reader),
  'data that is not there': (reader) =>
    downloadTablesPage({ fields: { person: 'person:x', name: 'Someone <x>' }, why: 'nothing' }, reader),
  'advanced settings': (reader) => advancedPage(reader),
  about: (reader) => aboutPage(reader),
  get_following: (reader) => followingPage(mine.following, reader),
  'nothing followed': (reader) => followingPage(mine.noFollowing, reader),
  list_saved: (reader) => savedPage(mine.saved, reader),
  'nothing saved': (reader) => savedPage(mine.noneSaved, reader),
  list_notes: (reader) => notesPage(mine.notes, tags.highlightsView, reader),
  'no notes': (reader) => notesPage({ notes: [] }, { highlights: [] }, reader),
  'a note to write': (reader) => noteFormPage(mine.noteForm, reader),
  'a note refused': (reader) =>
    noteFormPage({ ...mine.noteForm, sentences: [], note: mine.note }, reader, { body: '<x>', kind: 'refused' }),
  'a note changed elsewhere': (reader) =>
    noteFormPage({ ...mine.noteForm, sentences: [], note: mine.note }, reader, { body: '<x>', kind: 'elsewhere' }),
  get_history: (reader) => historyPage(mine.history, reader),
  'history off': (reader) => historyPage({ items: [], isOn: false }, reader),
  'an article with notes': (reader) => articlePage(mine.notedArticle, reader),
  'an Arabic article with a note': (reader) => articlePage(mine.notedArabicArticle, reader),
  'a story read before': (reader) => storyPage(mine.readStory, reader),
  'somebody signed out': (reader) => signedOutPage(reader, '/sign-in?back=%2Ffeeds', 'A <b>note</b>'),
  'a form that comes back': (reader) => again('/newsletters', { name: '', folder: 'n'.repeat(201) }, reader),
  'a form that comes back, with a file': (reader) => again('/opml', { look: '1' }, reader),
  'a form that comes back, with a choice': (reader) => again('/comments/report', { id: 'c', words: 'A & B' }, reader),
  'a form that comes back, with a box to tick': (reader) => again('/history/clear', {}, reader),
  'marks taken in': (reader) => marksRestoredPage({ follows: 1, stars: 2, links: 3, awaited: 4, absent: 5 }, reader),
  'a file of no marks': (reader) => marksRestoredPage({ follows: 0 }, reader),
  'a file that is too large': (reader) => problemPage('too-large-file', reader),
  'a problem': (reader) => problemPage('broken', reader, 'ref-1'),
}
