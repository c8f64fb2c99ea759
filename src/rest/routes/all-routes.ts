import { type Route, routesOf } from '../route.ts'
import { alertRoutes } from './alerts.ts'
import { articleRoutes } from './articles.ts'
import { dayRoutes } from './day.ts'
import { deskRoutes } from './desk.ts'
import { discussionRoutes } from './discussion.ts'
import { feedRoutes } from './feeds.ts'
import { markRoutes } from './marks.ts'
import { searchRoutes } from './search.ts'
import { sendingRoutes } from './sending.ts'
import { serverRoutes } from './server.ts'
import { settingRoutes } from './settings.ts'
import { storyRoutes } from './stories.ts'

/** All tables with their literal types. */
export type RouteTables = typeof dayRoutes &
  typeof storyRoutes &
  typeof articleRoutes &
  typeof searchRoutes &
  typeof feedRoutes &
  typeof markRoutes &
  typeof deskRoutes &
  typeof discussionRoutes &
  typeof alertRoutes &
  typeof sendingRoutes &
  typeof settingRoutes &
  typeof serverRoutes

/** Sections of the API, with descriptions. */
export const areas: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'day', about: 'Today and other days, the brief, and your ranking of the news' },
  { name: 'stories', about: 'Stories, and which articles belong to each' },
  { name: 'articles', about: 'Articles: their text, what was found in it, and manual corrections' },
  { name: 'search', about: 'Search, questions and answers, and people in the news' },
  { name: 'feeds', about: 'Feeds, the entries they deliver, and the outlets behind them' },
  { name: 'marks', about: 'What you follow, mute, save, note, highlight, tag and share' },
  { name: 'desk', about: 'The shared desk: stories that people here work on, with notes and a log' },
  { name: 'discussion', about: 'Comments on stories and articles, and moderation' },
  { name: 'alerts', about: 'Alerts and their channels' },
  { name: 'sending', about: 'Sending articles and events to other services' },
  { name: 'settings', about: 'Your settings, account and stored data' },
  { name: 'server', about: 'Administration of the server, and its progress' },
]

/** Every route. An operation is either in one of the tables, or in `peopleOnly`. */
export const routes: readonly Route[] = [
  ...routesOf('day', dayRoutes),
  ...routesOf('stories', storyRoutes),
  ...routesOf('articles', articleRoutes),
  ...routesOf('search', searchRoutes),
  ...routesOf('feeds', feedRoutes),
  ...routesOf('marks', markRoutes),
  ...routesOf('desk', deskRoutes),
  ...routesOf('discussion', discussionRoutes),
  ...routesOf('alerts', alertRoutes),
  ...routesOf('sending', sendingRoutes),
  ...routesOf('settings', settingRoutes),
  ...routesOf('server', serverRoutes),
]
