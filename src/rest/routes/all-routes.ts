import { type Route, routesOf } from '../route.ts'
import { alertRoutes } from './alerts.ts'
import { articleRoutes } from './articles.ts'
import { dayRoutes } from './day.ts'
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
  typeof discussionRoutes &
  typeof alertRoutes &
  typeof sendingRoutes &
  typeof settingRoutes &
  typeof serverRoutes

/** Sections of the API, with descriptions. */
export const areas: readonly { readonly name: string; readonly about: string }[] = [
  { name: 'day', about: 'A day, its brief, and how you weigh the news' },
  { name: 'stories', about: 'Stories: what is told of each, and where articles belong' },
  { name: 'articles', about: 'Articles: their text, what was found in it, and what people corrected' },
  { name: 'search', about: 'Finding, asking, and who is in the news' },
  { name: 'feeds', about: 'Feeds, the entries they deliver, and the outlets behind them' },
  { name: 'marks', about: 'What you follow, mute, save, note, highlight, tag and show to others' },
  { name: 'discussion', about: 'What readers say of stories and articles, and what moderators decide' },
  { name: 'alerts', about: 'Alerts, and the ways they go out' },
  { name: 'sending', about: 'Where articles and events are sent, and what became of it' },
  { name: 'settings', about: 'What you chose, and what is kept of you' },
  { name: 'house', about: 'What the owner sees and does, and how far the house is' },
]

/** Every route. An operation is either in one of the tables, or in `peopleOnly`. */
export const routes: readonly Route[] = [
  ...routesOf('day', dayRoutes),
  ...routesOf('stories', storyRoutes),
  ...routesOf('articles', articleRoutes),
  ...routesOf('search', searchRoutes),
  ...routesOf('feeds', feedRoutes),
  ...routesOf('marks', markRoutes),
  ...routesOf('discussion', discussionRoutes),
  ...routesOf('alerts', alertRoutes),
  ...routesOf('sending', sendingRoutes),
  ...routesOf('settings', settingRoutes),
  ...routesOf('house', serverRoutes),
]
