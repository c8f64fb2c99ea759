import type { Hono } from 'hono'
import { guest } from '../core/reader-identity.ts'
import { accountRoutes } from './accounts/account-routes.ts'
import { accountsRoutes } from './accounts/accounts-routes.ts'
import { keyRoutes } from './accounts/key-routes.ts'
import { oauthRoutes } from './accounts/oauth-routes.ts'
import { ruleRoutes } from './accounts/rule-routes.ts'
import { settingsRoutes } from './accounts/settings-routes.ts'
import { setupRoutes } from './accounts/setup-routes.ts'
import { signInMethodRoutes } from './accounts/sign-in-method-routes.ts'
import { signInRoutes } from './accounts/sign-in-routes.ts'
import { signInStepRoutes } from './accounts/sign-in-step-routes.ts'
import { adminRoutes, apiRoutes } from './admin/admin-routes.ts'
import { modelRoutes } from './admin/model-routes.ts'
import { appRoutes, openAppRoutes } from './app-routes.ts'
import { articleListRoutes } from './articles/article-list-routes.ts'
import { articleRoutes } from './articles/article-routes.ts'
import { labelRoutes } from './articles/label-routes.ts'
import { listeningRoutes } from './articles/listening-routes.ts'
import { textReportRoutes } from './articles/text-report-routes.ts'
import { translationRoutes } from './articles/translation-routes.ts'
import { changingRoutes } from './changing-routes.ts'
import { briefRoutes } from './day/brief-routes.ts'
import { briefSettingsRoutes } from './day/brief-settings-routes.ts'
import { briefTokenRoutes } from './day/brief-token-routes.ts'
import { dayRoutes } from './day/day-routes.ts'
import { rankingRoutes } from './day/ranking-routes.ts'
import { deskRoutes } from './desk/desk-routes.ts'
import { discussionRoutes } from './discussion/discussion-routes.ts'
import { feedAddressRoutes } from './feeds/feed-address-routes.ts'
import { feedRoutes } from './feeds/feed-routes.ts'
import { managingRoutes } from './feeds/managing-routes.ts'
import { newsletterRoutes } from './feeds/newsletter-routes.ts'
import { pageFeedRoutes } from './feeds/page-feed-routes.ts'
import { progressRoutes } from './feeds/progress-routes.ts'
import { secretFeedRoutes } from './feeds/secret-feed-routes.ts'
import { feedSender } from './feeds/send-feed.ts'
import { startRoutes } from './feeds/start-routes.ts'
import { websubRoutes } from './feeds/websub-routes.ts'
import { importingRoutes } from './library/importing-routes.ts'
import { libraryPages } from './library/library-pages.ts'
import { libraryRoutes } from './library/library-routes.ts'
import { movingRoutes } from './library/moving-routes.ts'
import { sharedRoutes } from './library/public-link-routes.ts'
import { sharingRoutes } from './library/sharing-routes.ts'
import { tagRoutes } from './library/tag-routes.ts'
import { liveRoutes } from './live-routes.ts'
import { alertRoutes } from './notify/alert-routes.ts'
import { secretAlertRoutes } from './notify/secret-alert-routes.ts'
import { sendingRoutes } from './notify/sending-routes.ts'
import { watchRoutes } from './notify/watch-routes.ts'
import { peopleRoutes } from './people/people-routes.ts'
import { readingRoutes } from './reading-routes.ts'
import type { WebOptions } from './request-reader.ts'
import { askingRoutes } from './search/asking-routes.ts'
import { checkingRoutes } from './search/checking-routes.ts'
import { findRoutes } from './search/find-routes.ts'
import { choiceRoutes } from './stories/choice-routes.ts'
import { storyRoutes } from './stories/story-routes.ts'
import { tableRoutes } from './stories/table-routes.ts'
import { watchLive } from './watch-live.ts'
import { type ErrorListener, type Rooms, type RunFor, webOf } from './web-of-rooms.ts'

export type { WebOptions } from './request-reader.ts'

/** The web app with all rooms, as `webOf` makes it: the first route that matches a request answers it. */
export function createWeb(runFor: RunFor, options: WebOptions & ErrorListener): Hono {
  const sendFeed = feedSender(options)
  const live = options.live ?? watchLive(runFor)
  const rooms: Rooms = {
    // What hubs send may be longer than a form.
    beforeLimits: (web) => websubRoutes(web, runFor(guest)),
    forAnybody(web) {
      secretAlertRoutes(web, runFor(guest), options, sendFeed)
      // Public links are open to anybody.
      sharedRoutes(web, runFor(guest), options)
      briefTokenRoutes(web, runFor, options, sendFeed)
      secretFeedRoutes(web, runFor, options, sendFeed)
    },
    signingIn(web, run) {
      signInRoutes(web, run, options)
      setupRoutes(web, run, options)
      signInStepRoutes(web, run, options)
      openAppRoutes(web, options)
    },
    ofReaders(web, run) {
      readingRoutes(web, run, options)
      dayRoutes(web, run, options)
      briefRoutes(web, run, options, sendFeed)
      briefSettingsRoutes(web, run, options)
      rankingRoutes(web, run, options)
      findRoutes(web, run, options)
      askingRoutes(web, run, options)
      checkingRoutes(web, run, options)
      changingRoutes(web, run, options)
      labelRoutes(web, run, options)
      choiceRoutes(web, run, options)
      progressRoutes(web, run, options, live)
      liveRoutes(web, run, options, live)
      listeningRoutes(web, run, options)
      newsletterRoutes(web, run, options)
      articleRoutes(web, run, options)
      peopleRoutes(web, run, options)
      storyRoutes(web, run, options)
      tableRoutes(web, run, options)
      apiRoutes(web, options)
      settingsRoutes(web, run, options)
      ruleRoutes(web, run, options)
      keyRoutes(web, run, options)
      oauthRoutes(web, run, options)
      articleListRoutes(web, run, options)
      managingRoutes(web, run, options)
      adminRoutes(web, run, options)
      accountRoutes(web, run, options)
      accountsRoutes(web, run, options)
      signInMethodRoutes(web, run, options)
      startRoutes(web, run, options)
      feedRoutes(web, run, options, sendFeed)
      feedAddressRoutes(web, run, options)
      deskRoutes(web, run, options)
      discussionRoutes(web, run, options)
      libraryRoutes(web, run, options)
      libraryPages(web, run, options)
      alertRoutes(web, run, options)
      watchRoutes(web, run, options)
      sendingRoutes(web, run, options)
      sharingRoutes(web, run, options)
      modelRoutes(web, run, options)
      tagRoutes(web, run, options)
      translationRoutes(web, run, options)
      appRoutes(web, run, options)
      importingRoutes(web, run, options)
      movingRoutes(web, run, options)
      pageFeedRoutes(web, run, options)
      textReportRoutes(web, run, options)
    },
  }
  return webOf(rooms, runFor, options)
}
