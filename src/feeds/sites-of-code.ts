import { decodePart, partsOf, type Site } from './site.ts'

const ofGitHub = new Set(
  'about apps blog collections explore features issues login marketplace orgs pricing pulls search security settings sponsors topics trending'.split(
    ' ',
  ),
)

/** Sites for software and questions about it. */
export const sitesOfCode: readonly Site[] = [
  {
    host: /^github\.com$/,
    feeds(page) {
      const [owner, repository, part, branch] = partsOf(page)
      if (owner === undefined || ofGitHub.has(owner)) return []
      if (repository === undefined) return [[`https://github.com/${owner}.atom`, `${owner}: activity`]]
      const home = `https://github.com/${owner}/${repository}`
      const ofBranch = (part === 'tree' || part === 'commits') && branch !== undefined ? `commits/${branch}` : 'commits'
      return [
        [`${home}/releases.atom`, `${repository}: releases`],
        [`${home}/${ofBranch}.atom`, `${repository}: commits`],
        [`${home}/tags.atom`, `${repository}: tags`],
      ]
    },
  },
  {
    host: /^gitlab\.com$/,
    feeds(page) {
      const project = /^\/([\w.-]+(?:\/[\w.-]+)+?)(?:\/-\/|\/?$)/.exec(page.pathname)?.[1]
      const user = /^\/([\w.-]+)\/?$/.exec(page.pathname)?.[1]
      if (user !== undefined && !/^(?:explore|users|groups|search|help)$/.test(user))
        return [[`https://gitlab.com/${user}.atom`, `${user}: activity`]]
      if (project === undefined) return []
      const home = `https://gitlab.com/${project}`
      return [
        [`${home}/-/releases.atom`, `${project}: releases`],
        [`${home}/-/tags?format=atom`, `${project}: tags`],
        [`${home}/-/issues.atom`, `${project}: issues`],
      ]
    },
  },
  {
    host: /^codeberg\.org$/,
    feeds(page) {
      const [owner, repository] = partsOf(page)
      if (owner === undefined || /^(?:explore|user|issues|pulls|api)$/.test(owner)) return []
      if (repository === undefined) return [[`https://codeberg.org/${owner}.rss`, `${owner}: activity`]]
      const home = `https://codeberg.org/${owner}/${repository}`
      return [
        [`${home}/releases.rss`, `${repository}: releases`],
        [`${home}.rss`, `${repository}: activity`],
        [`${home}/tags.rss`, `${repository}: tags`],
      ]
    },
  },
  {
    host: /^(?:stackoverflow\.com|superuser\.com|serverfault\.com|askubuntu\.com|mathoverflow\.net|[\w-]+\.stackexchange\.com)$/,
    feeds(page) {
      const [kind, one, two] = partsOf(page)
      if (kind === undefined) return [[`${page.origin}/feeds`, page.hostname]]
      if (kind !== 'questions')
        return kind === 'users' && one ? [[`${page.origin}/feeds/user/${one}`, page.hostname]] : []
      if (one === 'tagged' && two) return [[`${page.origin}/feeds/tag/${two}`, decodePart(two)]]
      return /^\d+$/.test(one ?? '')
        ? [[`${page.origin}/feeds/question/${one}`, decodePart(two ?? '').replaceAll('-', ' ') || page.hostname]]
        : [[`${page.origin}/feeds`, page.hostname]]
    },
  },
  {
    host: /^news\.ycombinator\.com$/,
    feeds: () => [['https://news.ycombinator.com/rss', 'Hacker News']],
  },
  {
    host: /^arxiv\.org$/,
    feeds(page) {
      const list = /^\/(?:list|archive)\/([a-z-]+(?:\.[A-Za-z-]+)?)/.exec(page.pathname)?.[1]
      return list ? [[`https://rss.arxiv.org/rss/${list}`, list]] : []
    },
  },
]
