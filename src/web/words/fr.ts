import { accessFr } from './access-fr.ts'
import { accounts } from './accounts-fr.ts'
import { adding, firstRun, welcome } from './adding-fr.ts'
import { admin, jobs } from './admin-fr.ts'
import { alerts } from './alerts-fr.ts'
import { apiFr } from './api-fr.ts'
import { article, articlePage, citation, stated } from './article-fr.ts'
import { askingFr } from './asking-fr.ts'
import { auditFr } from './audit-fr.ts'
import { backupsFr } from './backups-fr.ts'
import { arranging, labels } from './correcting-fr.ts'
import { counts, number } from './counts-fr.ts'
import { counting, matrix, plots, relations } from './coverage-fr.ts'
import { discussion } from './discussion-fr.ts'
import { embedsFr } from './embeds-fr.ts'
import type { Words } from './en.ts'
import { explanations } from './explanations-fr.ts'
import { feedsOutFr } from './feeds-out-fr.ts'
import { formAgainFr } from './form-again-fr.ts'
import { app, everyPage, frame, keyboard, problems } from './frame-fr.ts'
import { hubsFr } from './hubs-fr.ts'
import { importingFr } from './importing-fr.ts'
import { incompleteFr } from './incomplete-fr.ts'
import { keepingFr } from './keeping-fr.ts'
import { lettersFr } from './letters-fr.ts'
import { listImportFr } from './list-import-fr.ts'
import { listeningFr } from './listening-fr.ts'
import { livePostsFr } from './live-posts-fr.ts'
import { markingFr } from './marking-fr.ts'
import { marksFileFr } from './marks-file-fr.ts'
import { meaningFr } from './meaning-fr.ts'
import { mine } from './mine-fr.ts'
import { modelsFr } from './models-fr.ts'
import { ownBrief } from './own-brief-fr.ts'
import { paceFr } from './pace-fr.ts'
import { pageFeedsFr } from './page-feeds-fr.ts'
import { people } from './people-fr.ts'
import { pluginsFr } from './plugins-fr.ts'
import { processesFr } from './processes-fr.ts'
import { recordingsFr } from './recordings-fr.ts'
import { revisionsFr } from './revisions-fr.ts'
import { entries, river } from './river-fr.ts'
import { robotsFr } from './robots-fr.ts'
import { roomFr } from './room-fr.ts'
import { find, search } from './search-fr.ts'
import { sectionNamesFr } from './section-names-fr.ts'
import { sending } from './sending-fr.ts'
import { settings } from './settings-fr.ts'
import { sharingFr } from './sharing-fr.ts'
import { outlets, source } from './sources-fr.ts'
import { since, story, storyPage } from './story-fr.ts'
import { summariesFr } from './summaries-fr.ts'
import { textReportFr } from './text-report-fr.ts'
import { brief, day, today, topicNames } from './today-fr.ts'
import { translationFr } from './translation-fr.ts'
import { ways } from './ways-fr.ts'

/** Every word of the interface, in French. */
export const fr: Words = {
  ownName: 'Français',
  locale: 'fr',
  direction: 'ltr',
  number,
  percent: (share) => `${Math.round(share * 100)} %`,

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
  listening: listeningFr,
  api: apiFr,
  audit: auditFr,
  meaning: meaningFr,
  sending,
  plugins: pluginsFr,
  room: roomFr,
  pace: paceFr,
  revised: revisionsFr,
  embeds: embedsFr,
  incomplete: incompleteFr,
  sharing: sharingFr,
  keeping: keepingFr,
  processes: processesFr,
  backups: backupsFr,
  livePosts: livePostsFr,
  sectionNames: sectionNamesFr,
  hubs: hubsFr,
  letters: lettersFr,
  textReport: textReportFr,
  recordings: recordingsFr,
  access: accessFr,
  robots: robotsFr,
  importing: importingFr,
  marksFile: marksFileFr,
  pageFeeds: pageFeedsFr,
  listImport: listImportFr,
  feedsOut: feedsOutFr,
  formAgain: formAgainFr,
  asking: askingFr,
  summaries: summariesFr,
  models: modelsFr,
  translation: translationFr,
  marking: markingFr,
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
