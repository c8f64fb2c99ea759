import { posix } from 'node:path'
import { Parser } from 'htmlparser2'
import type { SiteFiles } from './frame.ts'

const loading = new Set(['src', 'srcset', 'poster', 'data'])

/** What is wrong with the links of a site: files and anchors that aren't there, ids given twice, and requests to other sites. */
export function linkProblems(files: SiteFiles, base = '/'): readonly string[] {
  const pages = new Map([...files].filter(([path]) => path.endsWith('.html')).map(([path, text]) => [path, read(text)]))
  const problems: string[] = []
  for (const [path, { ids, links }] of pages) {
    const twice = ids.filter((id, at) => ids.indexOf(id) !== at)
    problems.push(...twice.map((id) => `${path}: the id ${id} is given twice`))
    for (const { tag, attribute, target } of links) {
      const problem = problemOf(path, tag, attribute, target)
      if (problem !== undefined) problems.push(`${path}: ${problem}`)
    }
  }
  for (const [path, text] of files)
    if (path.endsWith('.css') && /url\((?!["']?data:)|@import/.test(String(text)))
      problems.push(`${path}: loads another file`)
  return problems

  function problemOf(path: string, tag: string, attribute: string, target: string): string | undefined {
    if (/^(?:https?:)?\/\//.test(target))
      return tag === 'a' && attribute === 'href' ? undefined : `${tag} asks ${target}`
    if (/^(?:data|mailto):/.test(target)) return loading.has(attribute) || tag === 'a' ? undefined : `${tag} ${target}`
    const [file = '', fragment] = target.split('#')
    // A page shown at any path names files from the root.
    const isRooted = file.startsWith('/')
    if (isRooted && (path !== '404.html' || !file.startsWith(base))) return `${target} breaks under another path`
    const found = isRooted
      ? file.slice(base.length)
      : file === ''
        ? path
        : posix.join(posix.dirname(path), decodeURIComponent(file.split('?')[0] ?? ''))
    if (!files.has(found)) return `${target} isn't there`
    if (fragment && !pages.get(found)?.ids.includes(decodeURIComponent(fragment))) return `${target} has no such anchor`
    return undefined
  }
}

type Link = { readonly tag: string; readonly attribute: string; readonly target: string }

function read(text: string | Uint8Array): { readonly ids: readonly string[]; readonly links: readonly Link[] } {
  const ids: string[] = []
  const links: Link[] = []
  const parser = new Parser({
    onopentag(tag, attributes) {
      for (const [attribute, value] of Object.entries(attributes)) {
        if (attribute === 'id') ids.push(value)
        else if (['href', 'src', 'action', 'formaction', 'poster', 'data'].includes(attribute))
          links.push({ tag, attribute, target: value })
        else if (attribute === 'srcset')
          for (const one of value.split(',')) links.push({ tag, attribute, target: one.trim().split(/\s/)[0] ?? '' })
      }
    },
  })
  parser.end(String(text))
  return { ids, links }
}
