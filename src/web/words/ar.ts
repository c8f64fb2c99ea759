import { accessAr } from './access-ar.ts'
import { accounts } from './accounts-ar.ts'
import { adding, firstRun, welcome } from './adding-ar.ts'
import { admin, jobs } from './admin-ar.ts'
import { alerts } from './alerts-ar.ts'
import { apiAr } from './api-ar.ts'
import { article, articlePage, citation, stated } from './article-ar.ts'
import { askingAr } from './asking-ar.ts'
import { auditAr } from './audit-ar.ts'
import { backupsAr } from './backups-ar.ts'
import { arranging, labels } from './correcting-ar.ts'
import { counts, locale, number } from './counts-ar.ts'
import { counting, matrix, plots, relations } from './coverage-ar.ts'
import { discussion } from './discussion-ar.ts'
import { embedsAr } from './embeds-ar.ts'
import type { Words } from './en.ts'
import { explanations } from './explanations-ar.ts'
import { feedsOutAr } from './feeds-out-ar.ts'
import { formAgainAr } from './form-again-ar.ts'
import { app, everyPage, frame, keyboard, problems } from './frame-ar.ts'
import { hubsAr } from './hubs-ar.ts'
import { importingAr } from './importing-ar.ts'
import { incompleteAr } from './incomplete-ar.ts'
import { keepingAr } from './keeping-ar.ts'
import { lettersAr } from './letters-ar.ts'
import { listImportAr } from './list-import-ar.ts'
import { listeningAr } from './listening-ar.ts'
import { livePostsAr } from './live-posts-ar.ts'
import { markingAr } from './marking-ar.ts'
import { marksFileAr } from './marks-file-ar.ts'
import { meaningAr } from './meaning-ar.ts'
import { mine } from './mine-ar.ts'
import { modelsAr } from './models-ar.ts'
import { ownBrief } from './own-brief-ar.ts'
import { paceAr } from './pace-ar.ts'
import { pageFeedsAr } from './page-feeds-ar.ts'
import { people } from './people-ar.ts'
import { pluginsAr } from './plugins-ar.ts'
import { processesAr } from './processes-ar.ts'
import { recordingsAr } from './recordings-ar.ts'
import { revisionsAr } from './revisions-ar.ts'
import { entries, river } from './river-ar.ts'
import { robotsAr } from './robots-ar.ts'
import { roomAr } from './room-ar.ts'
import { find, search } from './search-ar.ts'
import { sectionNamesAr } from './section-names-ar.ts'
import { sending } from './sending-ar.ts'
import { settings } from './settings-ar.ts'
import { sharingAr } from './sharing-ar.ts'
import { outlets, source } from './sources-ar.ts'
import { since, story, storyPage } from './story-ar.ts'
import { summariesAr } from './summaries-ar.ts'
import { textReportAr } from './text-report-ar.ts'
import { brief, day, today, topicNames } from './today-ar.ts'
import { translationAr } from './translation-ar.ts'
import { ways } from './ways-ar.ts'

/** Every word of the interface, in Arabic. */
export const ar: Words = {
  ownName: 'العربية',
  locale,
  direction: 'rtl',
  number,
  percent: (share) => `${Math.round(share * 100)}%`,

  // ── subjects whose words stand at the top ──
  ...everyPage,
  ...counts,
  ...today,
  ...welcome,
  ...story,
  ...citation,
  ...article,
  ...entries,
  ...source,
  ...search,
  ...adding,
  ...jobs,
  ...keyboard,
  ...problems,

  // ── parts with words of their own ──
  labels,
  arranging,
  matrix,
  relations,
  counting,
  stated,
  since,
  explanations,
  topicNames,
  frame,
  app,
  people,
  outlets,
  mine,
  alerts,
  listening: listeningAr,
  api: apiAr,
  audit: auditAr,
  meaning: meaningAr,
  sending,
  plugins: pluginsAr,
  room: roomAr,
  pace: paceAr,
  revised: revisionsAr,
  embeds: embedsAr,
  incomplete: incompleteAr,
  sharing: sharingAr,
  keeping: keepingAr,
  processes: processesAr,
  backups: backupsAr,
  livePosts: livePostsAr,
  sectionNames: sectionNamesAr,
  hubs: hubsAr,
  letters: lettersAr,
  textReport: textReportAr,
  recordings: recordingsAr,
  access: accessAr,
  robots: robotsAr,
  importing: importingAr,
  marksFile: marksFileAr,
  pageFeeds: pageFeedsAr,
  listImport: listImportAr,
  feedsOut: feedsOutAr,
  formAgain: formAgainAr,
  asking: askingAr,
  summaries: summariesAr,
  models: modelsAr,
  translation: translationAr,
  marking: markingAr,
  day,
  brief,
  ownBrief,
  find,
  plots,
  storyPage,
  articlePage,
  ways,
  accounts,
  settings,
  admin,
  firstRun,
  river,
  discussion,
}
