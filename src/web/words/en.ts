import { accessEn } from './access-en.ts'
import { accounts } from './accounts-en.ts'
import { adding, firstRun, welcome } from './adding-en.ts'
import { admin, jobs } from './admin-en.ts'
import { alerts } from './alerts-en.ts'
import { apiEn } from './api-en.ts'
import { article, articlePage, citation, stated } from './article-en.ts'
import { askingEn } from './asking-en.ts'
import { auditEn } from './audit-en.ts'
import { backupsEn } from './backups-en.ts'
import { arranging, labels } from './correcting-en.ts'
import { counts, grouped } from './counts-en.ts'
import { counting, matrix, plots, relations } from './coverage-en.ts'
import { discussion } from './discussion-en.ts'
import { embedsEn } from './embeds-en.ts'
import { explanations } from './explanations-en.ts'
import { feedsOutEn } from './feeds-out-en.ts'
import { formAgainEn } from './form-again-en.ts'
import { app, everyPage, frame, keyboard, problems } from './frame-en.ts'
import { hubsEn } from './hubs-en.ts'
import { importingEn } from './importing-en.ts'
import { incompleteEn } from './incomplete-en.ts'
import { keepingEn } from './keeping-en.ts'
import { lettersEn } from './letters-en.ts'
import { listImportEn } from './list-import-en.ts'
import { listeningEn } from './listening-en.ts'
import { livePostsEn } from './live-posts-en.ts'
import { markingEn } from './marking-en.ts'
import { marksFileEn } from './marks-file-en.ts'
import { meaningEn } from './meaning-en.ts'
import { mine } from './mine-en.ts'
import { modelsEn } from './models-en.ts'
import { ownBrief } from './own-brief-en.ts'
import { paceEn } from './pace-en.ts'
import { pageFeedsEn } from './page-feeds-en.ts'
import { people } from './people-en.ts'
import { pluginsEn } from './plugins-en.ts'
import { processesEn } from './processes-en.ts'
import { recordingsEn } from './recordings-en.ts'
import { revisionsEn } from './revisions-en.ts'
import { entries, river } from './river-en.ts'
import { robotsEn } from './robots-en.ts'
import { roomEn } from './room-en.ts'
import { find, search } from './search-en.ts'
import { sectionNamesEn } from './section-names-en.ts'
import { sending } from './sending-en.ts'
import { settings } from './settings-en.ts'
import { sharingEn } from './sharing-en.ts'
import { outlets, source } from './sources-en.ts'
import { since, story, storyPage } from './story-en.ts'
import { summariesEn } from './summaries-en.ts'
import { textReportEn } from './text-report-en.ts'
import { brief, day, today, topicNames } from './today-en.ts'
import { translationEn } from './translation-en.ts'
import { ways } from './ways-en.ts'

/** Every word of the interface, in English. Another language is another object of this shape. */
export const en = {
  /** The language in its own words, as it is offered. */
  ownName: 'English',
  locale: 'en-GB',
  direction: 'ltr' as 'ltr' | 'rtl',
  number: (count: number) => grouped.format(count),
  percent: (share: number) => `${Math.round(share * 100)}%`,

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
  listening: listeningEn,
  api: apiEn,
  audit: auditEn,
  meaning: meaningEn,
  sending,
  plugins: pluginsEn,
  room: roomEn,
  pace: paceEn,
  revised: revisionsEn,
  embeds: embedsEn,
  incomplete: incompleteEn,
  sharing: sharingEn,
  keeping: keepingEn,
  processes: processesEn,
  backups: backupsEn,
  livePosts: livePostsEn,
  sectionNames: sectionNamesEn,
  hubs: hubsEn,
  letters: lettersEn,
  textReport: textReportEn,
  recordings: recordingsEn,
  access: accessEn,
  robots: robotsEn,
  importing: importingEn,
  marksFile: marksFileEn,
  pageFeeds: pageFeedsEn,
  listImport: listImportEn,
  feedsOut: feedsOutEn,
  formAgain: formAgainEn,
  asking: askingEn,
  summaries: summariesEn,
  models: modelsEn,
  translation: translationEn,
  marking: markingEn,
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

/** The shape every interface language has. */
export type Words = typeof en
